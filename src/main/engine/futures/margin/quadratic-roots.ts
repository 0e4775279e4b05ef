import {
  absolute,
  add,
  compare,
  isNegative,
  isPositive,
  isZero,
  larger,
  negate,
  subtract,
} from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { ratio, rateTimes } from '../../../../shared/num/products.ts';
import { squareRoot } from '../../../../shared/num/statistics.ts';
import type { Quantity, Rate } from '../../../../shared/num/types.ts';
import type { SettleAmount } from '../units.ts';

const two = rate('2');
const four = rate('4');

/**
 * Every g above zero with constant + linear × g + square × g² = 0, smallest first.
 * Rounds half-even to 18 decimals of the largest of the three; a square root has no exact decimal.
 */
export function positiveRoots(
  constant: SettleAmount,
  linear: SettleAmount,
  square: SettleAmount,
): readonly Rate[] {
  const scale = larger(larger(absolute(constant), absolute(linear)), absolute(square));
  if (isZero(scale)) return [];
  const of = (amount: SettleAmount): Rate => ratio<Quantity>(amount, scale, 'half-even');
  return roots(of(constant), of(linear), of(square)).filter(isPositive).toSorted(compare);
}

/** The form that loses no digits: q = −(b ± √(b² − 4ac)) ÷ 2 with the sign of b, then q ÷ a and c ÷ q. */
function roots(c: Rate, b: Rate, a: Rate): readonly Rate[] {
  if (isZero(a)) return isZero(b) ? [] : [ratio<Rate>(negate(c), b, 'half-even')];
  const product = rateTimes(four, rateTimes(a, c, 'half-even'), 'half-even');
  const discriminant = subtract(rateTimes(b, b, 'half-even'), product);
  if (isNegative(discriminant)) return [];
  const root = squareRoot(discriminant);
  const sum = isNegative(b) ? subtract(b, root) : add(b, root);
  const q = negate(ratio<Rate>(sum, two, 'half-even'));
  return isZero(q) ? [] : [ratio<Rate>(q, a, 'half-even'), ratio<Rate>(c, q, 'half-even')];
}
