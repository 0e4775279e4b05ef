/** Plain drafts to search from: all on one date, dearest or cheapest lots first, and halves on two dates. */
import type { StraddleRegime } from '../../../../shared/domain/tax-elections.ts';
import { toFloat } from '../../../../shared/num/approximate.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { ExitCase, ExitGoal } from '../exit-case.ts';
import { plainHedge } from './draft-of-schedule.ts';
import { takenInOrder } from './draft.ts';
import type { Draft, GoalDraft } from './draft.ts';

const MOST_DATES = 8;

export function startingDrafts(
  given: ExitCase,
  regimes: readonly (StraddleRegime | null)[],
): readonly Draft[] {
  const dates = someOf(given.dates.length);
  return dates.flatMap((date) =>
    (['dearest', 'cheapest'] as const).flatMap((first) =>
      regimes.map((regime) => ({
        regime,
        goals: given.goals.map((goal) => allOn(given, goal, date, first)),
      })),
    ),
  );
}

function someOf(count: number): readonly number[] {
  const all = Array.from({ length: count }, (_, place) => place);
  if (count <= MOST_DATES) return all;
  return [
    ...new Set(
      Array.from({ length: MOST_DATES }, (_, at) => Math.round((at * (count - 1)) / (MOST_DATES - 1))),
    ),
  ];
}

function allOn(given: ExitCase, goal: ExitGoal, date: number, first: 'dearest' | 'cheapest'): GoalDraft {
  const sign = first === 'dearest' ? -1 : 1;
  const each = goal.lots.map(
    ({ costBasis, quantity }) => toFloat(costBasis) / Math.max(1e-18, toFloat(quantity)),
  );
  const order = [...goal.lots.keys()].toSorted((a, b) => sign * ((each[a] ?? 0) - (each[b] ?? 0)) || a - b);
  const taken = takenInOrder(goal.lots, order, goal.sell);
  return {
    pieces: taken.map(({ place, quantity }) => ({ place, date, quantity })),
    bought: goal.buy > zeroQuantity ? new Map([[date, goal.buy]]) : new Map(),
    steps: plainHedge(given),
  };
}
