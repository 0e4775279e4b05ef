import { rate } from '../../../../shared/num/parse.ts';
import { power } from '../../../../shared/num/approximate.ts';
import { larger } from '../../../../shared/num/arithmetic.ts';
import { rateTimes } from '../../../../shared/num/products.ts';
import type { Rate } from '../../../../shared/num/types.ts';

/** When the watch over a leg speaks up. Every one can be set by the user, for all legs or for one. */
export interface Thresholds {
  /** How far the hedge ratio may be from the plan's: 0.1 is ten points. */
  readonly ratio: Rate;
  /** The least distance to liquidation, as a share of the mark. */
  readonly distance: Rate;
  /** The same in standard deviations of a day, times the root of the days to the next check. */
  readonly sigmas: Rate;
  readonly checkDays: number;
  readonly rollWarnDays: number;
  readonly rollActDays: number;
  readonly priceAgeDays: number;
}

export const defaultThresholds: Thresholds = {
  ratio: rate('0.1'),
  distance: rate('0.2'),
  sigmas: rate('3'),
  checkDays: 7,
  rollWarnDays: 10,
  rollActDays: 5,
  priceAgeDays: 1,
};

const HALF = rate('0.5');

/**
 * How far a liquidation price should be from the mark at least: the larger of the floor and
 * sigmas × daily standard deviation × √(days to the next check).
 * In: the daily standard deviation, null where no history of closes is imported: then the floor alone.
 * Rounds: the root as `power` does.
 */
export function leastDistance(
  { distance, sigmas, checkDays }: Pick<Thresholds, 'distance' | 'sigmas' | 'checkDays'>,
  dailySigma: Rate | null,
): Rate {
  if (dailySigma === null) return distance;
  const root = power(rate(String(checkDays)), HALF);
  return larger(distance, rateTimes(rateTimes(sigmas, dailySigma, 'half-even'), root, 'half-even'));
}
