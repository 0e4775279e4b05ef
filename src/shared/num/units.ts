/**
 * The run-time form of exact numbers: a bigint counting units of 10⁻¹⁸.
 * Only the files of `shared/num` import this; everyone else keeps to the opaque types.
 */
import type { Exact } from './types.ts';

/** Decimals that every exact number carries. */
export const decimalsKept = 18;

/** Digits before the point that text from outside may have: values stay below 10³⁰. */
export const integerDigitsAllowed = 30;

export const unitsPerOne = 10n ** 18n;

/** 10ⁿ for n from 0 to 48, so that scaling costs no exponentiation. */
export const powersOfTen: readonly bigint[] = Array.from({ length: 49 }, (_, n) => 10n ** BigInt(n));

export function unitsOf(x: Exact): bigint {
  return x as unknown as bigint;
}

export function fromUnits<T extends Exact>(units: bigint): T {
  return units as unknown as T;
}

/** 10ⁿ for n from 0 to 48. */
export function powerOfTen(n: number): bigint {
  return powersOfTen[n] ?? 10n ** BigInt(n);
}
