import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { InvariantError } from '../invariant.ts';
import {
  addDays,
  addMonths,
  addYears,
  compareDates,
  dateOf,
  dateText,
  dayOf,
  dayOfWeek,
  daysBetween,
  firstDayOfMonth,
  isLastDayOfMonth,
  lastBusinessDayOfYear,
  lastDayOfYear,
  localDate,
  monthOf,
  parseLocalDate,
  yearOf,
} from './local-date.ts';
import type { LocalDate } from './local-date.ts';

const anyDate = fc.integer({ min: 0, max: 48_000 }).map((days) => addDays(localDate('1970-01-01'), days));

function temporal(date: LocalDate): Temporal.PlainDate {
  return Temporal.PlainDate.from(dateText(date));
}

describe('dates that are', () => {
  test.each(['2009-01-03', '2024-02-29', '2000-02-29', '2100-12-31', '1000-01-01', '9999-12-31'])(
    '%s',
    (text) => {
      expect(dateText(localDate(text))).toBe(text);
    },
  );
});

describe('dates that are not', () => {
  test.each([
    '',
    '2025',
    '2025-1-2',
    '2025-02-29',
    '2100-02-29',
    '2025-04-31',
    '2025-00-10',
    '2025-13-01',
    '2025-01-00',
    '2025-01-32',
    '0999-12-31',
    '20250102',
    '2025-01-02T00:00:00Z',
    ' 2025-01-02',
    '2025-01-02\n',
    '01/02/2025',
  ])('%j', (text) => {
    expect(parseLocalDate(text)).toBeUndefined();
    expect(() => localDate(text)).toThrow(InvariantError);
  });
});

test('calendar arithmetic agrees with Temporal', () => {
  fc.assert(
    fc.property(anyDate, anyDate, fc.integer({ min: -1200, max: 1200 }), (date, other, n) => {
      const t = temporal(date);
      expect(dateText(addDays(date, n))).toBe(t.add({ days: n }).toString());
      expect(dateText(addMonths(date, n))).toBe(t.add({ months: n }).toString());
      expect(dateText(addYears(date, n % 200))).toBe(t.add({ years: n % 200 }).toString());
      expect(daysBetween(date, other)).toBe(t.until(temporal(other)).days);
      expect(dayOfWeek(date)).toBe(t.dayOfWeek);
      expect(isLastDayOfMonth(date)).toBe(t.day === t.daysInMonth);
      expect(dateText(firstDayOfMonth(date))).toBe(t.with({ day: 1 }).toString());
      expect([yearOf(date), monthOf(date), dayOf(date)]).toEqual([t.year, t.month, t.day]);
      expect(compareDates(date, other)).toBe(Temporal.PlainDate.compare(t, temporal(other)));
      expect(date < other).toBe(compareDates(date, other) < 0);
    }),
    { numRuns: 1000 },
  );
});

test('days that a month or year lacks are clamped to its last', () => {
  expect(dateText(addMonths(localDate('2024-01-31'), 1))).toBe('2024-02-29');
  expect(dateText(addMonths(localDate('2024-03-31'), -1))).toBe('2024-02-29');
  expect(dateText(addMonths(localDate('2024-11-30'), 3))).toBe('2025-02-28');
  expect(dateText(addYears(localDate('2024-02-29'), 1))).toBe('2025-02-28');
  expect(dateText(addYears(localDate('2096-02-29'), 4))).toBe('2100-02-28');
});

test('the last business day of each year is its last Monday to Friday', () => {
  expect(dateText(lastBusinessDayOfYear(2028))).toBe('2028-12-29');
  expect(dateText(lastBusinessDayOfYear(2022))).toBe('2022-12-30');
  expect(dateText(lastBusinessDayOfYear(2024))).toBe('2024-12-31');
  for (let year = 2009; year <= 2100; year++) {
    const last = lastBusinessDayOfYear(year);
    expect(temporal(last).dayOfWeek).toBeLessThanOrEqual(5);
    for (let day = addDays(last, 1); day <= lastDayOfYear(year); day = addDays(day, 1)) {
      expect(temporal(day).dayOfWeek).toBeGreaterThan(5);
    }
  }
});

test('the end of a year', () => {
  expect(dateText(lastDayOfYear(2026))).toBe('2026-12-31');
});

test('days before 1970 have their weekday', () => {
  expect(dayOfWeek(localDate('1969-12-31'))).toBe(3);
  expect(dayOfWeek(localDate('1969-12-28'))).toBe(7);
  expect(dayOfWeek(localDate('1900-01-01'))).toBe(1);
});

test('dates outside the calendar are bugs', () => {
  expect(() => dateOf(2025, 2, 29)).toThrow(InvariantError);
  expect(() => dateOf(2025, 1.5, 1)).toThrow(InvariantError);
  expect(() => addDays(localDate('9999-12-31'), 1)).toThrow(InvariantError);
  expect(() => addDays(localDate('2025-01-01'), 0.5)).toThrow(InvariantError);
  expect(() => addMonths(localDate('2025-01-01'), Number.NaN)).toThrow(InvariantError);
});

test('text is not a date', () => {
  // @ts-expect-error text is parsed first
  const wrong = (): unknown => yearOf('2025-01-01');
  expect(wrong).toBeTypeOf('function');
});
