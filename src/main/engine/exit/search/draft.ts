/** A plan in the making: which coins of which lots leave on which date. What of the hedges stays follows from it. */
import type { StraddleRegime } from '../../../../shared/domain/tax-elections.ts';
import { add, smaller, subtract } from '../../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { ExitCase } from '../exit-case.ts';

/** Coins of one lot on one date; `place` is the lot's among those of its goal. */
export interface Piece {
  readonly place: number;
  readonly date: number;
  readonly quantity: Quantity;
}

export interface GoalDraft {
  readonly pieces: readonly Piece[];
  /** Bought, by place of the date. */
  readonly bought: ReadonlyMap<number, Quantity>;
  /** Where whole steps leave a choice: fewer, the nearest, or more; and which position is kept longest. */
  readonly steps: HedgeChoice;
}

export interface HedgeChoice {
  readonly rounding: 'fewer' | 'nearest' | 'more';
  /** Places of the positions among the case's, the one that is kept longest first. */
  readonly order: readonly number[];
  /**
   * Wished for where the tolerance leaves a choice: steps by place of the position and date. Kept as far as the tolerance
   * and earlier dates allow. null: as many as stand for what is still to be done.
   */
  readonly wished: readonly (readonly number[])[] | null;
}

export interface Draft {
  readonly regime: StraddleRegime | null;
  readonly goals: readonly GoalDraft[];
}

/** What is left of a goal after each date. */
export function restAfter(given: ExitCase, draft: Draft, goal: number): readonly Quantity[] {
  const asked = given.goals[goal];
  const own = draft.goals[goal];
  if (asked === undefined || own === undefined) return [];
  let rest = add(asked.sell, asked.buy);
  const done = given.dates.map(() => zeroQuantity);
  for (const { date, quantity } of own.pieces) done[date] = add(done[date] ?? zeroQuantity, quantity);
  for (const [date, quantity] of own.bought) done[date] = add(done[date] ?? zeroQuantity, quantity);
  return done.map((quantity) => (rest = subtract(rest, quantity)));
}

/** Lots in an order until a quantity is reached. */
export function takenInOrder(
  lots: readonly { readonly quantity: Quantity }[],
  order: readonly number[],
  quantity: Quantity,
): readonly { readonly place: number; readonly quantity: Quantity }[] {
  let left = quantity;
  return order.flatMap((place) => {
    const taken = smaller(left, lots[place]?.quantity ?? zeroQuantity);
    if (taken <= zeroQuantity) return [];
    left = subtract(left, taken);
    return [{ place, quantity: taken }];
  });
}
