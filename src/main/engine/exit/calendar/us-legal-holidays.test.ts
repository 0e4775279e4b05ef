/** Source: due dates of individual returns as the IRS named them, 26 U.S.C. 7503, 5 U.S.C. 6103. */
import { expect, test } from 'vitest';
import { dateText, localDate } from '../../../../shared/time/local-date.ts';
import { closedWords, nextBusinessDay } from './us-legal-holidays.ts';

// Returns of 2010, 2011, 2015 to 2017, 2021 to 2025 as they were, then what the same law makes of 2027.
test.each([
  ['2011-04-15', '2011-04-18'],
  ['2012-04-15', '2012-04-17'],
  ['2016-04-15', '2016-04-18'],
  ['2017-04-15', '2017-04-18'],
  ['2018-04-15', '2018-04-17'],
  ['2022-04-15', '2022-04-18'],
  ['2023-04-15', '2023-04-18'],
  ['2024-04-15', '2024-04-15'],
  ['2026-04-15', '2026-04-15'],
  ['2028-04-15', '2028-04-18'],
])('what is due on %s is in time on %s', (due, last) => {
  expect(dateText(nextBusinessDay(localDate(due)))).toBe(last);
});

test.each([
  ['2026-01-19', 'Martin Luther King, Jr. Day'],
  ['2026-02-16', 'Washington’s Birthday'],
  ['2026-05-25', 'Memorial Day'],
  ['2026-06-19', 'Juneteenth'],
  ['2026-07-03', 'Independence Day'],
  ['2026-07-04', 'a Saturday'],
  ['2026-09-07', 'Labor Day'],
  ['2026-10-12', 'Columbus Day'],
  ['2026-11-11', 'Veterans Day'],
  ['2026-11-26', 'Thanksgiving Day'],
  ['2027-12-24', 'Christmas Day'],
  ['2027-12-31', 'New Year’s Day'],
  ['2026-11-22', 'a Sunday'],
  ['2026-11-23', null],
  ['2020-06-19', null],
])('%s is %s', (date, expected) => {
  expect(closedWords(localDate(date))).toBe(expected);
});
