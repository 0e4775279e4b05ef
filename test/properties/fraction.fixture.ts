/** Exact fractions of one's own, for second implementations in tests: plain, and sharing nothing with the product. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/** Beyond this a denominator is worth reducing: the search for the common factor costs more than the digits do. */
const LARGE = 10n ** 90n;

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b);
}

/** n ÷ d, in lowest terms only where the numbers are large. */
export function frac(n: bigint, d = 1n): Fraction {
  const sign = d < 0n ? -1n : 1n;
  if (n === 0n) return { n: 0n, d: 1n };
  if (d < LARGE && d > -LARGE) return { n: sign * n, d: sign * d };
  const by = gcd(n, d) || 1n;
  return { n: (sign * n) / by, d: (sign * d) / by };
}

/** "-12.50" → −25/2, over 10¹⁸ like every other amount, so that sums keep their denominator. */
export function parse(text: string): Fraction {
  const [whole = '', decimals = ''] = text.split('.');
  const places = Math.max(18, decimals.length);
  return { n: BigInt(whole + decimals.padEnd(places, '0')), d: 10n ** BigInt(places) };
}

export const zero: Fraction = frac(0n);
export const plus = (a: Fraction, b: Fraction): Fraction =>
  a.d === b.d ? frac(a.n + b.n, a.d) : frac(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { n: -b.n, d: b.d });
export const times = (a: Fraction, b: Fraction): Fraction => frac(a.n * b.n, a.d * b.d);
export const over = (a: Fraction, b: Fraction): Fraction =>
  a.d === b.d ? frac(a.n, b.n) : frac(a.n * b.d, a.d * b.n);
/** The part of a whole that belongs to some of its units. */
export const share = (whole: Fraction, some: Fraction, all: Fraction): Fraction =>
  some.d === all.d ? frac(whole.n * some.n, whole.d * all.n) : over(times(whole, some), all);
export const cmp = (a: Fraction, b: Fraction): number => {
  const [left, right] = a.d === b.d ? [a.n, b.n] : [a.n * b.d, b.n * a.d];
  return Number(left > right) - Number(left < right);
};
export const min = (a: Fraction, b: Fraction): Fraction => (cmp(a, b) <= 0 ? a : b);
export const max = (a: Fraction, b: Fraction): Fraction => (cmp(a, b) >= 0 ? a : b);
export const isAbove = (a: Fraction, b: Fraction): boolean => cmp(a, b) > 0;
export const isPositive = (a: Fraction): boolean => a.n > 0n;
export const total = (all: readonly Fraction[]): Fraction => all.reduce(plus, zero);

/** To eighteen decimals, of two equally near ones the even one. */
export function rounded(a: Fraction): Fraction {
  const one = 10n ** 18n;
  const scaled = (a.n < 0n ? -a.n : a.n) * one;
  const floor = scaled / a.d;
  const twice = (scaled % a.d) * 2n;
  const up = twice > a.d || (twice === a.d && floor % 2n === 1n);
  const whole = up ? floor + 1n : floor;
  return frac(a.n < 0n ? -whole : whole, one);
}

/** Whether a decimal text is the fraction, up to a few units of the eighteenth decimal. */
export function isNear(text: string, exact: Fraction): boolean {
  const gap = minus(parse(text), exact);
  return cmp(max(gap, minus(zero, gap)), frac(1n, 10n ** 14n)) <= 0;
}

/** Canonical decimals, rounded to eighteen. */
export function textOf(a: Fraction): string {
  const { n, d } = rounded(a);
  const units = ((n < 0n ? -n : n) * 10n ** 18n) / d;
  const digits = units.toString().padStart(19, '0');
  const decimals = digits.slice(-18).replace(/0+$/u, '');
  return `${n < 0n ? '-' : ''}${digits.slice(0, -18)}${decimals === '' ? '' : `.${decimals}`}`;
}
