import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toText } from './format.ts';
import { anyExact, anyNonZero, anyRounding, decimal, rounded } from './oracle.fixture.ts';
import { money, price, quantity } from './parse.ts';
import {
  apportion,
  moneyTimes,
  priceOf,
  priceTimes,
  quantityFor,
  quantityOfInverse,
  quantityTimes,
  rateTimes,
  ratio,
  valueOf,
} from './products.ts';
import type { Rounding } from './rounding.ts';
import type { Exact, Money, Quantity } from './types.ts';
import { zeroPrice, zeroQuantity } from './types.ts';

type Operation<A, B> = (a: A, b: B, rounding: Rounding) => Exact;

function agreesWithTimes<A extends Exact, B extends Exact>(operation: Operation<A, B>): void {
  fc.assert(
    fc.property(anyExact<A>(), anyExact<B>(), anyRounding, (a, b, rounding) => {
      const expected = rounded(decimal(a).times(decimal(b)), 18, rounding);
      expect(toText(operation(a, b, rounding))).toBe(expected);
    }),
    { numRuns: 300 },
  );
}

function agreesWithDividedBy<A extends Exact, B extends Exact>(operation: Operation<A, B>): void {
  fc.assert(
    fc.property(anyExact<A>(), anyNonZero<B>(), anyRounding, (a, b, rounding) => {
      const expected = rounded(decimal(a).dividedBy(decimal(b)), 18, rounding);
      expect(toText(operation(a, b, rounding))).toBe(expected);
    }),
    { numRuns: 300 },
  );
}

describe('products agree with decimal.js, rounded once', () => {
  test('valueOf', () => agreesWithTimes(valueOf));
  test('moneyTimes', () => agreesWithTimes(moneyTimes));
  test('quantityTimes', () => agreesWithTimes(quantityTimes));
  test('priceTimes', () => agreesWithTimes(priceTimes));
  test('rateTimes', () => agreesWithTimes(rateTimes));
});

describe('quotients agree with decimal.js, rounded once', () => {
  test('ratio of money', () => agreesWithDividedBy<Money, Money>(ratio));
  test('ratio of quantities', () => agreesWithDividedBy<Quantity, Quantity>(ratio));
  test('priceOf', () => agreesWithDividedBy(priceOf));
  test('quantityFor', () => agreesWithDividedBy(quantityFor));
  test('quantityOfInverse', () => agreesWithDividedBy(quantityOfInverse));
});

test('apportion agrees with decimal.js, rounded once', () => {
  fc.assert(
    fc.property(
      anyExact<Money>(),
      anyExact<Quantity>(),
      anyNonZero<Quantity>(),
      anyRounding,
      (whole, part, of, rounding) => {
        const expected = decimal(whole).times(decimal(part)).dividedBy(decimal(of));
        expect(toText(apportion(whole, part, of, rounding))).toBe(rounded(expected, 18, rounding));
      },
    ),
    { numRuns: 300 },
  );
});

test('apportion keeps what rounding the share first would lose', () => {
  expect(apportion(money('9'), quantity('1'), quantity('3'), 'down')).toBe(money('3'));
});

test('a zero divisor throws, whatever stands above it', () => {
  const one = quantity('1');
  expect(() => ratio(zeroQuantity, zeroQuantity, 'down')).toThrow(RangeError);
  expect(() => priceOf(money('1'), zeroQuantity, 'down')).toThrow(RangeError);
  expect(() => quantityFor(money('1'), zeroPrice, 'down')).toThrow(RangeError);
  expect(() => apportion(one, one, zeroQuantity, 'down')).toThrow(RangeError);
});

test('the longest product the ledger can ask for is exact', () => {
  const most = '999999999999999999999999999999.999999999999999999';
  expect(toText(valueOf(quantity(most), price(most), 'ceiling'))).toBe(
    rounded(decimal(quantity(most)).times(most), 18, 'ceiling'),
  );
});
