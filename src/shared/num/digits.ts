import { invariant } from '../invariant.ts';
import type { Exact } from './types.ts';
import { decimalsKept, powerOfTen } from './scale.ts';
import { fromUnits } from './units.ts';

/**
 * The exact number digits × 10^−decimals, for readers that have told the digits of a text apart themselves.
 * In: digits, a safe integer, with its sign; decimals from 0 to 18. Errors: throws on others.
 */
export function exactFromDigits<T extends Exact>(digits: number, decimals: number): T {
  invariant(Number.isSafeInteger(digits), 'digits that a float holds exactly');
  invariant(decimals >= 0 && decimals <= decimalsKept, 'decimals that an exact number can have');
  return fromUnits<T>(BigInt(digits) * powerOfTen(decimalsKept - decimals));
}
