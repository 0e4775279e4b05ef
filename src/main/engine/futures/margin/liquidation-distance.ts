import { absolute, isPositive, subtract } from '../../../../shared/num/arithmetic.ts';
import { ratio } from '../../../../shared/num/products.ts';
import { naturalLogarithm } from '../../../../shared/num/statistics.ts';
import type { Price, Rate } from '../../../../shared/num/types.ts';

export interface LiquidationDistance {
  /** Of the mark, never negative: 0.25 is 25 %. */
  readonly share: Rate;
  /** |ln(price ÷ mark)| in standard deviations of a day's change; null where that is not known or zero. */
  readonly dailySigmas: Rate | null;
}

/**
 * How far the mark is from a liquidation price.
 * In: prices above zero. Rounds half-even to 18 decimals; the logarithm has no exact decimal.
 */
export function liquidationDistance(mark: Price, price: Price, dailySigma: Rate | null): LiquidationDistance {
  const share = absolute(ratio<Price>(subtract(price, mark), mark, 'half-even'));
  if (dailySigma === null || !isPositive(dailySigma)) return { share, dailySigmas: null };
  const change = absolute(naturalLogarithm(ratio<Price>(price, mark, 'half-even')));
  return { share, dailySigmas: ratio<Rate>(change, dailySigma, 'half-even') };
}
