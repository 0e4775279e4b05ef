import { LOT_ELECTIONS } from '../../../../shared/domain/lot-elections.ts';
import { STRADDLE_REGIMES } from '../../../../shared/domain/tax-elections.ts';
import type { StraddleRegime } from '../../../../shared/domain/tax-elections.ts';
import { derivedWith } from '../../derived.ts';
import type { Derived } from '../../derived.ts';

interface Answer {
  readonly id: string;
  readonly value: string;
}

/** A mixed straddle account would tax the coins at each day's price: it is warned of, and never computed. */
export const NEVER_COMPUTED: StraddleRegime = 'account';

/**
 * The ledger as it would be with other answers: what `elections.effects` and `plan.whatIf` both look at. The kind of
 * straddle is asked as "had every hedge that it fits been marked so on its day".
 * Out: null for an answer that is not computed.
 */
export function triedWith(answers: readonly Answer[], derived: Derived): Derived | null {
  const { facts, ofLots, at, taxElections } = derived;
  const regime = regimeAmong(answers);
  if (regime === NEVER_COMPUTED) return null;
  const others = facts.elections.filter(({ id }) => !answers.some((one) => one.id === id));
  const elections = [...others, ...answers.map(({ id, value }) => ({ id, value, madeAt: at }))];
  const isOfLots = answers.some(({ id }) => LOT_ELECTIONS.some((one) => one.id === id));
  return derivedWith(
    derived,
    { elections, regime: regime === taxElections.straddleRegime ? null : regime },
    isOfLots ? undefined : ofLots,
  );
}

function regimeAmong(answers: readonly Answer[]): StraddleRegime | null {
  const answer = answers.findLast(({ id }) => id === 'straddle-regime');
  return answer === undefined ? null : (STRADDLE_REGIMES.find((one) => one === answer.value) ?? 'none');
}
