import { describe, expect, test } from 'vitest';
import { percentEntry, readEntry } from './decimal-entry.ts';

describe('readEntry', () => {
  test.each([
    ['65', {}, '65'],
    [' $1,234.50 ', {}, '1234.5'],
    ['0.1', {}, '0.1'],
    ['-3.5', { negative: true }, '-3.5'],
    ['−3.5 %', { negative: true, percent: true }, '-0.035'],
    ['12.5', { percent: true }, '0.125'],
    ['33.333333', { percent: true }, '0.33333333'],
    ['0', {}, '0'],
  ])('%s', (typed, rules, value) => expect(readEntry(typed, rules)).toEqual({ ok: true, value }));

  test.each([
    ['', {}, null],
    ['  ', {}, null],
    ['abc', {}, 'This is not a number'],
    ['1,5', {}, 'Write the decimal mark as a point: 12.5'],
    ['-1', {}, 'This cannot be negative'],
    ['0.00', { zero: false }, 'This must be more than zero'],
    ['0.0000000000000000001', {}, 'At most 18 decimals'],
    ['1.2345678', { percent: true }, 'At most 6 decimals'],
  ])('%s is refused', (typed, rules, error) => expect(readEntry(typed, rules)).toEqual({ ok: false, error }));
});

test('percentEntry', () => {
  expect(percentEntry('0.125')).toBe('12.5');
  expect(percentEntry('0')).toBe('0');
  expect(percentEntry('-0.035')).toBe('-3.5');
});
