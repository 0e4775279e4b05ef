/**
 * What an order moves the price by, where nobody has its book: the square-root law as a band, and Almgren's estimate.
 *
 * Source: Donier and Bonart, arXiv 1412.4503 (the square root holds on Bitcoin over four decades of size); Almgren, Thum,
 * Hauptmann, Li 2005 (temporary impact grows with the power 3/5, the pure square root is rejected): hence exponents from
 * 0.5 to 0.6 and not a point.
 */
import { add, isPositive, isZero, larger, smaller } from '../../../shared/num/arithmetic.ts';
import { power } from '../../../shared/num/approximate.ts';
import { invariant } from '../../../shared/invariant.ts';
import { rate } from '../../../shared/num/parse.ts';
import { ratio, rateTimes } from '../../../shared/num/products.ts';
import { squareRoot } from '../../../shared/num/statistics.ts';
import type { Quantity, Rate } from '../../../shared/num/types.ts';
import { zeroRate } from '../../../shared/num/types.ts';

/** Y of the square-root law, from several studies: 0.5 to 1.5, 1 in the middle. */
const LOW_Y = rate('0.5');
const HIGH_Y = rate('1.5');
const THREE_FIFTHS = rate('0.6');
const QUARTER = rate('0.25');
const HALF = rate('0.5');

/** Shares of the price. */
export interface ImpactBand {
  readonly low: Rate;
  /** Y · σ · √(Q/ADV) with Y = 1. */
  readonly middle: Rate;
  readonly high: Rate;
}

/**
 * The impact of an order of a share of a day's volume.
 * In: `share`, order over average daily volume in the same unit, not negative; `dailySigma`, of returns.
 * Rounds half-even at each step.
 */
export function impactBand(dailySigma: Rate, share: Rate): ImpactBand {
  if (isZero(share)) return { low: zeroRate, middle: zeroRate, high: zeroRate };
  const root = squareRoot(share);
  const steeper = power(share, THREE_FIFTHS);
  const of = (factor: Rate, y?: Rate): Rate => {
    const impact = rateTimes(dailySigma, factor, 'half-even');
    return y === undefined ? impact : rateTimes(impact, y, 'half-even');
  };
  return {
    low: of(smaller(root, steeper), LOW_Y),
    middle: of(root),
    high: of(larger(root, steeper), HIGH_Y),
  };
}

/** The order as a share of a day's volume. In: a volume above zero, both in the same unit. Rounds half-even. */
export function shareOfVolume<T extends Quantity>(order: T, averageDailyVolume: NoInfer<T>): Rate {
  invariant(isPositive(averageDailyVolume), 'a day’s volume is above zero');
  return ratio<Quantity>(order, averageDailyVolume, 'half-even');
}

/** Almgren and others, for stocks: coefficients of the paper. */
const GAMMA = rate('0.314');
const ETA = rate('0.142');

export interface AlmgrenImpact {
  /** What stays: γσ(X/V)(Θ/V)^¼. */
  readonly permanent: Rate;
  /** What passes: ησ|X/(V·T)|^⅗. */
  readonly temporary: Rate;
  /** Half of what stays and all of what passes. */
  readonly cost: Rate;
}

/**
 * In: `share` = X/V above zero; `days` = T above zero, how long the order is spread over; `outstandingOverVolume` = Θ/V
 * above zero. Rounds half-even at each step. Source: Almgren, Thum, Hauptmann, Li 2005; the coefficients are from knowledge.
 */
export function almgrenImpact(
  dailySigma: Rate,
  share: Rate,
  days: Rate,
  outstandingOverVolume: Rate,
): AlmgrenImpact {
  const scaledBy = (coefficient: Rate, factor: Rate): Rate =>
    rateTimes(rateTimes(coefficient, dailySigma, 'half-even'), factor, 'half-even');
  const permanent = scaledBy(GAMMA, rateTimes(share, power(outstandingOverVolume, QUARTER), 'half-even'));
  const temporary = scaledBy(ETA, power(ratio(share, days, 'half-even'), THREE_FIFTHS));
  return { permanent, temporary, cost: add(rateTimes(permanent, HALF, 'half-even'), temporary) };
}
