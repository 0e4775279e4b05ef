import { expect, test } from 'vitest';
import { rateFromFraction } from './integers.ts';
import { rate } from './parse.ts';

test('fractions round as told', () => {
  expect(rateFromFraction(2n, 3n, 'down')).toBe(rate('0.666666666666666666'));
  expect(rateFromFraction(2n, -3n, 'half-even')).toBe(rate('-0.666666666666666667'));
  expect(() => rateFromFraction(1n, 0n, 'down')).toThrow(RangeError);
});
