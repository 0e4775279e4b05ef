/** What was and can be decided when a rule fired. Pure. */
import type { CallAnswer, CallInput } from '../../../../shared/contract/contract.ts';

export type Log = CallAnswer<'policy.log'>;
export type Firing = Log['firings'][number];
export type Decision = Log['decisions'][number];
export type DecisionKind = CallInput<'policy.decide'>['decided'];

export const decisionChoices: readonly {
  readonly value: DecisionKind;
  readonly label: string;
  readonly about: string;
}[] = [
  { value: 'hedged', label: 'Hedged with futures', about: 'No coin is sold; the mix behaves as wanted' },
  { value: 'sold', label: 'Sold coins', about: 'And bought what was too small' },
  { value: 'both', label: 'A part of each', about: 'Sold some, hedged the rest' },
  { value: 'new-money', label: 'Added new money', about: 'Bought what was too small' },
  { value: 'let-it-be', label: 'Let it be, this time', about: 'The rule rests as long as the policy says' },
];

export function decisionOf(text: string | undefined): DecisionKind | null {
  return decisionChoices.find(({ value }) => value === text)?.value ?? null;
}

export function openFirings({ firings }: Pick<Log, 'firings'>): readonly Firing[] {
  return firings.filter(({ state }) => state === 'open');
}

export const stateWords: Readonly<Record<Firing['state'], string>> = {
  open: 'Waits for you',
  decided: 'Decided',
  passed: 'Passed by itself',
};

export interface FiringGroup {
  readonly key: string;
  /** The rule that is told; all are of one line and one day, with one answer. */
  readonly first: Firing;
  readonly others: readonly Firing[];
}

/** What fired of one line on one day stands together: two bands of it tell the same drift. In the order given. */
export function groupedFirings(firings: readonly Firing[]): readonly FiringGroup[] {
  const groups = Map.groupBy(firings, ({ firedOn, of, state, version }) =>
    [firedOn, of ?? '', state, version].join(' '),
  );
  return [...groups].flatMap(([key, [first, ...others]]) =>
    first === undefined ? [] : [{ key, first, others }],
  );
}
