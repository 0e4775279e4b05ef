import { invariant } from '../invariant.ts';
import { divide } from './divide.ts';
import type { Rounding } from './divide.ts';
import { decimalsKept, powerOfTen } from './scale.ts';
import type { Exact } from './types.ts';
import { fromUnits, unitsOf } from './units.ts';

export type { Rounding };

/**
 * x to so many decimals; negative decimals round to tens, hundreds and so on.
 * In: decimals, a whole number from −30 to 18. Errors: throws on other decimals.
 */
export function roundTo<T extends Exact>(x: T, decimals: number, rounding: Rounding): T {
  invariant(
    Number.isInteger(decimals) && decimals >= -30 && decimals <= decimalsKept,
    `cannot round to ${decimals} decimals`,
  );
  return toMultiple(x, powerOfTen(decimalsKept - decimals), rounding);
}

/**
 * x as a multiple of `step`: a quantity to the contract's lot size, a price to its tick.
 * In: step above zero. Errors: throws on a step of zero or below.
 */
export function roundToStep<T extends Exact>(x: T, step: NoInfer<T>, rounding: Rounding): T {
  const stepUnits = unitsOf(step);
  invariant(stepUnits > 0n, 'a step is above zero');
  return toMultiple(x, stepUnits, rounding);
}

function toMultiple<T extends Exact>(x: T, step: bigint, rounding: Rounding): T {
  return fromUnits<T>(divide(unitsOf(x), step, rounding) * step);
}
