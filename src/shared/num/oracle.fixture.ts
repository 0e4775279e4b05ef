/** What the number tests share: random exact numbers, and decimal.js as the judge. */
import { Decimal as AnyDecimal } from 'decimal.js';
import fc from 'fast-check';
import { toText } from './format.ts';
import type { Rounding } from './rounding.ts';
import type { Exact } from './types.ts';
import { fromUnits } from './units.ts';

/** 200 digits hold every product of two numbers whole, and tell every quotient of two from a tie. */
export const Decimal = AnyDecimal.clone({ precision: 200, toExpNeg: -9e15, toExpPos: 9e15 });

const modes = {
  'half-even': AnyDecimal.ROUND_HALF_EVEN,
  'half-up': AnyDecimal.ROUND_HALF_UP,
  down: AnyDecimal.ROUND_DOWN,
  up: AnyDecimal.ROUND_UP,
  floor: AnyDecimal.ROUND_FLOOR,
  ceiling: AnyDecimal.ROUND_CEIL,
} as const satisfies Record<Rounding, AnyDecimal.Rounding>;

export const anyRounding: fc.Arbitrary<Rounding> = fc.constantFrom(...(Object.keys(modes) as Rounding[]));

/** Any exact number: of all sizes below 10³⁰, and often with few digits, so that ties and zeros occur. */
export function anyExact<T extends Exact>(): fc.Arbitrary<T> {
  const bound = 10n ** 48n - 1n;
  const few = fc
    .tuple(fc.bigInt(-999n, 999n), fc.nat({ max: 20 }))
    .map(([digits, zeros]) => digits * 10n ** BigInt(zeros));
  const ordinary = fc.bigInt(-(10n ** 24n), 10n ** 24n);
  return fc.oneof(few, ordinary, fc.bigInt(-bound, bound)).map((units) => fromUnits<T>(units));
}

export function anyNonZero<T extends Exact>(): fc.Arbitrary<T> {
  return anyExact<T>().filter((x) => toText(x) !== '0');
}

export function decimal(x: Exact): AnyDecimal {
  return new Decimal(toText(x));
}

/** Canonical text of a decimal rounded as the mode says. */
export function rounded(x: AnyDecimal, decimals: number, rounding: Rounding): string {
  return canonical(x.toDecimalPlaces(decimals, modes[rounding]));
}

/** Canonical text of a whole number of steps. */
export function roundedToStep(x: AnyDecimal, step: AnyDecimal, rounding: Rounding): string {
  return canonical(x.dividedBy(step).toDecimalPlaces(0, modes[rounding]).times(step));
}

export function canonical(x: AnyDecimal): string {
  return x.isZero() ? '0' : x.toFixed();
}
