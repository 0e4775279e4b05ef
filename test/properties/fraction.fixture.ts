/** Exact fractions of one's own, for second implementations in tests: slow, plain, and sharing nothing with the product. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b);
}

export function frac(n: bigint, d = 1n): Fraction {
  const sign = d < 0n ? -1n : 1n;
  const by = gcd(n, d) || 1n;
  return { n: (sign * n) / by, d: (sign * d) / by };
}

/** "-12.50" → −25/2. */
export function parse(text: string): Fraction {
  const [whole = '', decimals = ''] = text.split('.');
  return frac(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

export const zero: Fraction = frac(0n);
export const plus = (a: Fraction, b: Fraction): Fraction => frac(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Fraction, b: Fraction): Fraction => frac(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Fraction, b: Fraction): Fraction => frac(a.n * b.n, a.d * b.d);
export const over = (a: Fraction, b: Fraction): Fraction => frac(a.n * b.d, a.d * b.n);
export const cmp = (a: Fraction, b: Fraction): number =>
  Number(a.n * b.d > b.n * a.d) - Number(a.n * b.d < b.n * a.d);
export const min = (a: Fraction, b: Fraction): Fraction => (cmp(a, b) <= 0 ? a : b);
export const max = (a: Fraction, b: Fraction): Fraction => (cmp(a, b) >= 0 ? a : b);

/** Whether a decimal text is the fraction, up to a few units of the eighteenth decimal. */
export function isNear(text: string, exact: Fraction): boolean {
  const gap = minus(parse(text), exact);
  return cmp(max(gap, minus(zero, gap)), frac(1n, 10n ** 14n)) <= 0;
}
