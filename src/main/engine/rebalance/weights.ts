import { absolute, compare, isPositive, subtract, sum } from '../../../shared/num/arithmetic.ts';
import { ratio } from '../../../shared/num/products.ts';
import type { Money, Rate } from '../../../shared/num/types.ts';
import { oneRate, zeroMoney, zeroRate } from '../../../shared/num/types.ts';

/**
 * Each value's share of their sum; the shares add up to one exactly, because the largest takes what rounding leaves.
 * Out: null where the sum is not above zero. Rounds half-even to 18 decimals.
 */
export function weightsOf(values: readonly Money[]): Rate[] | null {
  const total = sum(values, zeroMoney);
  if (!isPositive(total)) return null;
  const weights = values.map((value) => ratio<Money>(value, total, 'half-even'));
  const largest = indexOfLargest(values);
  const others = sum(
    weights.filter((_, index) => index !== largest),
    zeroRate,
  );
  weights[largest] = subtract(oneRate, others);
  return weights;
}

function indexOfLargest(values: readonly Money[]): number {
  return values.reduce(
    (best, value, index) =>
      compare(absolute(value), absolute(values[best] ?? zeroMoney)) > 0 ? index : best,
    0,
  );
}
