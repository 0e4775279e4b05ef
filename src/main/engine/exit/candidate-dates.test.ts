import { expect, test } from 'vitest';
import { assetId } from '../../../shared/domain/asset.ts';
import { money, quantity } from '../../../shared/num/parse.ts';
import { dateText, localDate } from '../../../shared/time/local-date.ts';
import { candidateDates, firstBusinessDayOfYear } from './candidate-dates.ts';
import type { DateFacts } from './candidate-dates.ts';

const btc = assetId('BTC');
const plain: DateFacts = {
  asOf: localDate('2026-11-22'),
  horizon: localDate('2027-12-31'),
  isHorizonAsked: false,
  lots: [],
  contracts: [],
  windows: [],
  ownDates: [],
  priceTargets: [],
  noTrade: [],
  daysNeeded: 1,
  maxDates: 12,
};
const lot = (longTermFrom: string | null, gain = '100'): DateFacts['lots'][number] => ({
  asset: btc,
  quantity: quantity('1'),
  gain: money(gain),
  longTermFrom: longTermFrom === null ? null : localDate(longTermFrom),
});
const daysOf = (change: Partial<DateFacts>): string[] =>
  candidateDates({ ...plain, ...change }).dates.map(({ date }) => dateText(date));

test('today and the ends and beginnings of years', () => {
  expect(daysOf({})).toEqual(['2026-11-22', '2026-12-31', '2027-01-04', '2027-12-31']);
  expect(dateText(firstBusinessDayOfYear(2028))).toBe('2028-01-03');
});

test('lots that turn long-term in one week wait for the last of them, and say so', () => {
  const { dates } = candidateDates({
    ...plain,
    lots: [lot('2027-03-01'), lot('2027-03-04'), lot('2027-05-01'), lot(null), lot('2026-01-01')],
  });
  const found = dates.filter(({ why }) => why.some((one) => one.includes('long-term')));
  expect(found.map(({ date }) => dateText(date))).toEqual(['2027-03-04', '2027-05-01']);
  expect(found[0]?.why).toEqual(['2 BTC in 2 lots turn long-term from 2027-03-01 on, all by this day']);
});

test('ends and rolls of contracts, windows, own days and price targets', () => {
  const days = daysOf({
    contracts: [
      { symbol: 'MBT', expiry: localDate('2027-03-26') },
      { symbol: 'PERP', expiry: null },
    ],
    windows: [{ date: localDate('2026-12-05'), why: 'window' }],
    ownDates: [localDate('2027-02-02')],
    priceTargets: [{ date: localDate('2027-06-15'), why: 'target' }],
  });
  for (const day of ['2027-03-26', '2027-03-16', '2026-12-05', '2027-02-02', '2027-06-15'])
    expect(days).toContain(day);
});

test('a day not to trade gives way to the next allowed one, a year’s end to the one before; none is left where all are barred', () => {
  const noTrade = [{ from: localDate('2026-12-20'), to: localDate('2027-01-10') }];
  const { dates } = candidateDates({ ...plain, noTrade });
  expect(dates.map(({ date }) => dateText(date))).toEqual([
    '2026-11-22',
    '2026-12-19',
    '2027-01-11',
    '2027-12-31',
  ]);
  expect(dates[1]?.why.join()).toContain('the last business day of 2026 (moved from 2026-12-31)');
  expect(dates[2]?.why.join()).toContain('moved from 2027-01-04');
  const all = [{ from: localDate('2026-01-01'), to: localDate('2030-01-01') }];
  expect(daysOf({ noTrade: all })).toEqual([]);
});

test('where one may not trade today, the first day is not called today', () => {
  const noTrade = [{ from: localDate('2026-11-22'), to: localDate('2026-11-24') }];
  const [first] = candidateDates({ ...plain, noTrade }).dates;
  expect(first && dateText(first.date)).toBe('2026-11-25');
  expect(first?.why).toEqual(['the first day on which trading is allowed']);
});

test('the most important are kept, and what there was no room for is said', () => {
  const { dates, leftOut } = candidateDates({
    ...plain,
    maxDates: 3,
    ownDates: [localDate('2027-02-02')],
    lots: [lot('2027-03-01')],
  });
  expect(dates.map(({ date }) => dateText(date))).toEqual(['2026-11-22', '2027-02-02', '2027-12-31']);
  expect(leftOut.map(({ date }) => dateText(date))).toEqual(['2026-12-31', '2027-01-04', '2027-03-01']);
});

test('so much a day needs more days', () => {
  expect(daysOf({ daysNeeded: 3, horizon: localDate('2026-12-01') })).toEqual([
    '2026-11-22',
    '2026-11-23',
    '2026-11-24',
  ]);
});
