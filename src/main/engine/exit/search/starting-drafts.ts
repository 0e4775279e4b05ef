/** Plain drafts to search from: all on one date, dearest or cheapest lots first, and halves on two dates. */
import type { StraddleRegime } from '../../../../shared/domain/tax-elections.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { ExitCase, ExitGoal } from '../exit-case.ts';
import { plainHedge } from './draft-of-schedule.ts';
import { takenInOrder } from './draft.ts';
import type { Draft, GoalDraft } from './draft.ts';
import { lotOrders } from './lot-orders.ts';

const MOST_DATES = 8;

export function startingDrafts(
  given: ExitCase,
  regimes: readonly (StraddleRegime | null)[],
): readonly Draft[] {
  const dates = someOf(given.dates.length);
  const orders = given.goals.map(lotOrders);
  const most = Math.max(1, ...orders.map(({ length }) => length));
  return dates.flatMap((date) =>
    Array.from({ length: most }, (_, at) => at).flatMap((at) =>
      regimes.map((regime) => ({
        regime,
        goals: given.goals.map((goal, place) => {
          const order = orders[place]?.[at] ?? orders[place]?.[0] ?? [];
          return allOn(given, goal, date, order);
        }),
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

function allOn(given: ExitCase, goal: ExitGoal, date: number, order: readonly number[]): GoalDraft {
  const taken = takenInOrder(goal.lots, order, goal.sell);
  return {
    pieces: taken.map(({ place, quantity }) => ({ place, date, quantity })),
    bought: goal.buy > zeroQuantity ? new Map([[date, goal.buy]]) : new Map(),
    steps: plainHedge(given),
  };
}
