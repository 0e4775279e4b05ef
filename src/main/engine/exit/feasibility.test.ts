/** One way of breaking each limit, on one small case. */
import { expect, test } from 'vitest';
import { accountId } from '../../../shared/domain/account.ts';
import { assetId } from '../../../shared/domain/asset.ts';
import type { LotId } from '../../../shared/domain/lot.ts';
import { defaultTaxElections } from '../../../shared/domain/tax-elections.ts';
import { money, price, quantity, rate } from '../../../shared/num/parse.ts';
import { zeroQuantity, zeroRate } from '../../../shared/num/types.ts';
import { localDate } from '../../../shared/time/local-date.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { termsOf } from '../futures/stress/stress.fixture.ts';
import { bookOf, factsOn, lotOf } from '../tax/jurisdictions/us/actions/us-facts.fixture.ts';
import type { TaxPositionId } from '../tax/jurisdictions/us/straddles/straddle-case.ts';
import type { ExitCase, ExitGoal } from './exit-case.ts';
import type { ExitDay, ExitSchedule } from './exit-schedule.ts';
import { feasibility } from './feasibility.ts';
import { limitsThatConflict } from './limits-that-conflict.ts';
import { allOn, portionsOn } from './rule-schedules.ts';
import { simpleRules } from './simple-rules.ts';

const btc = assetId('BTC');
const USD = assetId('USD');
const short = 'planned' as TaxPositionId;
const [today, later, last] = ['2026-11-22', '2027-01-04', '2027-06-01'].map(localDate) as [
  ReturnType<typeof localDate>,
  ReturnType<typeof localDate>,
  ReturnType<typeof localDate>,
];
const goal: ExitGoal = {
  asset: btc,
  sell: quantity('1'),
  buy: zeroQuantity,
  lots: ['old', 'young'].map((lot) => ({
    lot: lot as LotId,
    account: accountId('wallet'),
    quantity: quantity('1'),
    costBasis: money(lot === 'old' ? '10000' : '45000'),
  })),
  tolerance: quantity('0.05'),
  perDay: null,
  minTicket: zeroQuantity,
};
const given: ExitCase = {
  asOf: today,
  currency: USD,
  profile: {
    jurisdiction: 'us',
    currency: USD,
    timeZone: utc,
    carryforward: { shortTerm: money('0'), longTerm: money('0') },
    inflation: zeroRate,
    history: [],
    waiting: [],
    years: [
      {
        year: 2026,
        filingStatus: 'single',
        ordinaryIncome: money('90000'),
        deduction: 'standard',
        otherInvestmentIncome: money('0'),
        qualifiedDividends: money('0'),
        otherShortTermGain: money('0'),
        otherLongTermGain: money('0'),
        stateRate: zeroRate,
        seniors: 0,
        blind: 0,
      },
    ],
  },
  facts: factsOn('2026-11-22', defaultTaxElections),
  book: {
    ...bookOf([lotOf('old', '1', '10000', '2021-03-04'), lotOf('young', '1', '45000', '2026-10-01')], {}),
    priceOn: (asset) => (asset === btc ? price('50000') : price('1')),
    contractPriceOn: () => price('50000'),
  },
  dates: [today, later, last].map((date) => ({ date, why: [] })),
  lastYear: 2028,
  goals: [goal],
  futures: [
    {
      position: short,
      terms: { ...termsOf('linear'), underlying: btc, quote: USD, settleAsset: USD, expiry: null },
      asset: btc,
      side: 'short',
      coinsPerStep: quantity('0.1'),
      steps: 10,
      isOpen: false,
      offsets: [{ long: 'young' as LotId, quantity: quantity('1') }],
      part: null,
      fundingPerYear: rate('0.05'),
      carryWords: '',
      fee: rate('0.001'),
      slippage: zeroRate,
      marginRate: rate('0.3'),
    },
  ],
  costs: {
    discountPerYear: rate('0.05'),
    spotFee: rate('0.001'),
    spotSlippage: zeroRate,
    marginCostPerYear: rate('0.04'),
  },
  limits: { cash: null, maxDates: 12 },
  netTolerance: null,
  regimes: [],
};
const day = (date: ExitDay['date'], sold: string, steps: number, lot = 'young'): ExitDay => ({
  date,
  sells: sold === '0' ? [] : [{ asset: btc, lot: lot as LotId, quantity: quantity(sold) }],
  buys: [],
  hedges: steps === 0 ? [] : [{ position: short, steps }],
});
const plan = (...days: ExitDay[]): ExitSchedule => ({ regime: null, days });
const broken = (schedule: ExitSchedule, change: Partial<ExitCase> = {}): string[] => [
  ...new Set(feasibility({ ...given, ...change }, schedule).map(({ limit }) => limit)),
];
const withGoal = (change: Partial<ExitGoal>): Partial<ExitCase> => ({ goals: [{ ...goal, ...change }] });

test('selling now, and hedging now and selling later, keep every limit', () => {
  expect(broken(plan(day(today, '1', 0)))).toEqual([]);
  expect(broken(plan(day(today, '0', 10), day(later, '1', 0)))).toEqual([]);
  expect(broken(plan(day(today, '0.5', 5), day(later, '0.5', 0)))).toEqual([]);
});

test.each<[string, ExitSchedule, Partial<ExitCase>, string[]]>([
  ['less than the goal', plan(day(today, '0.97', 0)), {}, ['goal']],
  ['nothing on the first day', plan(day(later, '1', 0)), {}, ['band']],
  ['too little of a hedge', plan(day(today, '0', 8), day(later, '1', 0)), {}, ['band']],
  ['a hedge that grows', plan(day(today, '0.5', 5), day(later, '0.5', 6)), {}, ['steps', 'band']],
  ['a hedge that stays', plan(day(today, '1', 1)), withGoal({ tolerance: quantity('0.2') }), ['steps']],
  ['a day that is none', plan(day(localDate('2026-12-01'), '1', 0)), {}, ['date', 'band']],
  ['a lot twice over', plan(day(today, '1', 0, 'nobody')), {}, ['lot']],
  ['too much a day', plan(day(today, '1', 0)), withGoal({ perDay: quantity('0.5') }), ['per-day']],
  [
    'a small ticket',
    plan(day(today, '0.1', 9), day(later, '0.9', 0)),
    withGoal({ minTicket: quantity('0.2') }),
    ['ticket'],
  ],
  ['the method’s order', plan(day(today, '1', 0)), withGoal({ order: 'by-account' }), ['order']],
  [
    'more margin than cash',
    plan(day(today, '0', 10), day(later, '1', 0)),
    { limits: { cash: money('100'), maxDates: 12 } },
    ['cash'],
  ],
])('%s breaks a limit', (_, schedule, change, limits) => {
  expect(broken(schedule, change)).toEqual(limits);
});

const ETH = assetId('ETH');
const forEth = (buy: string): Partial<ExitCase> => ({
  goals: [
    goal,
    { ...goal, asset: ETH, sell: zeroQuantity, buy: quantity(buy), lots: [], tolerance: quantity('100') },
  ],
  book: {
    ...given.book,
    priceOn: (asset, date) => price(asset === btc ? '50000' : date < last ? '2000' : '2500'),
  },
});
const buying = (ofDay: ExitDay, coins: string): ExitDay => ({
  ...ofDay,
  buys: [{ asset: ETH, quantity: quantity(coins) }],
});

// A coin of BTC brings 50 000 less 0.1 %; 25 ETH take as much and 0.1 %, 20 take 40 040, 30 take 60 060.
test.each<[string, ExitSchedule, string, string[]]>([
  ['bought with what is sold that day', plan(buying(day(today, '1', 0), '25')), '25', []],
  ['bought after the sale', plan(day(today, '1', 0), buying(day(later, '0', 0), '20')), '20', []],
  ['bought before the sale', plan(buying(day(today, '0', 10), '20'), day(later, '1', 0)), '20', ['paid']],
  [
    'half and half',
    plan(buying(day(today, '0.5', 5), '12.5'), buying(day(later, '0.5', 0), '12.5')),
    '25',
    [],
  ],
  [
    'money that the goals need themselves',
    plan(buying(day(today, '0', 10), '5'), buying(day(later, '1', 0), '25')),
    '30',
    [],
  ],
  [
    'more than that',
    plan(buying(day(today, '0', 10), '6'), buying(day(later, '1', 0), '24')),
    '30',
    ['paid'],
  ],
  [
    'dearer on a day to come',
    plan(buying(day(today, '0', 10), '6'), buying(day(last, '1', 0), '24')),
    '30',
    ['paid'],
  ],
])('coins %s', (_, schedule, buy, limits) => {
  expect(broken(schedule, forEth(buy))).toEqual(limits);
});

// BTC at 50 000 today and ETH at 2 000: 1 BTC above makes up for 25 ETH below.
test.each<[string, ExitSchedule, string, string[]]>([
  ['nothing done: above and below are as much', plan(buying(day(last, '1', 0), '25')), '0', []],
  [
    'hedged what is sold, not what is bought',
    plan(day(today, '0', 10), buying(day(later, '1', 0), '25')),
    '1000',
    ['net'],
  ],
  ['and as much together as that', plan(day(today, '0', 10), buying(day(later, '1', 0), '25')), '50000', []],
  [
    'a short of 0.5 BTC for 12.5 ETH',
    plan(buying(day(today, '0', 5), '12.5'), buying(day(later, '1', 0), '12.5')),
    '0',
    ['paid'],
  ],
])('%s', (_, schedule, together, limits) => {
  const both = forEth('25');
  const [first, second] = both.goals ?? [];
  if (first === undefined || second === undefined) throw new Error('two goals');
  const goals = [{ ...first, tolerance: quantity('1') }, second];
  expect(broken(schedule, { ...both, goals, netTolerance: money(together) })).toEqual(limits);
});

test('of all coins together a cent more than allowed is rounding, a dollar is not', () => {
  const half = { ...given, futures: [], ...withGoal({ tolerance: quantity('1') }) };
  const first = (sold: string): ExitSchedule =>
    plan(day(today, sold, 0), day(later, String(1 - Number(sold)), 0));
  expect(feasibility({ ...half, netTolerance: money('25000') }, first('0.5'))).toEqual([]);
  expect(feasibility({ ...half, netTolerance: money('24999.99') }, first('0.5'))).toEqual([]);
  const [found] = feasibility({ ...half, netTolerance: money('24999') }, first('0.5'));
  expect(found?.issue.message).toContain('together stand 25,000.00 USD above what is wanted');
});

test('with cash given, cash is what counts', () => {
  const early = plan(buying(day(today, '0', 10), '20'), day(later, '1', 0));
  const of = (cash: string): string[] =>
    broken(early, { ...forEth('20'), limits: { cash: money(cash), maxDates: 12 } });
  expect(of('500000')).toEqual([]);
  expect(of('10000')).toEqual(['cash']);
});

test('a short beyond the coins held is naked', () => {
  const change = { goals: [{ ...goal, sell: quantity('2'), tolerance: quantity('2') }] };
  const sold = plan(
    { ...day(today, '1', 0), hedges: [{ position: short, steps: 10 }] },
    { ...day(later, '0.5', 10, 'old') },
    day(last, '0.5', 0, 'old'),
  );
  expect(broken(sold, change)).toEqual(['naked']);
});

test('rules by themselves keep the limits or say which they break', () => {
  const rules = simpleRules({ ...given, ...withGoal({ perDay: quantity('0.5') }) });
  expect(rules.map(({ rule, priced }) => [rule, priced !== null])).toEqual([
    ['fifo-now', false],
    ['hifo-now', false],
    ['min-tax-now', false],
    ['next-year', false],
    ['half-and-half', true],
  ]);
  expect(rules[0]?.why).toContain('at most 0.5');
});

test('the orders of lots: first in, highest cost, lowest tax', () => {
  const first = (order: 'fifo' | 'hifo' | 'min-tax'): string | undefined =>
    allOn(given, today, order).days[0]?.sells[0]?.lot;
  expect([first('fifo'), first('hifo'), first('min-tax')]).toEqual(['old', 'young', 'young']);
});

test('parts of a goal on several days, the hedge taken back with them', () => {
  const shares = [today, later, last].map((date) => ({ date, share: rate('0.3') }));
  const { days } = portionsOn(given, shares, 'hifo');
  expect(days.map(({ hedges }) => hedges[0]?.steps ?? 0)).toEqual([7, 4, 0]);
  expect(feasibility(given, { regime: null, days })).toEqual([]);
});

test('which two limits conflict', () => {
  const wide = { ...given, futures: [], ...withGoal({ perDay: quantity('0.5'), tolerance: quantity('1') }) };
  expect(limitsThatConflict({ ...wide, netTolerance: money('30000') })).toBeNull();
  expect(limitsThatConflict({ ...wide, netTolerance: money('2000') })?.message).toMatch(
    /the band of 2,000\.00 USD for all coins together and at most 0\.5 BTC a day/iu,
  );
  const tight = { ...given, futures: [], ...withGoal({ perDay: quantity('0.5') }) };
  expect(limitsThatConflict(tight)?.message).toMatch(/at most 0\.5 BTC a day and the band of 0\.05 BTC/iu);
  expect(limitsThatConflict(given)).toBeNull();
  const poor = {
    ...given,
    ...withGoal({ perDay: quantity('0.5') }),
    limits: { cash: money('1'), maxDates: 12 },
  };
  expect(limitsThatConflict({ ...poor, ...withGoal({ perDay: quantity('0.2') }) })?.code).toBe(
    'exit/limits-conflict',
  );
});
