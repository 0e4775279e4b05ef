import type { Side } from '../../../shared/domain/event.ts';
import { add, compare, isPositive, subtract } from '../../../shared/num/arithmetic.ts';
import { rate } from '../../../shared/num/parse.ts';
import { priceTimes, quantityTimes } from '../../../shared/num/products.ts';
import type { Price, Rate } from '../../../shared/num/types.ts';
import { oneRate, zeroRate, zeroQuantity } from '../../../shared/num/types.ts';
import { coins } from '../futures/units.ts';
import type { Coins } from '../futures/units.ts';
import type { BookLevel } from './walk-book.ts';

/** All that rests up to a distance from the middle, as exchanges publish it at 1 to 5 %. */
export interface DepthPoint {
  /** 0.01 is 1 %; above zero on both sides. */
  readonly distance: Rate;
  readonly cumulative: Coins;
}

/** A book between two bounds: where in a band the orders rest nobody knows. */
export interface DepthBands {
  /** Everything of a band at its far edge: an order cannot cost more. */
  readonly worst: readonly BookLevel[];
  /** Everything of a band at its near edge: an order cannot cost less. */
  readonly best: readonly BookLevel[];
}

/**
 * Sums up to whole per cents as levels to walk, from both ends.
 * In: points of the side that the order takes, in any order; sums that fall with the distance are taken as level.
 * Rounds prices half-even.
 */
export function depthBands(points: readonly DepthPoint[], mid: Price, side: Side): DepthBands {
  const worst: BookLevel[] = [];
  const best: BookLevel[] = [];
  let near: Rate = zeroRate;
  let before: Coins = coins(zeroQuantity);
  for (const { distance, cumulative } of points.toSorted((a, b) => compare(a.distance, b.distance))) {
    const size = subtract(cumulative, before);
    if (isPositive(size)) {
      worst.push({ price: priceAt(mid, distance, side), size });
      best.push({ price: priceAt(mid, near, side), size });
      before = cumulative;
    }
    near = distance;
  }
  return { worst, best };
}

/** The share of a book that is left in a rush. */
export function scaledLevels(levels: readonly BookLevel[], factor: Rate): readonly BookLevel[] {
  return levels.map(({ price, size }) => ({ price, size: coins(quantityTimes(size, factor, 'half-even')) }));
}

/**
 * How much of the depth is left in a rush: three tenths, and two. Source: common practice; on 10 October 2025 spreads were
 * extreme and venues could not be reached.
 */
export const STRESSED_DEPTH = { mild: rate('0.3'), severe: rate('0.2') } as const;

function priceAt(mid: Price, distance: Rate, side: Side): Price {
  return priceTimes(mid, side === 'buy' ? add(oneRate, distance) : subtract(oneRate, distance), 'half-even');
}
