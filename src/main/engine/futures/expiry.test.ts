import { describe, expect, test } from 'vitest';
import type { ContractSeries } from '../../../shared/domain/contract-terms.ts';
import { dateText, localDate } from '../../../shared/time/local-date.ts';
import { expiriesAfter, expiryCode, expiryOfCode } from './expiry.ts';

const monthly: ContractSeries = {
  prefix: 'MBT-',
  naming: 'yyyymm',
  cycle: 'last-friday-monthly',
  holidays: 'day-before',
};
const quarterly: ContractSeries = {
  prefix: 'X_',
  naming: 'yymmdd',
  cycle: 'last-friday-quarterly',
  holidays: 'none',
};
const weekly: ContractSeries = {
  prefix: 'BFF-',
  naming: 'yymmdd',
  cycle: 'friday-weekly',
  holidays: 'day-before',
};

describe('expiry days', () => {
  // 25 December 2026 is a Friday and a holiday; 26 March 2027 is Good Friday (Easter: 28 March 2027).
  test('a holiday moves the expiry to the day before', () => {
    expect(expiriesAfter(monthly, localDate('2026-11-22'), 5).map(dateText)).toEqual([
      '2026-11-27',
      '2026-12-24',
      '2027-01-29',
      '2027-02-26',
      '2027-03-25',
    ]);
  });

  test('where venues keep the Friday, a holiday moves nothing', () => {
    expect(expiriesAfter(quarterly, localDate('2026-11-22'), 2).map(dateText)).toEqual([
      '2026-12-25',
      '2027-03-26',
    ]);
  });

  test('weekly series expire every Friday', () => {
    expect(expiriesAfter(weekly, localDate('2026-11-22'), 2).map(dateText)).toEqual([
      '2026-11-27',
      '2026-12-04',
    ]);
  });

  test('the day of an expiry itself is past', () => {
    expect(expiriesAfter(quarterly, localDate('2026-12-25'), 1).map(dateText)).toEqual(['2027-03-26']);
  });
});

describe('expiry codes', () => {
  const day = localDate('2026-12-25');
  test.each([
    ['yymmdd', '261225'],
    ['yyyymm', '202612'],
    ['dmmmyy', '25DEC26'],
    ['month-code', 'Z26'],
  ] as const)('%s is %s', (naming, code) => {
    expect(expiryCode(day, naming)).toBe(code);
    expect(expiryOfCode(code, { ...quarterly, naming })).toBe(day);
  });

  test.each([
    ['yymmdd', '261332'],
    ['yymmdd', 'PERP'],
    ['yyyymm', '202613'],
    ['dmmmyy', '31XXX26'],
    ['month-code', 'A26'],
  ] as const)('%s refuses %s', (naming, code) => {
    expect(expiryOfCode(code, { ...quarterly, naming })).toBeUndefined();
  });
});
