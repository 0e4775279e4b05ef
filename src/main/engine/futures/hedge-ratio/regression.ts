import { add, clampToZero, isZero, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { rateFromFraction } from '../../../../shared/num/integers.ts';
import { ratio, rateTimes } from '../../../../shared/num/products.ts';
import { squareRoot } from '../../../../shared/num/statistics.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { oneRate, zeroRate } from '../../../../shared/num/types.ts';

/** A change of the hedged asset and the change of the hedge over the same time. */
export interface ChangePair {
  readonly spot: Rate;
  readonly futures: Rate;
}

/** The straight line of spot changes on futures changes, by least squares. */
export interface Regression {
  readonly count: number;
  readonly slope: Rate;
  /** √((1 − R²) ÷ (n − 2)) × σ(spot) ÷ σ(futures). */
  readonly slopeError: Rate;
  readonly rSquared: Rate;
  readonly correlation: Rate;
  /** Standard deviations, n − 1 in the divisor. */
  readonly spotDeviation: Rate;
  readonly futuresDeviation: Rate;
}

/**
 * The regression of spot changes on futures changes; null for fewer than three pairs or where the futures do not move.
 * Rounds half-even to 18 decimals at each step.
 * Source: Hull, Options, Futures and Other Derivatives, 3.4 (minimum variance hedge ratio).
 */
export function regression(pairs: readonly ChangePair[]): Regression | null {
  const count = pairs.length;
  if (count < 3) return null;
  const spot = deviations(pairs.map((pair) => pair.spot));
  const futures = deviations(pairs.map((pair) => pair.futures));
  const spotSquares = products(spot, spot);
  const futuresSquares = products(futures, futures);
  if (isZero(futuresSquares)) return null;
  const both = products(spot, futures);
  const slope = ratio(both, futuresSquares, 'half-even');
  const rSquared = isZero(spotSquares)
    ? zeroRate
    : rateTimes(slope, ratio(both, spotSquares, 'half-even'), 'half-even');
  const unexplained = subtract(oneRate, rSquared);
  const share = rateFromFraction(1n, BigInt(count - 2), 'half-even');
  const ofSlopes = ratio(spotSquares, futuresSquares, 'half-even');
  const error = rateTimes(rateTimes(unexplained, share, 'half-even'), ofSlopes, 'half-even');
  const spotDeviation = squareRoot(overLessOne(spotSquares, count));
  const futuresDeviation = squareRoot(overLessOne(futuresSquares, count));
  return {
    count,
    slope,
    // Rounding can bring an R² a hair above one.
    slopeError: squareRoot(clampToZero(error)),
    rSquared,
    correlation: isZero(spotDeviation)
      ? zeroRate
      : ratio(rateTimes(slope, futuresDeviation, 'half-even'), spotDeviation, 'half-even'),
    spotDeviation,
    futuresDeviation,
  };
}

/** The variance of values, n − 1 in the divisor. In: two values or more. */
export function variance(values: readonly Rate[]): Rate {
  const off = deviations(values);
  return overLessOne(products(off, off), values.length);
}

function deviations(values: readonly Rate[]): Rate[] {
  const mean = ratio(sum(values, zeroRate), wholeNumber(values.length), 'half-even');
  return values.map((value) => subtract(value, mean));
}

function products(a: readonly Rate[], b: readonly Rate[]): Rate {
  return a.reduce<Rate>(
    (total, one, index) => add(total, rateTimes(one, b[index] ?? zeroRate, 'half-even')),
    zeroRate,
  );
}

function overLessOne(total: Rate, count: number): Rate {
  return ratio(total, wholeNumber(count - 1), 'half-even');
}

function wholeNumber(n: number): Rate {
  return rateFromFraction(BigInt(n), 1n, 'half-even');
}
