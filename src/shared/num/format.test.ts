import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toText } from './format.ts';
import { anyExact } from './oracle.fixture.ts';
import { money } from './parse.ts';
import type { Money } from './types.ts';
import { oneRate, zeroMoney, zeroPrice, zeroQuantity, zeroRate } from './types.ts';

test.each([
  '0',
  '1',
  '-1',
  '10',
  '100',
  '0.1',
  '-0.1',
  '0.01',
  '0.000000000000000001',
  '-0.000000000000000001',
  '1.000000000000000001',
  '123456789.12345',
  '9007199254740993.5',
  '-999999999999999999999999999999.999999999999999999',
])('%s is canonical', (text) => expect(toText(money(text))).toBe(text));

test('the constants', () => {
  expect([zeroMoney, zeroQuantity, zeroPrice, zeroRate, oneRate].map(toText)).toEqual([
    '0',
    '0',
    '0',
    '0',
    '1',
  ]);
});

test('the text is always canonical', () => {
  fc.assert(
    fc.property(anyExact<Money>(), (x) => {
      expect(toText(x)).toMatch(/^(0|-?([1-9]\d*|0\.\d*[1-9]|[1-9]\d*\.\d*[1-9]))$/);
    }),
    { numRuns: 1000 },
  );
});
