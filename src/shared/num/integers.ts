import { invariant } from '../invariant.ts';
import { divide } from './divide.ts';
import type { Rounding } from './divide.ts';
import { unitsPerOne } from './scale.ts';
import type { Quantity, Rate } from './types.ts';
import { fromUnits } from './units.ts';

/** A whole quantity: a count of contracts. Errors: throws on a number that is not a safe integer. */
export function quantityFromInteger(n: number | bigint): Quantity {
  invariant(typeof n === 'bigint' || Number.isSafeInteger(n), `not a whole number: ${n}`);
  return fromUnits<Quantity>(BigInt(n) * unitsPerOne);
}

/** numerator ÷ denominator, such as days over 365. Errors: throws `RangeError` on a zero denominator. */
export function rateFromFraction(numerator: bigint, denominator: bigint, rounding: Rounding): Rate {
  return fromUnits<Rate>(divide(numerator * unitsPerOne, denominator, rounding));
}
