import { expect, test } from 'vitest';
import { dateText } from '../../../../../shared/time/local-date.ts';
import { usTaxDue } from './tax-due.ts';

// 26 U.S.C. 6072(a): the fifteenth day of April following the close of the calendar year.
test('the tax of a year falls due on 15 April of the next', () => {
  expect(dateText(usTaxDue(2026))).toBe('2027-04-15');
});
