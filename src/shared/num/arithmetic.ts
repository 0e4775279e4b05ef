/** Arithmetic within one kind of exact number. Nothing here rounds. */
import type { Exact } from './types.ts';
import { fromUnits, unitsOf } from './units.ts';

/** a + b. */
export function add<T extends Exact>(a: T, b: NoInfer<T>): T {
  return fromUnits<T>(unitsOf(a) + unitsOf(b));
}

/** a − b. */
export function subtract<T extends Exact>(a: T, b: NoInfer<T>): T {
  return fromUnits<T>(unitsOf(a) - unitsOf(b));
}

/** −x. */
export function negate<T extends Exact>(x: T): T {
  return fromUnits<T>(-unitsOf(x));
}

/** |x|. */
export function absolute<T extends Exact>(x: T): T {
  return unitsOf(x) < 0n ? negate(x) : x;
}

/** The sum of the values, from `zero` on; `zero` says of what kind an empty sum is. */
export function sum<T extends Exact>(values: Iterable<NoInfer<T>>, zero: T): T {
  let total = unitsOf(zero);
  for (const value of values) total += unitsOf(value);
  return fromUnits<T>(total);
}

/** The order of a and b, for sorting: −1 when a is smaller, 0 when equal, 1 when larger. */
export function compare<T extends Exact>(a: T, b: NoInfer<T>): -1 | 0 | 1 {
  const left = unitsOf(a);
  const right = unitsOf(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function isZero(x: Exact): boolean {
  return unitsOf(x) === 0n;
}

/** Whether x < 0. */
export function isNegative(x: Exact): boolean {
  return unitsOf(x) < 0n;
}

/** Whether x > 0. */
export function isPositive(x: Exact): boolean {
  return unitsOf(x) > 0n;
}

/** The smaller of two; the first when equal. */
export function smaller<T extends Exact>(a: T, b: NoInfer<T>): T {
  return unitsOf(b) < unitsOf(a) ? b : a;
}

/** The larger of two; the first when equal. */
export function larger<T extends Exact>(a: T, b: NoInfer<T>): T {
  return unitsOf(b) > unitsOf(a) ? b : a;
}

/** x where it is positive, else zero. */
export function clampToZero<T extends Exact>(x: T): T {
  return unitsOf(x) < 0n ? fromUnits<T>(0n) : x;
}
