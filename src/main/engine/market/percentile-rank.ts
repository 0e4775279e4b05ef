import { compare } from '../../../shared/num/arithmetic.ts';
import { rateFromFraction } from '../../../shared/num/integers.ts';
import type { Exact, Rate } from '../../../shared/num/types.ts';

/**
 * The share of values below one value, ties counted half: 0 is the lowest that there was, 1 the highest.
 * In: at least one value. Rounds half-even to 18 decimals.
 */
export function percentileRank<T extends Exact>(values: readonly T[], value: NoInfer<T>): Rate {
  let twiceBelow = 0;
  for (const one of values) {
    const order = compare(one, value);
    twiceBelow += order < 0 ? 2 : order === 0 ? 1 : 0;
  }
  return rateFromFraction(BigInt(twiceBelow), BigInt(values.length * 2), 'half-even');
}
