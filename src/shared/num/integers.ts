import { divide } from './divide.ts';
import type { Rounding } from './divide.ts';
import { unitsPerOne } from './scale.ts';
import type { Rate } from './types.ts';
import { fromUnits } from './units.ts';

/** numerator ÷ denominator, such as days over 365. Errors: throws `RangeError` on a zero denominator. */
export function rateFromFraction(numerator: bigint, denominator: bigint, rounding: Rounding): Rate {
  return fromUnits<Rate>(divide(numerator * unitsPerOne, denominator, rounding));
}
