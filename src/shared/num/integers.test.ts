import { expect, test } from 'vitest';
import { InvariantError } from '../invariant.ts';
import { quantityFromInteger, rateFromFraction } from './integers.ts';
import { quantity, rate } from './parse.ts';

test('counts of contracts, as number or bigint', () => {
  expect(quantityFromInteger(-12)).toBe(quantity('-12'));
  expect(quantityFromInteger(10n ** 20n)).toBe(quantity('100000000000000000000'));
});

test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is no count', (n) => {
  expect(() => quantityFromInteger(n)).toThrow(InvariantError);
});

test('fractions round as told', () => {
  expect(rateFromFraction(2n, 3n, 'down')).toBe(rate('0.666666666666666666'));
  expect(rateFromFraction(2n, -3n, 'half-even')).toBe(rate('-0.666666666666666667'));
  expect(() => rateFromFraction(1n, 0n, 'down')).toThrow(RangeError);
});
