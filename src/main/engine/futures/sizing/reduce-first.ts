import {
  absolute,
  compare,
  isNegative,
  isZero,
  negate,
  smaller,
  subtract,
} from '../../../../shared/num/arithmetic.ts';
import type { ValuationPoint } from '../payoff/payoff.ts';
import type { FuturesPosition } from '../position.ts';
import { sizeHedge } from '../size-hedge.ts';
import { valuePosition } from '../value-position.ts';
import { coins } from '../units.ts';
import type { Coins, OrderQuantity } from '../units.ts';

/** An open position that an order would work against, and how much of it to close instead. */
export interface Reduction {
  readonly position: FuturesPosition;
  readonly quantity: OrderQuantity;
  /** As an order, signed: closing a long sells. */
  readonly coins: Coins;
}

/**
 * Open positions on the other side of an order on the same coin, to be made smaller first: opening against them would pay
 * margin, fees and funding twice for nothing. The largest first, as far as the order reaches, rounded down.
 * In: coins of the order, negative to sell; the coin's positions with where they stand (null: not known, left out).
 */
export function reduceFirst(
  order: Coins,
  positions: readonly { readonly position: FuturesPosition; readonly at: ValuationPoint | null }[],
): Reduction[] {
  const against = positions
    .flatMap(({ position, at }) =>
      at === null || position.side === 'flat'
        ? []
        : [{ position, at, delta: valuePosition(position, at).delta }],
    )
    .filter(({ delta }) => !isZero(delta) && isNegative(delta) !== isNegative(order))
    .toSorted((a, b) => compare(absolute(b.delta), absolute(a.delta)));
  const reductions: Reduction[] = [];
  let left = absolute(order);
  for (const { position, at, delta } of against) {
    const part = coins(smaller(left, absolute(delta)));
    if (isZero(part)) break;
    const isAll = part === absolute(delta);
    const sized = isAll ? null : sizeHedge(part, position.spec, at, 'floor');
    const amount = sized === null ? position.quantity : sized.quantity;
    const closed = coins(sized === null ? part : absolute(sized.coins));
    if (isZero(amount.amount)) continue;
    left = subtract(left, closed);
    reductions.push({ position, quantity: amount, coins: isNegative(order) ? negate(closed) : closed });
  }
  return reductions;
}
