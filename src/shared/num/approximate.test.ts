import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InvariantError } from '../invariant.ts';
import { discountFactor, power, toFloat } from './approximate.ts';
import { toText } from './format.ts';
import { Decimal, anyExact, decimal, rounded } from './oracle.fixture.ts';
import { money, rate } from './parse.ts';
import type { Money, Rate } from './types.ts';
import { oneRate } from './types.ts';
import { fromUnits } from './units.ts';

test('toFloat is the float beside the number', () => {
  fc.assert(
    fc.property(anyExact<Money>(), (x) => {
      const nearest = Number(toText(x));
      expect(Math.abs(toFloat(x) - nearest)).toBeLessThanOrEqual(Math.abs(nearest) * Number.EPSILON);
    }),
  );
  expect(toFloat(money('-0.1'))).toBe(-0.1);
});

test('whole powers are exact products', () => {
  expect(power(rate('1.05'), rate('2'))).toBe(rate('1.1025'));
  expect(power(rate('2'), rate('-3'))).toBe(rate('0.125'));
  expect(power(rate('7.25'), rate('0'))).toBe(oneRate);
  expect(power(rate('0.000000001'), rate('3'))).toBe(rate('0'));
});

test('a half power is the root', () => {
  const positive = fc.bigInt(1n, 10n ** 30n).map((units) => fromUnits<Rate>(units));
  fc.assert(
    fc.property(positive, (x) => {
      const root = rounded(decimal(x).sqrt(), 18, 'half-even');
      expect(toText(power(x, rate('0.5')))).toBe(root);
    }),
    { numRuns: 30 },
  );
});

test('discount factors agree with decimal.js at 200 digits', () => {
  const rates = fc.integer({ min: -99, max: 400 }).map((percent) => rate(`${percent}e-2`));
  fc.assert(
    fc.property(rates, fc.integer({ min: -3650, max: 3650 }), (r, days) => {
      const factor = decimal(r).plus(1).pow(new Decimal(-days).dividedBy(365));
      if (factor.lessThan('1e30')) {
        expect(toText(discountFactor(r, days))).toBe(rounded(factor, 18, 'half-even'));
      }
    }),
    { numRuns: 30 },
  );
});

test('a year at 5 % discounts by 1.05', () => {
  expect(toText(discountFactor(rate('0.05'), 365))).toBe('0.952380952380952381');
  expect(discountFactor(rate('0.05'), 0)).toBe(oneRate);
  expect(discountFactor(rate('0.05'), -730)).toBe(rate('1.1025'));
});

test('powers without an answer are bugs', () => {
  expect(() => power(rate('0'), rate('-1'))).toThrow(InvariantError);
  expect(() => power(rate('-8'), rate('0.5'))).toThrow(InvariantError);
  expect(() => power(rate('1e20'), rate('2'))).toThrow(InvariantError);
  expect(() => power(rate('1e20'), rate('1e20'))).toThrow(InvariantError);
  expect(() => discountFactor(rate('-1'), 1)).toThrow(InvariantError);
  expect(() => discountFactor(rate('0.1'), 1.5)).toThrow(InvariantError);
});
