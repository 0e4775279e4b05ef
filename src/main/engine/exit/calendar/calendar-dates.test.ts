/** Each kind of date by hand. Source: the law that each entry names; days counted on a wall calendar. */
import { describe, expect, test } from 'vitest';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { PlanId } from '../../../../shared/domain/hedge.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import { defaultTaxElections } from '../../../../shared/domain/tax-elections.ts';
import { money, price, quantity } from '../../../../shared/num/parse.ts';
import { toText } from '../../../../shared/num/format.ts';
import { dateText, localDate } from '../../../../shared/time/local-date.ts';
import type { TaxYears } from '../../tax/tax-years.ts';
import type { PlannedStep } from '../../tax/projection/planned-step.ts';
import type { CalendarEntry } from './calendar-entry.ts';
import { contractEntries } from './contract-entries.ts';
import { electionEntries } from './election-entries.ts';
import { longTermEntries } from './long-term-entries.ts';
import type { TurningUnits } from './long-term-entries.ts';
import { reviewEntries } from './review-entries.ts';
import { stepEntries } from './step-entries.ts';
import { windowEntries } from './window-entries.ts';
import type { WindowInput } from './window-entries.ts';
import { yearEndEntries } from './year-end-entries.ts';

const day = localDate;
const asOf = day('2026-11-20');
const BTC = assetId('BTC');
const plan = 'plan-1' as PlanId;

function days(entries: readonly CalendarEntry[]): readonly string[] {
  return entries.map(
    ({ id, date, until }) => `${id} ${dateText(date)}${until === null ? '' : `..${dateText(until)}`}`,
  );
}

describe('long-term', () => {
  const units = (lot: string, changes: Partial<TurningUnits>): TurningUnits => ({
    lot: lot as LotId,
    asset: BTC,
    quantity: quantity('0.5'),
    costBasis: money('10000'),
    longTermFrom: day('2027-03-02'),
    anew: false,
    planned: false,
    stoppedOn: null,
    ...changes,
  });
  const entries = (turning: readonly TurningUnits[]): readonly CalendarEntry[] =>
    longTermEntries({
      asOf,
      currency: 'USD',
      turning,
      priceOf: () => price('50000'),
      years: { years: [] } as unknown as TaxYears,
    });

  test('units of one coin and day stand together; what is long-term already is no date', () => {
    const found = entries([units('a', {}), units('b', {}), units('c', { longTermFrom: asOf })]);
    expect(days(found)).toEqual(['long-term:BTC:2027-03-02 2027-03-02']);
    expect(found[0]?.of.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(found[0]?.amounts.map(({ value, unit }) => `${toText(value)} ${unit}`)).toEqual([
      '1 BTC',
      '50000 USD',
    ]);
    expect(found[0]?.title).toBe('BTC turns long-term');
  });

  // Reg. 1.1092(b)-2T(a): from zero, not where it stopped.
  test('a clock that a hedge restarted says so, and one that a plan would stop warns', () => {
    const [anew] = entries([units('a', { anew: true })]);
    expect(anew?.law).toBe('Reg. 1.1092(b)-2T(a)');
    expect(anew?.text).toBe('0.5 BTC turns long-term: a hedge made its holding period begin anew.');
    const [stopped] = entries([units('a', { stoppedOn: day('2026-12-01') })]);
    expect(stopped?.why).toContain('A planned hedge would stop the clock of some on 2026-12-01');
    const [planned] = entries([units('a', { anew: true, planned: true })]);
    expect(planned).toMatchObject({ id: 'long-term:BTC:2027-03-02:planned', planned: true });
  });
});

describe('year ends and marks', () => {
  // 26 U.S.C. 1256(a)(1): 31 December 2028 is a Sunday, 2027 a Friday.
  test('a mark is on the last Monday to Friday, where a section 1256 contract is open that day', () => {
    const mbt = {
      symbol: 'MBT-202612',
      of: { kind: 'contract', id: 'cme:MBT' },
      from: day('2026-12-01'),
      until: day('2029-03-01'),
      expiry: day('2026-12-24'),
      planned: true,
    } as const;
    const found = yearEndEntries({ asOf, to: day('2028-12-31'), marked: [mbt] });
    expect(days(found)).toEqual([
      'year-end:2026 2026-12-31',
      'mark:2026 2026-12-31',
      'year-end:2027 2027-12-31',
      'mark:2027 2027-12-31',
      'year-end:2028 2028-12-31',
      'mark:2028 2028-12-29',
    ]);
    expect(found[1]?.title).toBe('Section 1256 contracts are marked: what MBT-202612 is rolled into');
    const closedThatDay = { ...mbt, until: day('2026-12-31') };
    expect(days(yearEndEntries({ asOf, to: asOf, marked: [closedThatDay] }))).toEqual([
      'year-end:2026 2026-12-31',
    ]);
  });
});

test('an expiry on a holiday says so; one that is over and open waits for its settlement', () => {
  const contract = {
    id: 'position:x',
    symbol: 'BTCUSDT_261225',
    asset: BTC,
    expiry: day('2026-12-25'),
    side: 'short',
    accountName: 'Binance Futures',
    of: [],
  } as const;
  const [holiday] = contractEntries([contract], asOf);
  expect(holiday?.text).toBe('BTCUSDT_261225 (short, Binance Futures) expires; this day is Christmas Day.');
  const [over] = contractEntries([{ ...contract, expiry: day('2026-09-25') }], asOf);
  expect(over).toMatchObject({ waits: true, title: 'BTCUSDT_261225 has expired but stands open' });
});

describe('windows', () => {
  const input: WindowInput = {
    asOf,
    currency: 'USD',
    straddles: { years: [] },
    nameOf: () => 'short MBT',
    coinOf: (id) => (id.startsWith('lot') ? BTC : null),
    underlyingOf: () => BTC,
    trades: [],
    pending: [],
  };
  const loss = (position: string, closed: string | null, amount = '100'): object => ({
    position,
    closed: closed === null ? null : day(closed),
    loss: money(amount),
  });
  const withLosses = (losses: readonly object[]): WindowInput => ({
    ...input,
    straddles: { years: [{ losses }] } as unknown as WindowInput['straddles'],
  });

  // Reg. 1.1092(b)-5T(n): 30 days after the disposition; 20 November is the 30th day after 21 October.
  test('a successor window ends on the 30th day, and losses of one coin and day stand together', () => {
    const found = windowEntries(
      withLosses([
        loss('p', '2026-10-21'),
        loss('q', '2026-10-20'),
        loss('open', null),
        loss('lot-1', '2026-12-31', '40'),
        loss('lot-2', '2026-12-31', '2'),
        loss('waits', '2026-12-31', '0'),
      ]),
    );
    expect(days(found)).toEqual([
      'window:successor:p:2026-10-21 2026-10-21..2026-11-20',
      'window:successor:BTC:2026-12-31 2026-12-31..2027-01-30',
    ]);
    expect(found.map(({ planned, asset }) => [planned, asset])).toEqual([
      [false, BTC],
      [true, BTC],
    ]);
    expect(toText(found[1]?.amounts[0]?.value ?? money('0'))).toBe('42');
  });

  // 26 U.S.C. 1091(a): 30 days after.
  test('a wash-sale window says what not to do, and until when', () => {
    const trade = { asset: BTC, planned: false, lots: ['a' as LotId] };
    const found = windowEntries({
      ...input,
      trades: [
        { ...trade, date: day('2026-11-01'), kind: 'sold-at-a-loss' },
        { ...trade, date: day('2026-11-10'), kind: 'bought' },
        { ...trade, date: day('2026-10-20'), kind: 'bought' },
      ],
    });
    expect(days(found)).toEqual([
      'window:sold-at-a-loss:BTC:2026-11-01 2026-11-01..2026-12-01',
      'window:bought:BTC:2026-11-10 2026-11-10..2026-12-10',
    ]);
    expect(found.map(({ title }) => title)).toEqual(['Do not buy BTC', 'Do not sell BTC at a loss']);
  });

  // 26 U.S.C. 1259(c)(3): by the 30th day after the close of the year, then 60 days at risk.
  test('a hedge of trust shares is closed by 30 January, and not hedged again for 60 days', () => {
    const pending = [{ asset: assetId('IBIT'), hedged: day('2026-05-04'), of: [] }];
    expect(days(windowEntries({ ...input, pending }))).toEqual([
      'window:constructive-sale:IBIT:2026-05-04 2027-01-30..2027-03-31',
    ]);
  });
});

describe('choices', () => {
  const input = {
    asOf,
    elections: defaultTaxElections,
    lossYears: [2021, 2023],
    openings: [{ id: 'plan-1:open', date: day('2026-12-01'), of: [] }],
    hasHedges: true,
  };
  // 26 U.S.C. 6511(d)(2): three years after 15 April of the next year. Reg. 1.1092(b)-4T(f)(1): 15 April; that of 2026 is over.
  test('carryback, straddle account, and the day a hedge begins', () => {
    expect(days(electionEntries(input))).toEqual([
      'election:carryback:2023 2027-04-15',
      'election:straddle-account:2027 2027-04-15',
      'election:identify:plan-1:open 2026-12-01',
    ]);
    const chosen = { ...defaultTaxElections, carrybackYears: new Set([2023]) };
    expect(days(electionEntries({ ...input, elections: chosen, hasHedges: false, openings: [] }))).toEqual(
      [],
    );
  });
});

test('hedges are looked at once a month until the plan ends', () => {
  const plans = [{ plan, firstCheck: day('2026-10-31'), exit: day('2027-03-01') }];
  expect(days(reviewEntries({ asOf, to: day('2027-12-31'), plans, policy: null }))).toEqual([
    'review:hedges:2026-11-30 2026-11-30',
    'review:hedges:2026-12-31 2026-12-31',
    'review:hedges:2027-01-31 2027-01-31',
    'review:hedges:2027-02-28 2027-02-28',
  ]);
});

test('the policy’s calendar: the first day of each period ahead', () => {
  const reviews = (policy: 'month' | 'quarter' | 'year'): readonly string[] =>
    reviewEntries({ asOf, to: day('2027-07-31'), plans: [], policy }).map(({ date }) => dateText(date));
  expect(reviews('quarter')).toEqual(['2027-01-01', '2027-04-01', '2027-07-01']);
  expect(reviews('year')).toEqual(['2027-01-01']);
  expect(reviews('month').slice(0, 2)).toEqual(['2026-12-01', '2027-01-01']);
});

test('a saved step carries the action that a what-if moves; others of the plan are added, done ones are not', () => {
  const step = (id: string, text: string, doneAt: unknown = null): never =>
    ({ id, date: day('2026-12-01'), text, doneAt }) as never;
  const action = (id: string, kind: PlannedStep['kind']): PlannedStep => ({
    id: `plan-1:${id}`,
    plan,
    date: day('2026-12-02'),
    kind,
    text: `${kind} it.`,
    actions: [],
  });
  const found = stepEntries(
    [
      {
        plan,
        steps: [
          step('1', 'Open: sell 3 contracts.', 1),
          step('2', 'Import the fills.'),
          step('3', 'Sell 0.3 ETH.'),
          step('4', 'Sell 0.3 BTC.'),
        ],
      },
    ],
    [
      action('open', 'open'),
      action('sell:BTC', 'sell'),
      action('sell:ETH', 'sell'),
      action('roll:1', 'roll'),
    ],
  );
  expect(found.map(({ id, kind, moves }) => [id, kind, moves])).toEqual([
    ['step:plan-1:2', 'step', null],
    ['step:plan-1:3', 'step', 'plan-1:sell:ETH'],
    ['step:plan-1:4', 'step', 'plan-1:sell:BTC'],
    ['step:plan-1:roll:1', 'roll', 'plan-1:roll:1'],
  ]);
});
