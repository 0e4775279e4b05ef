/** A hedge day by day, by hand: funding, basis, rolls, parts, margin. */
import { expect, test } from 'vitest';
import { assetId } from '../../../shared/domain/asset.ts';
import type { LotId } from '../../../shared/domain/lot.ts';
import { toText } from '../../../shared/num/format.ts';
import { price, quantity, rate } from '../../../shared/num/parse.ts';
import { zeroRate } from '../../../shared/num/types.ts';
import type { Money, Price } from '../../../shared/num/types.ts';
import { dateText, localDate } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import { termsOf } from '../futures/stress/stress.fixture.ts';
import { factsOn } from '../tax/jurisdictions/us/actions/us-facts.fixture.ts';
import type { TaxPositionId } from '../tax/jurisdictions/us/straddles/straddle-case.ts';
import type { ExitCase, ExitFuture } from './exit-case.ts';
import type { ExitSchedule } from './exit-schedule.ts';
import { scheduleFlows } from './schedule-actions.ts';
import type { ScheduleFlows } from './schedule-flows.ts';

const btc = assetId('BTC');
const USD = assetId('USD');
const short = 'short' as TaxPositionId;
const days = ['2026-11-22', '2026-12-22', '2027-06-30'].map((day) => localDate(day));

const future: ExitFuture = {
  position: short,
  terms: {
    ...termsOf('linear'),
    multiplier: quantity('0.1'),
    quantityUnit: 'contracts',
    quantityStep: quantity('1'),
    underlying: btc,
    quote: USD,
    settleAsset: USD,
    expiry: null,
  },
  asset: btc,
  side: 'short',
  coinsPerStep: quantity('0.1'),
  steps: 10,
  isOpen: false,
  offsets: [{ long: 'lot' as LotId, quantity: quantity('1') }],
  part: null,
  fundingPerYear: zeroRate,
  carryWords: '',
  fee: zeroRate,
  slippage: zeroRate,
  marginRate: zeroRate,
};

/** The coin is at 50 000; a contract 100 above it for each month until it ends. */
function flowsOf(
  change: Partial<ExitFuture>,
  steps: readonly number[],
  noTrade: ExitCase['noTrade'] = [],
): ScheduleFlows {
  const one = { ...future, ...change };
  const contractPriceOn = ({ expiry }: { expiry: LocalDate | null }, date: LocalDate): Price => {
    if (expiry === null) return price('50000');
    const months = Number(dateText(expiry).slice(5, 7)) - Number(dateText(date).slice(5, 7));
    const ahead = months + 12 * (Number(dateText(expiry).slice(0, 4)) - Number(dateText(date).slice(0, 4)));
    return price(String(50_000 + 100 * Math.max(0, ahead)));
  };
  const given = {
    asOf: days[0],
    facts: factsOn('2026-11-22'),
    book: {
      lotOf: () => undefined,
      priceOn: (asset: unknown) => (asset === btc ? price('50000') : price('1')),
      contractPriceOn,
    },
    dates: days.map((date) => ({ date, why: [] })),
    goals: [],
    noTrade,
    futures: [one],
    costs: {
      discountPerYear: zeroRate,
      spotFee: zeroRate,
      spotSlippage: zeroRate,
      marginCostPerYear: rate('0.1'),
    },
  } as unknown as ExitCase;
  const schedule: ExitSchedule = {
    regime: null,
    days: days.map((date, place) => ({
      date,
      sells: [],
      buys: [],
      hedges: [{ position: short, steps: steps[place] ?? 0 }],
    })),
  };
  return scheduleFlows(given, schedule);
}

const told = (amount: Money): string => Number(toText(amount)).toFixed(2);
const costs = ({ costs: all }: ScheduleFlows): unknown =>
  all.map(({ date, kind, amount }) => [dateText(date), kind, told(amount)]);
const moves = ({ moves: all }: ScheduleFlows): unknown =>
  all.map(({ date, move, steps, stepsAfter }) => [dateText(date), move, steps, stepsAfter]);

test('funding falls due at the end of each stretch and of each tax year, on what was held in it', () => {
  const flows = flowsOf({ fundingPerYear: rate('0.0365') }, [10, 4, 0]);
  // 50 000 × 3.65 % × 30 ÷ 365; four tenths of it for 9 days and for 181, though the year's end is no day of the plan.
  expect(costs(flows)).toEqual([
    ['2026-12-22', 'carry', '150.00'],
    ['2026-12-31', 'carry', '18.00'],
    ['2027-06-30', 'carry', '362.00'],
  ]);
  expect(flows.actions.map(({ kind, date }) => [dateText(date), kind])).toEqual([
    ['2026-11-22', 'open'],
    ['2026-12-22', 'pay'],
    ['2026-12-22', 'close'],
    ['2026-12-31', 'pay'],
    ['2027-06-30', 'pay'],
    ['2027-06-30', 'close'],
  ]);
  expect(moves(flows)).toEqual([
    ['2026-11-22', 'open', 10, 10],
    ['2026-12-22', 'reduce', 6, 4],
    ['2027-06-30', 'close', 4, 0],
  ]);
});

test('parts are of what is open on the day', () => {
  const closes = flowsOf({}, [10, 4, 0]).actions.flatMap((action) =>
    action.kind === 'close'
      ? [action.part === undefined ? 'all' : `${toText(action.part.quantity)}/${toText(action.part.outOf)}`]
      : [],
  );
  expect(closes).toEqual(['6/10', 'all']);
});

test('a dated contract earns its basis, is rolled ten days before it ends, and the rest closed by then is not', () => {
  const terms = { ...future.terms, expiry: localDate('2026-12-26') };
  const flows = flowsOf({ terms, fee: rate('0.001') }, [10, 4, 0]);
  expect(moves(flows)).toEqual([
    ['2026-11-22', 'open', 10, 10],
    ['2026-12-16', 'roll', 4, 4],
    ['2026-12-22', 'reduce', 6, 4],
    ['2027-03-16', 'roll', 4, 4],
    ['2027-06-16', 'roll', 4, 4],
    ['2027-06-30', 'close', 4, 0],
  ]);
  const carry = flows.costs.filter(({ kind }) => kind === 'carry');
  // 100 a coin until December, 300 in each of the next two, and of the last what three months less are.
  expect(carry.map(({ date, amount }) => [dateText(date), told(amount)])).toEqual([
    ['2026-12-16', '-40.00'],
    ['2026-12-22', '-60.00'],
    ['2027-03-16', '-120.00'],
    ['2027-06-16', '-120.00'],
  ]);
  // The last close comes before the roll of the rest is over: shares are of what was open that day.
  const closes = flows.actions.flatMap((action) =>
    action.kind === 'close' && action.position === short
      ? [[dateText(action.date), action.part === undefined ? 'all' : toText(action.part.outOf)]]
      : [],
  );
  expect(closes).toEqual([
    ['2026-12-16', '10'],
    ['2026-12-22', 'all'],
  ]);
});

test('a roll keeps off days on which one may not trade: before them, or else after', () => {
  const terms = { ...future.terms, expiry: localDate('2026-12-26') };
  const rolls = (from: string, to: string): string[] =>
    flowsOf({ terms }, [10, 10, 0], [{ from: localDate(from), to: localDate(to) }])
      .moves.filter(({ move }) => move === 'roll')
      .map(({ date }) => dateText(date));
  expect(rolls('2026-12-10', '2026-12-31')[0]).toBe('2026-12-09');
  expect(rolls('2026-11-22', '2026-12-20')[0]).toBe('2026-12-21');
});

test('margin is locked at the price of the day on which a stretch begins; not known stays not known', () => {
  const flows = flowsOf({ marginRate: rate('0.2') }, [10, 4, 0]);
  expect(flows.locked.map(({ amount }) => (amount === null ? null : told(amount)))).toEqual([
    '10000.00',
    '4000.00',
  ]);
  // 10 000 × 10 % × 30 ÷ 365, then 4 000 for 190 days.
  expect(costs(flows)).toEqual([
    ['2026-12-22', 'margin', '82.19'],
    ['2027-06-30', 'margin', '208.22'],
  ]);
  expect(flowsOf({ marginRate: null }, [10, 4, 0]).locked[0]?.amount).toBeNull();
});
