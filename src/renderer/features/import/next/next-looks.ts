/** What to look at once files are in: one line a cause, none where all is well. Pure. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { formatCount } from '../../../ui/number-format.ts';
import { balanceState } from '../balances/balance-state.ts';
import type { ImportTab } from '../tabs.ts';

export interface NextLook {
  readonly tab: ImportTab;
  readonly words: string;
}

export interface NextLooksInput {
  readonly review: CallAnswer<'imports.review'> | undefined;
  readonly reconcile: CallAnswer<'imports.reconcile'> | undefined;
  readonly coverage: CallAnswer<'imports.coverage'> | undefined;
  readonly transfers: CallAnswer<'transfers.read'> | undefined;
  readonly balances: CallAnswer<'holdings.balanceCheck'> | undefined;
  readonly prices: CallAnswer<'prices.read'> | undefined;
}

export function nextLooks(input: NextLooksInput): readonly NextLook[] {
  const { review, reconcile, coverage, transfers, balances, prices } = input;
  const states = balances?.balances.map(balanceState) ?? [];
  const below = states.filter((state) => state === 'below-zero').length;
  const differ = states.filter((state) => state === 'differs').length;
  const differences = sum(reconcile?.pairs.map((pair) => pair.differences.length));
  const gaps = sum(coverage?.accounts.flatMap(({ subjects }) => subjects.map((subject) => subject.gaps)));
  const coins = transfers?.arrivals.filter(({ isCoin }) => isCoin).length ?? 0;
  const missing = (prices?.missingAt.length ?? 0) + (prices?.missing.length ?? 0);
  return [
    ...look('balances', below, 'balance goes below zero', 'balances go below zero'),
    ...look(
      'balances',
      differ,
      'balance differs from what its file states',
      'balances differ from what files state',
    ),
    ...look('review', review?.total ?? 0, 'row to review', 'rows to review'),
    ...look(
      'differences',
      differences,
      'figure that two files state differently',
      'figures that two files state differently',
    ),
    ...look('coverage', gaps, 'month without a file', 'months without a file'),
    ...look('transfers', coins, 'arrival of coins from nowhere', 'arrivals of coins from nowhere'),
    ...look('prices', missing, 'price missing', 'prices missing'),
  ];
}

function look(tab: ImportTab, count: number, one: string, many: string): readonly NextLook[] {
  return count === 0 ? [] : [{ tab, words: `${formatCount(count)} ${count === 1 ? one : many}` }];
}

function sum(counts: readonly number[] | undefined): number {
  return counts?.reduce((total, count) => total + count, 0) ?? 0;
}
