/** The scale of exact numbers: they count units of 10⁻¹⁸. Internal to `shared/num`. */

/** Decimals that every exact number carries. */
export const decimalsKept = 18;

/** Digits before the point that text from outside may have: values stay below 10³⁰. */
export const integerDigitsAllowed = 30;

export const unitsPerOne = 10n ** 18n;

const powersOfTen = Array.from({ length: 49 }, (_, n) => 10n ** BigInt(n));

/** 10ⁿ; up to n = 48, all that 30 digits and 18 decimals need, it is looked up. */
export function powerOfTen(n: number): bigint {
  return powersOfTen[n] ?? 10n ** BigInt(n);
}
