import { expect, test } from 'vitest';
import { daysBetween, formatAge, formatDate, formatInstant } from './date-format.ts';

test('dates and instants', () => {
  expect(formatDate('2026-01-02')).toBe('2 Jan 2026');
  expect(formatDate('2026-12-31T23:59:59Z')).toBe('31 Dec 2026');
  expect(formatInstant('2026-11-22T10:53:07.123Z')).toBe('22 Nov 2026, 10:53 UTC');
});

test('days, over a leap day and backwards', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2026-11-22T23:59:00Z', '2026-11-13')).toBe(-9);
});

test.each([
  [0, 'today'],
  [1, 'yesterday'],
  [9, '9 days ago'],
  [-1, 'tomorrow'],
  [-3, 'in 3 days'],
])('%i days', (days, words) => expect(formatAge(days)).toBe(words));
