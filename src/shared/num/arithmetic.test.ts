import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  absolute,
  add,
  clampToZero,
  compare,
  isNegative,
  isPositive,
  isZero,
  larger,
  negate,
  smaller,
  subtract,
  sum,
} from './arithmetic.ts';
import { toText } from './format.ts';
import { Decimal, anyExact, canonical, decimal } from './oracle.fixture.ts';
import { money, quantity } from './parse.ts';
import type { Money } from './types.ts';
import { zeroMoney, zeroQuantity } from './types.ts';

const pair = [anyExact<Money>(), anyExact<Money>()] as const;

test('add, subtract, negate and absolute agree with decimal.js', () => {
  fc.assert(
    fc.property(...pair, (a, b) => {
      expect(toText(add(a, b))).toBe(canonical(decimal(a).plus(decimal(b))));
      expect(toText(subtract(a, b))).toBe(canonical(decimal(a).minus(decimal(b))));
      expect(toText(negate(a))).toBe(canonical(decimal(a).negated()));
      expect(toText(absolute(a))).toBe(canonical(decimal(a).abs()));
    }),
  );
});

test('sum adds everything and starts at zero', () => {
  fc.assert(
    fc.property(fc.array(anyExact<Money>()), (values) => {
      const total = values.reduce((t, x) => t.plus(decimal(x)), new Decimal(0));
      expect(toText(sum(values, zeroMoney))).toBe(canonical(total));
    }),
  );
  expect(sum(new Set([quantity('1.5'), quantity('2')]), zeroQuantity)).toBe(quantity('3.5'));
});

test('order, sign and bounds agree with decimal.js', () => {
  fc.assert(
    fc.property(...pair, (a, b) => {
      const order = decimal(a).comparedTo(decimal(b));
      expect(compare(a, b)).toBe(order);
      expect(a < b).toBe(order < 0);
      expect(smaller(a, b)).toBe(order <= 0 ? a : b);
      expect(larger(a, b)).toBe(order >= 0 ? a : b);
      expect([isNegative(a), isZero(a), isPositive(a)]).toEqual([
        decimal(a).lessThan(0),
        decimal(a).isZero(),
        decimal(a).greaterThan(0),
      ]);
      expect(clampToZero(a)).toBe(isNegative(a) ? zeroMoney : a);
    }),
  );
});

test('compare sorts', () => {
  const amounts = ['3', '-1', '20', '0.000000000000000001'].map(money);
  expect(amounts.sort(compare).map(toText)).toEqual(['-1', '0.000000000000000001', '3', '20']);
});
