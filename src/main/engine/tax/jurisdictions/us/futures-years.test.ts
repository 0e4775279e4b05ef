import { describe, expect, test } from 'vitest';
import { accountId } from '../../../../../shared/domain/account.ts';
import { assetId } from '../../../../../shared/domain/asset.ts';
import type { LedgerEvent } from '../../../../../shared/domain/event.ts';
import type { PriceMark } from '../../../../../shared/domain/price-mark.ts';
import { toText } from '../../../../../shared/num/format.ts';
import { price, quantity } from '../../../../../shared/num/parse.ts';
import { instantFromIso } from '../../../../../shared/time/instant.ts';
import { localDate } from '../../../../../shared/time/local-date.ts';
import { utc } from '../../../../../shared/time/time-zone.ts';
import { specOf } from '../../../../../../test/properties/futures.fixture.ts';
import { event } from '../../../events/event.fixture.ts';
import { positionsOf } from '../../../futures/positions.ts';
import { priceBookOf } from '../../../valuation/price-book.ts';
import { futuresYears } from './futures-years.ts';
import type { FuturesYears } from './futures-years.ts';

const regulated = specOf('linear', { section1256: { status: true, settled: true, reason: 'test' } });
const offshore = specOf('linear', { section1256: { status: false, settled: true, reason: 'test' } });

function fill(id: string, time: string, side: 'buy' | 'sell', at: string, legs: string[] = []): LedgerEvent {
  const { id: contract } = regulated;
  const what = { side, quantity: quantity('1'), price: price(at), positionSide: 'one-way' as const };
  return event(id, 'futures-fill', time, legs, { fill: { account: accountId('cme'), contract, ...what } });
}

const mark = (day: string, amount: string, of: PriceMark['of'] = regulated.id): PriceMark => ({
  of,
  time: instantFromIso(`${day}T21:00:00Z`),
  price: price(amount),
  source: 'settlement',
});

function years(events: LedgerEvent[], marks: PriceMark[], asOf: string, spec = regulated): FuturesYears {
  const given = { events, specOf: () => spec };
  const { results } = positionsOf(given);
  const market = { prices: priceBookOf(assetId('USD'), marks), timeZone: utc, asOf: localDate(asOf) };
  return futuresYears({ ...given, results, ...market });
}

const words = ({ years: all, issues }: FuturesYears): string[] => [
  ...all.map((one) => `${one.year}: ${toText(one.section1256Gain)} and ${toText(one.otherGain)}`),
  ...issues.map(({ code }) => code),
];

describe('section 1256', () => {
  // IRS Pub. 550, "Section 1256 Contracts Marked to Market" (US-1256-01 of us-examples.json)
  test('a regulated future over a year end: +7000, then −1000 from the mark', () => {
    const events = [fill('o', '2008-06-22', 'buy', '50000'), fill('c', '2009-02-01', 'sell', '56000')];
    expect(words(years(events, [mark('2008-12-31', '57000')], '2009-12-31'))).toEqual([
      '2008: 7000 and 0',
      '2009: -1000 and 0',
    ]);
  });

  test('without a mark on the day the result waits for the close, and that is said', () => {
    const events = [fill('o', '2008-06-22', 'buy', '50000'), fill('c', '2009-02-01', 'sell', '56000')];
    const marks = [mark('2008-12-30', '57000'), mark('2008-12-31', '57000', assetId('BTC'))];
    expect(words(years(events, marks, '2009-12-31'))).toEqual([
      '2008: 0 and 0',
      '2009: 6000 and 0',
      'tax/no-year-end-mark',
    ]);
  });

  test("the underlying's price is no mark of the contract", () => {
    const events = [fill('o', '2008-06-22', 'buy', '50000')];
    expect(words(years(events, [mark('2008-12-31', '57000', assetId('BTC'))], '2008-12-31'))).toEqual([
      '2008: 0 and 0',
      'tax/no-year-end-mark',
    ]);
  });

  test('a year that has not ended is not marked', () => {
    const events = [fill('o', '2008-06-22', 'buy', '50000')];
    expect(words(years(events, [mark('2008-12-30', '57000')], '2008-12-30'))).toEqual(['2008: 0 and 0']);
  });

  // 2028-12-29 is a Friday; the last business day of the year, 26 U.S.C. 1256(a)(1)
  test('what comes after the last business day belongs to the next year', () => {
    const events = [fill('o', '2028-06-22', 'buy', '50000'), fill('c', '2028-12-30', 'sell', '56000')];
    expect(words(years(events, [mark('2028-12-29', '57000')], '2029-06-30'))).toEqual([
      '2028: 7000 and 0',
      '2029: -1000 and 0',
    ]);
  });

  test('fees lower the result', () => {
    const events = [
      fill('o', '2026-01-05', 'buy', '50000', ['cme USD -5 fee']),
      fill('c', '2026-02-01', 'sell', '50100'),
    ];
    expect(words(years(events, [], '2026-12-31'))).toEqual(['2026: 95 and 0']);
  });
});

test('other futures: what was received and paid in the calendar year, never a mark', () => {
  const events = [
    fill('o', '2027-06-22', 'sell', '50000', ['cme USD -5 fee']),
    event('f', 'funding', '2027-12-31', ['cme USD 30 funding'], { contract: offshore.id }),
    fill('c', '2028-12-31', 'buy', '48000'),
  ];
  expect(words(years(events, [mark('2027-12-31', '57000')], '2029-01-01', offshore))).toEqual([
    '2027: 0 and 25',
    '2028: 0 and 2000',
    '2029: 0 and 0',
  ]);
});
