import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toFloat } from './approximate.ts';
import { toText } from './format.ts';
import { rate } from './parse.ts';
import { naturalLogarithm, squareRoot } from './statistics.ts';

test.each([
  ['0', '0'],
  ['4', '2'],
  ['0.01', '0.1'],
  ['2', '1.414213562373095049'],
])('the square root of %s', (x, root) => expect(toText(squareRoot(rate(x)))).toBe(root));

test.each([
  ['1', '0'],
  ['2.718281828459045235', '1'],
  ['2', '0.693147180559945309'],
  ['0.5', '-0.693147180559945309'],
])('the logarithm of %s', (x, log) => expect(toText(naturalLogarithm(rate(x)))).toBe(log));

test('floats agree', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), (n) => {
      const x = rate((n / 1000).toFixed(3));
      expect(toFloat(squareRoot(x))).toBeCloseTo(Math.sqrt(n / 1000), 8);
      expect(toFloat(naturalLogarithm(x))).toBeCloseTo(Math.log(n / 1000), 8);
    }),
  );
});

test('what has no root or logarithm is a bug', () => {
  expect(() => squareRoot(rate('-1'))).toThrow();
  expect(() => naturalLogarithm(rate('0'))).toThrow();
});
