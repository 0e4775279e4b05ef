import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvariantError } from '../invariant.ts';
import { toText } from './format.ts';
import { anyExact, anyRounding, decimal, rounded, roundedToStep } from './oracle.fixture.ts';
import { money, price, quantity } from './parse.ts';
import { roundTo, roundToStep } from './rounding.ts';
import type { Rounding } from './rounding.ts';
import type { Money, Quantity } from './types.ts';
import { zeroQuantity } from './types.ts';

const columns = ['-2.5', '-1.5', '-1.1', '-0.5', '0.5', '1.1', '1.5', '2.5'];

/** Source: IEEE 754-2019, 4.3, for half-even and the directed modes; half-up is 'ties away from zero'. */
const table: Record<Rounding, readonly string[]> = {
  'half-even': ['-2', '-2', '-1', '0', '0', '1', '2', '2'],
  'half-up': ['-3', '-2', '-1', '-1', '1', '1', '2', '3'],
  down: ['-2', '-1', '-1', '0', '0', '1', '1', '2'],
  up: ['-3', '-2', '-2', '-1', '1', '2', '2', '3'],
  floor: ['-3', '-2', '-2', '-1', '0', '1', '1', '2'],
  ceiling: ['-2', '-1', '-1', '0', '1', '2', '2', '3'],
};

describe('the modes, by table', () => {
  test.each(Object.entries(table))('%s', (mode, expected) => {
    const actual = columns.map((x) => toText(roundTo(money(x), 0, mode as Rounding)));
    expect(actual).toEqual(expected);
  });
});

test('roundTo agrees with decimal.js', () => {
  fc.assert(
    fc.property(anyExact<Money>(), fc.nat({ max: 18 }), anyRounding, (x, decimals, rounding) => {
      expect(toText(roundTo(x, decimals, rounding))).toBe(rounded(decimal(x), decimals, rounding));
    }),
    { numRuns: 500 },
  );
});

test('roundToStep agrees with decimal.js', () => {
  const step = anyExact<Quantity>().filter((x) => x > zeroQuantity);
  fc.assert(
    fc.property(anyExact<Quantity>(), step, anyRounding, (x, by, rounding) => {
      const expected = roundedToStep(decimal(x), decimal(by), rounding);
      expect(toText(roundToStep(x, by, rounding))).toBe(expected);
    }),
    { numRuns: 500 },
  );
});

test('steps serve lot sizes and ticks', () => {
  expect(roundToStep(quantity('-1.27'), quantity('0.05'), 'down')).toBe(quantity('-1.25'));
  expect(roundToStep(price('64123.7'), price('0.5'), 'half-even')).toBe(price('64123.5'));
});

test('negative decimals round to hundreds', () => {
  expect(roundTo(money('1250'), -2, 'half-even')).toBe(money('1200'));
});

test.each([19, -31, 0.5, Number.NaN])('%d decimals are a bug', (decimals) => {
  expect(() => roundTo(money('1'), decimals, 'down')).toThrow(InvariantError);
});

test.each(['0', '-0.1'])('a step of %s is a bug', (step) => {
  expect(() => roundToStep(quantity('1'), quantity(step), 'down')).toThrow(InvariantError);
});
