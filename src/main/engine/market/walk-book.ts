import type { Side } from '../../../shared/domain/event.ts';
import { add, compare, isZero, negate, smaller, subtract } from '../../../shared/num/arithmetic.ts';
import { priceOf, ratio, valueOf } from '../../../shared/num/products.ts';
import type { Money, Price, Rate } from '../../../shared/num/types.ts';
import { zeroMoney, zeroQuantity } from '../../../shared/num/types.ts';
import { coins } from '../futures/units.ts';
import type { Coins } from '../futures/units.ts';

/** What rests at one price, in coins: contracts are converted by their multiplier first (`coinsOfOrder`). */
export interface BookLevel {
  readonly price: Price;
  readonly size: Coins;
}

export type BookWalk =
  | {
      readonly kind: 'filled';
      /** Money over coins. */
      readonly averagePrice: Price;
      /** Of the last level that was reached. */
      readonly worstPrice: Price;
    }
  /** Depth ends before the order does: there is no average then, not even a partial one. */
  | { readonly kind: 'cannot-fill'; readonly available: Coins };

/**
 * What an order takes when it walks one side of a book.
 * In: the side that the order takes, best price first; coins above zero.
 * Rounds half-even to 18 decimals.
 */
export function walkBook(levels: readonly BookLevel[], wanted: Coins): BookWalk {
  let left: Coins = wanted;
  let paid: Money = zeroMoney;
  for (const { price, size } of levels) {
    const taken = smaller(size, left);
    paid = add(paid, valueOf(taken, price, 'half-even'));
    left = subtract(left, taken);
    if (isZero(left) && !isZero(taken)) {
      return { kind: 'filled', averagePrice: priceOf(paid, wanted, 'half-even'), worstPrice: price };
    }
  }
  return { kind: 'cannot-fill', available: subtract(wanted, left) };
}

/** All that rests on one side. */
export function depthOf(levels: readonly BookLevel[]): Coins {
  return levels.reduce<Coins>((total, { size }) => add(total, size), coins(zeroQuantity));
}

/** The levels of a book in the order in which an order meets them: a buyer takes the lowest asks first. */
export function bestFirst(levels: readonly BookLevel[], side: Side): readonly BookLevel[] {
  return levels.toSorted((a, b) => (side === 'buy' ? compare(a.price, b.price) : compare(b.price, a.price)));
}

/**
 * What a price costs against the middle, as a share of it: positive is worse. Half the spread is inside.
 * In: a middle above zero. Rounds half-even to 18 decimals.
 */
export function slippageOf(averagePrice: Price, mid: Price, side: Side): Rate {
  const over = ratio(subtract(averagePrice, mid), mid, 'half-even');
  return side === 'buy' ? over : negate(over);
}
