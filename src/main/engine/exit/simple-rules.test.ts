import { expect, test } from 'vitest';
import { localDate } from '../../../shared/time/local-date.ts';
import { ruleTitle } from './simple-rules.ts';

test('where one may not trade today, rules are not of today', () => {
  const asOf = localDate('2026-11-20');
  const titleFrom = (date: string): string =>
    ruleTitle('hifo-now', { asOf, dates: [{ date: localDate(date), why: [] }] });
  expect(titleFrom('2026-11-20')).toBe('Highest cost first, all today');
  expect(titleFrom('2027-06-30')).toBe('Highest cost first, all on the first day');
});
