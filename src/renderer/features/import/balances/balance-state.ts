import type { CallAnswer } from '../../../../shared/contract/contract.ts';

export type CheckedBalance = CallAnswer<'holdings.balanceCheck'>['balances'][number];
export type BalanceState = 'below-zero' | 'differs' | 'paid-from-outside' | 'as-stated' | 'not-stated';

/** The worst that is to be said of it. Less than nothing is surely wrong; a difference can be one of the files. */
export function balanceState({ belowZero, differs, paidFromOutside, stated }: CheckedBalance): BalanceState {
  if (belowZero !== null) return 'below-zero';
  if (differs !== null) return 'differs';
  if (paidFromOutside !== null) return 'paid-from-outside';
  return stated === null ? 'not-stated' : 'as-stated';
}

const urgency: Readonly<Record<BalanceState, number>> = {
  'below-zero': 0,
  differs: 1,
  'paid-from-outside': 2,
  'as-stated': 3,
  'not-stated': 4,
};

/** What is wrong first; else as given. */
export function byUrgency(balances: readonly CheckedBalance[]): readonly CheckedBalance[] {
  return balances.toSorted((a, b) => urgency[balanceState(a)] - urgency[balanceState(b)]);
}

/** The sentence above the table. */
export function balancesWords(balances: readonly CheckedBalance[]): string {
  const count = (state: BalanceState): number => balances.filter((one) => balanceState(one) === state).length;
  const [below, differ, right] = [count('below-zero'), count('differs'), count('as-stated')];
  if (below + differ === 0) {
    return right === 0
      ? 'No balance ever went below zero. None of your files states balances to compare with.'
      : 'No balance ever went below zero, and every balance that a file states is the computed one.';
  }
  const parts = [
    ...(below === 0 ? [] : [`${below} ${below === 1 ? 'goes' : 'go'} below zero`]),
    ...(differ === 0 ? [] : [`${differ} ${differ === 1 ? 'differs' : 'differ'} from what a file states`]),
  ];
  return `${parts.join(', ')}. The first line where it goes wrong tells where to look: usually a file is missing before it.`;
}
