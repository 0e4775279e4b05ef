import { describe, expect, test } from 'vitest';
import { toText } from '../../../../shared/num/format.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { dateText, localDate } from '../../../../shared/time/local-date.ts';
import { leg, terms } from '../../../../../test/cases/futures/compare.fixture.ts';
import { rollDates } from '../roll-dates.ts';
import { legFlows, sumOfFlows } from './leg-results.ts';
import type { LegFlow } from './leg-results.ts';

const span = { asOf: localDate('2026-11-22'), exit: localDate('2027-06-30') };
const of = (flows: readonly LegFlow[], kind: LegFlow['kind']): unknown[] =>
  flows
    .filter((flow) => flow.kind === kind)
    .map(({ date, year, amount }) => [dateText(date), year, toText(amount)]);

describe('a dated contract outside section 1256', () => {
  // Expires 2026-12-25; later expiries are taken to lie three months apart: 2027-03-25 and 2027-06-25.
  const quarterly = leg(terms('binance-um', 'BTCUSDT_261225'), '-1', '50000', '0.22', '0.1');

  test('rolls at its expiry and every three months until the exit', () => {
    expect(rollDates(quarterly.terms, span.exit).map(dateText)).toEqual([
      '2026-12-25',
      '2027-03-25',
      '2027-06-25',
    ]);
    expect(rollDates(quarterly.terms, localDate('2026-12-25'))).toEqual([]);
    expect(rollDates(terms('binance-um', 'BTCUSDT'), span.exit)).toEqual([]);
  });

  // 220 days, up 22 % = 50 a day on 50 000: 33 days to the first roll, 90 to the second, 92 to the third, 5 to the exit.
  test('realises at each roll and at the exit, and nothing at the year’s end', () => {
    expect(of(legFlows(quarterly, span), 'profit')).toEqual([
      ['2026-12-25', 2026, '-1650'],
      ['2027-03-25', 2027, '-4500'],
      ['2027-06-25', 2027, '-4600'],
      ['2027-06-30', 2027, '-250'],
    ]);
  });

  // 0.05 % of the notional: once at opening and closing, twice at each roll.
  test('pays two fees a roll', () => {
    expect(of(legFlows(quarterly, span), 'fee')).toEqual([
      ['2026-11-22', 2026, '-25'],
      ['2026-12-25', 2026, '-51.65'],
      ['2027-03-25', 2027, '-56.15'],
      ['2027-06-25', 2027, '-60.75'],
      ['2027-06-30', 2027, '-30.5'],
    ]);
  });

  // 10 % of 50 000 a year over 220 days: part of the price, so booked with it.
  test('books its carry with the price', () => {
    const flows = legFlows(quarterly, span);
    expect(of(flows, 'carry').map((flow) => (flow as string[])[0])).toEqual([
      '2026-12-25',
      '2027-03-25',
      '2027-06-25',
      '2027-06-30',
    ]);
    expect(Number(toText(sumOfFlows(flows, 'carry')))).toBeCloseTo((-5000 * 220) / 365, 9);
  });
});

describe('a section 1256 contract', () => {
  const marked = leg(terms('cme', 'MBT-202709'), '-1', '50000', '0.22', '0');

  test('is marked on the last business day of the year', () => {
    expect(of(legFlows(marked, span), 'profit')).toEqual([
      ['2026-12-31', 2026, '-1950'],
      ['2027-06-30', 2027, '-9050'],
    ]);
  });

  // 2028 ends on a Sunday; its last business day is Friday the 29th.
  test('what comes after that day belongs to the next year', () => {
    const late = { asOf: localDate('2028-12-01'), exit: localDate('2028-12-30') };
    const flows = legFlows(leg(terms('cme', 'MBT-202903'), '-1', '50000', '0.29', '0'), late);
    expect(of(flows, 'profit')).toEqual([
      ['2028-12-29', 2028, '-14000'],
      ['2028-12-30', 2029, '-500'],
    ]);
  });

  test('other contracts follow the calendar', () => {
    const late = { asOf: localDate('2028-12-01'), exit: localDate('2028-12-30') };
    const flows = legFlows(leg(terms('binance-um', 'BTCUSDT'), '-1', '50000', '0.29', '0'), late);
    expect(of(flows, 'profit')).toEqual([['2028-12-30', 2028, '-14500']]);
  });

  test('pays no fee that nobody knows', () => {
    expect(of(legFlows(marked, span), 'fee')).toEqual([]);
  });
});

test('a long earns what a short pays', () => {
  const perpetual = terms('binance-um', 'BTCUSDT');
  const short = legFlows(leg(perpetual, '-1', '50000', '0.1', '0.08'), span);
  const long = legFlows(leg(perpetual, '1', '50000', '0.1', '0.08'), span);
  for (const kind of ['profit', 'carry'] as const) {
    expect(Number(toText(sumOfFlows(long, kind)))).toBeCloseTo(-Number(toText(sumOfFlows(short, kind))), 9);
  }
  expect(sumOfFlows(long, 'fee')).toBe(sumOfFlows(short, 'fee'));
  expect(toText(sumOfFlows([], 'fee'))).toBe(toText(rate('0')));
});
