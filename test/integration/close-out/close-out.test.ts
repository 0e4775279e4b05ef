/** A saved exit plan on a real ledger: its sheet, the lots on record, imported trades that tick it, plan against actual. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CallContext } from '../../../src/main/core/call-context.ts';
import { handlers } from '../../../src/main/core/handlers.ts';
import {
  exitPlanDocument,
  exitPlanOf,
} from '../../../src/main/core/services/close-out/exit-plan-document.ts';
import type { ExitPlanCore } from '../../../src/main/core/services/close-out/exit-plan-document.ts';
import { exitPlanKey } from '../../../src/main/core/services/close-out/exit-plans-of.ts';
import { contract, type CallAnswer, type CallInput } from '../../../src/shared/contract/contract.ts';
import { accountId } from '../../../src/shared/domain/account.ts';
import { assetId } from '../../../src/shared/domain/asset.ts';
import type { ContractId } from '../../../src/shared/domain/contract-spec.ts';
import type { ExitPlanId } from '../../../src/shared/domain/exit-plan.ts';
import type { LotId } from '../../../src/shared/domain/lot.ts';
import type { Result } from '../../../src/shared/errors/failure.ts';
import { money, price, quantity, rate } from '../../../src/shared/num/parse.ts';
import { instantFromIso } from '../../../src/shared/time/instant.ts';
import { localDate } from '../../../src/shared/time/local-date.ts';
import { openSample } from '../../sample/open-sample.fixture.ts';
import type { Sample } from '../../sample/open-sample.fixture.ts';
import { figuresThatDoNotReAdd } from '../explain/re-add.fixture.ts';

let sample: Sample;
beforeEach(async () => {
  sample = await openSample();
});
afterEach(async () => {
  await sample.close();
});

type Answered = keyof typeof handlers;

/** Asks as of a moment, with the clock at it. */
async function at<Name extends Answered>(
  time: string,
  name: Name,
  input: CallInput<Name>,
): Promise<CallAnswer<Name>> {
  const now = instantFromIso(time);
  const handler = handlers[name] as unknown as (
    request: unknown,
    context: CallContext,
  ) => Promise<Result<unknown>>;
  const result = await handler(contract[name].input.parse(input), { ...sample.context, now, clock: now });
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return contract[name].output.parse(result.value) as CallAnswer<Name>;
}

const OLD = '40d8fc94c5aa668f74d52c7d42bc7f41-0' as LotId; // of 2023-11-20, in Binance
const YOUNG = '247507c32df6ce7751e0ee32426d263b-0' as LotId; // of 2026-03-06, 0.08
const SHORT = 'binance-um:BTCUSDT_261225@binance-futures#1';
const btc = assetId('BTC');
const binance = accountId('binance');

/** Sell 0.06 BTC of one lot and close the short of 0.06 on the same day. */
function plan(of: Partial<ExitPlanCore> = {}, lot: LotId = OLD): ExitPlanCore {
  const zero = money('0');
  return {
    id: 'exit-1' as ExitPlanId,
    name: 'Out in November',
    reason: 'a test',
    version: 1,
    replaces: null,
    savedAt: instantFromIso('2026-11-21T05:00:00Z'),
    asOf: localDate('2026-11-20'),
    currency: assetId('USD'),
    request: '{}',
    regime: null,
    goals: [
      {
        asset: btc,
        sell: quantity('0.06'),
        buy: quantity('0'),
        tolerance: quantity('0.001'),
        minTicket: quantity('0'),
        // What stands before the day: every coin held less the short of 0.06.
        wanted: quantity('0'),
      },
    ],
    futures: [
      {
        position: SHORT,
        contract: 'binance-um:BTCUSDT_261225' as ContractId,
        account: accountId('binance-futures'),
        positionSide: 'one-way',
        asset: btc,
        side: 'short',
        isOpen: true,
        steps: 60,
        coinsPerStep: quantity('0.001'),
        quantityPerStep: quantity('0.001'),
        coinsBeside: quantity('0'),
        fee: rate('0.0005'),
        marginRate: rate('0.1'),
      },
    ],
    days: [
      {
        date: localDate('2026-11-24'),
        sells: [
          {
            asset: btc,
            account: binance,
            lot,
            acquired: localDate('2023-11-20'),
            quantity: quantity('0.06'),
            price: price('93000'),
            proceeds: money('5574.42'),
            fee: money('5.58'),
            costBasis: money('2239.25'),
            term: 'long',
            counted: { short: zero, long: money('3335.17') },
            waits: zero,
          },
        ],
        buys: [],
        hedges: [
          {
            position: SHORT,
            from: 60,
            to: 0,
            price: price('93000'),
            result: money('100'),
            fee: money('2.79'),
            closedAs: { character: 'short', waits: zero },
            roll: null,
          },
        ],
      },
    ],
    assumptions: ['Prices stay as they are.'],
    expected: {
      cost: money('500'),
      tax: money('450'),
      carry: zero,
      fees: money('8.37'),
      slippage: zero,
      marginCost: zero,
      years: [],
    },
    trace: JSON.stringify({
      label: 'Cost',
      value: '500',
      unit: 'USD',
      how: 'as given',
      rule: null,
      events: [],
      lots: [],
      parts: [],
    }),
    before: [],
    ...of,
  };
}

async function save(core: ExitPlanCore): Promise<void> {
  const { ledger } = sample.context.session;
  const { lots } = await sample.ask('holdings.lots', { asset: 'BTC' });
  const spot = lots.reduce((sum, lot) => sum + Number(lot.quantity), 0);
  const goals = core.goals.map((goal) => ({
    ...goal,
    wanted: quantity((spot - 0.06).toFixed(8)),
  }));
  const stored = await ledger?.write.saveSetting(
    exitPlanKey(core.id),
    exitPlanDocument({ ...core, goals }),
    core.savedAt,
  );
  if (stored?.ok !== true) throw new Error('not stored');
}

const MORNING = '2026-11-24T13:00:00Z';
const EVENING = '2026-11-25T04:30:00Z';
const FILLS = 'Uid,Time,Symbol,Side,Price,Quantity,Amount,Fee,Realized Profit,Buyer,Maker,Trade ID,Order ID';
const SPOT = 'Date(UTC),Pair,Side,Price,Executed,Amount,Fee';

async function importText(name: string, text: string, time = EVENING): Promise<void> {
  const upload = randomUUID();
  sample.context.session.uploads.appendBytes(upload, name, Buffer.from(text), true);
  await at(time, 'imports.confirm', { files: [{ upload }], skipBadRows: false });
}
const importFills = (...rows: string[]): Promise<void> => importFillsAt(EVENING, ...rows);
const importFillsAt = (time: string, ...rows: string[]): Promise<void> =>
  importText(
    'fills.csv',
    [FILLS, ...rows.map((row, n) => `30411975,${row},3 USDT,0,false,false,${8001 + n},${9001 + n}`)].join(
      '\n',
    ),
    time,
  );
const importSpot = (...rows: string[]): Promise<void> => importText('spot.csv', [SPOT, ...rows].join('\n'));

describe('the sheet of a day', () => {
  beforeEach(() => save(plan()));

  test('alternates futures and coins, and never stands further off than half a slice', async () => {
    const sheet = await at(MORNING, 'exit.sheet', { date: '2026-11-24', slices: 3 });
    expect(sheet.orders.map(({ sideWords, coins }) => `${sideWords} ${coins}`)).toEqual([
      'Sell 0.01',
      'Buy back 0.02',
      'Sell 0.02',
      'Buy back 0.02',
      'Sell 0.02',
      'Buy back 0.02',
      'Sell 0.01',
    ]);
    const [bound] = sheet.bounds;
    expect(Number(bound?.largestOff)).toBeLessThanOrEqual(Number(bound?.bound));
    expect(bound).toMatchObject({ offNow: '0', offAtEnd: '0', bound: '0.01', largestNaked: '0' });
    const [first, second] = sheet.orders;
    expect(first).toMatchObject({ kind: 'sell', account: 'binance', symbol: 'BTC/USD', reduceOnly: false });
    expect(first?.lots).toEqual([{ lot: OLD, acquiredDate: '2023-11-20', quantity: '0.01' }]);
    expect(Number(first?.expected.longTermGain)).toBeGreaterThan(0);
    expect(second).toMatchObject({ kind: 'close-short', reduceOnly: true, unit: 'base', quantity: '0.02' });
    expect(second?.expected.futuresResult).not.toBeNull();
    expect(sheet.traces.map(({ label }) => label)).toContain('Long-term gain of coins');
    for (const one of sheet.traces) expect(figuresThatDoNotReAdd(one)).toEqual([]);
    const lots = sheet.orders.flatMap((order) => order.lots.map((lot) => Number(lot.quantity)));
    expect(lots.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0.06, 12);
  });

  test('says that prices are old, and is the next open day where none is named', async () => {
    const sheet = await at(MORNING, 'exit.sheet', {});
    expect(sheet.date).toBe('2026-11-24');
    expect(sheet.issues.map(({ code }) => code)).toContain('exit/sheet-price-old');
  });

  test('refuses a plan and a day that are not there', async () => {
    await expect(at(MORNING, 'exit.sheet', { plan: 'exit-9' })).rejects.toThrow('exit/no-such-plan');
    await expect(at(MORNING, 'exit.sheet', { date: '2026-11-23' })).rejects.toThrow('exit/no-such-day');
    const tick = { plan: 'exit-1', step: '2026-11-24:sell:ETH@binance', done: true };
    await expect(at(MORNING, 'exit.tick', tick)).rejects.toThrow('exit/no-such-step');
  });

  test('of a dropped plan there is none, and the ledger keeps it', async () => {
    const dropped = await at(MORNING, 'exit.drop', { plan: 'exit-1', reason: 'changed my mind' });
    expect(dropped.dropped?.reason).toBe('changed my mind');
    await expect(at(MORNING, 'exit.sheet', { plan: 'exit-1' })).rejects.toThrow('exit/plan-dropped');
    expect((await at(MORNING, 'exit.list', {})).plans).toEqual([]);
    expect((await at(MORNING, 'exit.list', { dropped: true })).plans).toHaveLength(1);
    const { ledger } = sample.context.session;
    expect(await ledger?.read.recomputeHash()).toBe(ledger?.hash());
  });
});

test('lots outside the ledger are said, and cannot be put on record', async () => {
  await save(plan({}, 'not-a-lot-0' as LotId));
  const sheet = await at(MORNING, 'exit.sheet', {});
  expect(sheet.issues.map(({ code }) => code)).toContain('exit/lot-changed');
  const { records, refused } = await at(MORNING, 'exit.identify', { plan: 'exit-1', date: '2026-11-24' });
  expect(refused).toHaveLength(1);
  expect(records[0]?.recorded).toBeNull();
});

test('a plan of more than is held, and of more than is open', async () => {
  const core = plan();
  const [day] = core.days;
  if (day === undefined) throw new Error('the plan has a day');
  const sells = day.sells.map((sale) => ({ ...sale, quantity: quantity('9') }));
  const hedges = day.hedges.map((hedge) => ({ ...hedge, from: 90 }));
  await save({ ...core, days: [{ ...day, sells, hedges }] });
  const codes = (await at(MORNING, 'exit.sheet', {})).issues.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['exit/lot-changed', 'exit/held-less', 'exit/position-less']));
});

describe('once the day is traded', () => {
  test('imported trades tick the steps; the lots on record are the lots used', async () => {
    await save(plan({}, YOUNG));
    const { records } = await at(MORNING, 'exit.identify', { plan: 'exit-1', date: '2026-11-24' });
    expect(records).toEqual([expect.objectContaining({ late: false, asset: 'BTC', account: 'binance' })]);
    expect(records[0]?.recorded).not.toBeNull();
    const again = await at(MORNING, 'exit.identify', { plan: 'exit-1', date: '2026-11-24' });
    expect(again.sentence).toContain('Nothing was written');

    await importSpot(
      '2026-11-24 15:00:00,BTCUSDT,SELL,94000,0.02BTC,1880USDT,1.88USDT',
      '2026-11-24 15:10:00,BTCUSDT,SELL,94000,0.04BTC,3760USDT,3.76USDT',
    );
    await importFills('2026-11-24 15:05:00,BTCUSDT_261225,BUY,94100,0.05,4705');
    const progress = await at(EVENING, 'exit.progress', { plan: 'exit-1' });
    const [close, sell] = progress.steps;
    expect([close?.state, close?.filled, close?.left]).toEqual(['partly', '0.05', '0.01']);
    expect(sell).toMatchObject({ state: 'done', filled: '0.06', left: '0' });
    expect(sell?.actual?.fills).toHaveLength(2);
    expect(sell?.actual?.price).toBe('94000');
    expect(sell?.actual?.fee).toBe('5.64');
    expect(sell?.actual?.lots.map(({ lot }) => lot)).toEqual([YOUNG, YOUNG]);
    expect(sell?.deviations.join(' ')).toContain('above');
    expect(sell?.deviations.join(' ')).not.toContain('other lots');
    expect(progress.left).toEqual([{ asset: 'BTC', sell: '0', buy: '0' }]);
    // The rest of the day: one order, and a tick by hand closes it.
    const sheet = await at(EVENING, 'exit.sheet', { plan: 'exit-1' });
    expect(sheet.orders.map(({ words }) => words)).toEqual([
      'Buy back 0.01 BTC of BTCUSDT_261225 in Binance Futures, reduce-only.',
    ]);
    const { step } = await at(EVENING, 'exit.tick', { plan: 'exit-1', step: close?.id ?? '', done: true });
    expect([step.state, step.tickedByHand !== null]).toEqual(['by-hand', true]);
    expect((await at(EVENING, 'exit.list', {})).plans[0]?.nextDay).toBeNull();
  });

  test('a trade ticks the plan that was saved first, and no other; what is over ticks the next', async () => {
    await save(plan());
    await save(plan({ id: 'exit-2' as ExitPlanId, name: 'Out again' }));
    await importSpot('2026-11-24 15:00:00,BTCUSDT,SELL,94000,0.06BTC,5640USDT,5.64USDT');
    const [first, second] = [
      await at(EVENING, 'exit.progress', { plan: 'exit-1' }),
      await at(EVENING, 'exit.progress', { plan: 'exit-2' }),
    ];
    const sold = (of: typeof first): unknown => of.steps.find(({ kind }) => kind === 'sell')?.state;
    expect([sold(first), sold(second)]).toEqual(['done', 'due']);
    expect(second.outside).toEqual([]);
    expect(second.deviations.join(' ')).toContain(
      'One trade that this plan wants, too, ticks steps of the exit plan “Out in November”',
    );
    // A second sale is the second plan's.
    await importText(
      'later.csv',
      [SPOT, '2026-11-24 16:00:00,BTCUSDT,SELL,94000,0.06BTC,5640USDT,5.64USDT'].join('\n'),
    );
    expect(sold(await at(EVENING, 'exit.progress', { plan: 'exit-2' }))).toBe('done');
    await at(EVENING, 'exit.drop', { plan: 'exit-1' });
    const alone = await at(EVENING, 'exit.progress', { plan: 'exit-2' });
    expect([sold(alone), alone.outside.length]).toEqual(['done', 1]);
    expect(alone.deviations.join(' ')).not.toContain('saved before it');
  });

  test('a sale without a record is of other lots, which is said; a trade beyond the plan is outside', async () => {
    await save(plan({}, YOUNG));
    await importSpot(
      '2026-11-24 15:00:00,BTCUSDT,SELL,94000,0.07BTC,6580USDT,6.58USDT',
      '2026-11-24 15:10:00,BTCUSDT,SELL,94000,0.01BTC,940USDT,0.94USDT',
    );
    const progress = await at(EVENING, 'exit.progress', { plan: 'exit-1' });
    const sell = progress.steps.find(({ kind }) => kind === 'sell');
    expect(sell?.state).toBe('over');
    expect(sell?.deviations.join(' ')).toContain('left other lots than planned');
    expect(progress.outside).toHaveLength(1);
    const { records } = await at(EVENING, 'exit.identify', { plan: 'exit-1', date: '2026-11-24' });
    expect(records[0]).toMatchObject({ recorded: null, late: true, lots: [] });
  });
});

test('a sale that came in larger than its step is warned of before the next one', async () => {
  const core = plan({}, YOUNG);
  const [day] = core.days;
  const [sale] = day?.sells ?? [];
  if (day === undefined || sale === undefined) throw new Error('the plan has a sale');
  const [first, next] = ['0.04', '0.02'].map((units) => ({ ...sale, quantity: quantity(units) }));
  const later = {
    ...day,
    date: localDate('2026-12-08'),
    hedges: [],
    sells: next === undefined ? [] : [next],
  };
  await save({ ...core, days: [{ ...day, sells: first === undefined ? [] : [first] }, later] });
  await importSpot('2026-11-24 15:00:00,BTCUSDT,SELL,94000,0.05BTC,4700USDT,4.7USDT');
  const { issues } = await at(EVENING, 'exit.sheet', { date: '2026-12-08' });
  const found = issues.find(({ code }) => code === 'exit/goal-exceeded');
  expect(found?.message).toContain('0.01 BTC more would be sold');
});

const TODAY = '2026-11-21T04:00:00Z'; // the sample's day, by its clock
const request = { goals: [{ asset: 'BTC', sell: '0.06' }], ownDates: ['2026-11-24'], horizon: '2027-06-30' };
const schedule = {
  regime: null,
  days: [
    {
      date: '2026-11-24',
      sells: [{ asset: 'BTC', lot: YOUNG, quantity: '0.06' }],
      buys: [],
      hedges: [],
    },
  ],
};

describe('saving', () => {
  test('prices the schedule by the tax engine and keeps what each step should bring', async () => {
    const saved = await at(TODAY, 'exit.save', { name: 'Out', request, schedule });
    expect(saved).toMatchObject({ version: 1, replaces: null, asOf: '2026-11-20', nextDay: '2026-11-24' });
    const [year] = saved.years;
    expect(Number(year?.taxWith) - Number(year?.taxWithout)).toBeCloseTo(Number(year?.added), 9);
    expect(saved.years.reduce((sum, { added }) => sum + Number(added), 0)).toBeCloseTo(Number(saved.tax), 9);
    expect(saved.assumptions.join(' ')).toContain('Prices are taken to stay as they are today.');
    const { steps, bounds } = await at(TODAY, 'exit.sheet', {});
    expect(steps.map(({ kind, quantity: units, state }) => [kind, units, state])).toEqual([
      ['close-short', '0.06', 'waiting'],
      ['sell', '0.06', 'waiting'],
    ]);
    const sell = steps[1];
    expect(sell?.lots).toMatchObject([{ lot: YOUNG, quantity: '0.06', term: 'short' }]);
    expect(sell?.expected).toMatchObject({ value: '6252', fee: '6.252', longTermGain: '0' });
    expect(bounds).toMatchObject([{ offNow: '0', offAtEnd: '0' }]);
    // Nothing came in: what is planned now is what was planned then, to the last unit.
    const { years, trace } = await at(TODAY, 'exit.progress', { plan: 'exit-1' });
    expect(trace.value).toBe(saved.cost);
    expect(figuresThatDoNotReAdd(trace)).toEqual([]);
    expect(years.map(({ difference }) => difference)).toEqual(saved.years.map(() => '0'));
  });

  test('the stored plan reads back as it was written, and is part of the ledger’s hash', async () => {
    await at(TODAY, 'exit.save', { name: 'Out', request, schedule });
    const { ledger } = sample.context.session;
    const document = (await ledger?.read.settings())?.get('exit-plan:exit-1') ?? '';
    expect(exitPlanDocument(exitPlanOf(document))).toBe(document);
    expect(await ledger?.read.recomputeHash()).toBe(ledger?.hash());
  });

  test('a plan of another shape is named, kept as it was, and stands in the way of nothing', async () => {
    const { ledger } = sample.context.session;
    const clock = instantFromIso(TODAY);
    const old = JSON.stringify({ id: 'exit-1', name: 'Of old', days: [{ date: '2026-11-24' }] });
    await ledger?.write.saveSetting('exit-plan:exit-1', old, clock);
    const request2 = JSON.stringify({
      ...JSON.parse(exitPlanDocument(plan({ id: 'exit-2' as ExitPlanId }))),
      request: '{"horizon":5}',
    });
    await ledger?.write.saveSetting('exit-plan:exit-2', request2, clock);
    const { plans, issues } = await at(TODAY, 'exit.list', {});
    expect(plans).toEqual([]);
    expect(issues.map(({ code, message }) => [code, message.slice(0, 32)])).toEqual([
      ['exit/plan-unreadable', 'The exit plan “Of old” (exit-1) '],
      ['exit/plan-unreadable', 'The exit plan “Out in November” '],
    ]);
    await expect(at(TODAY, 'exit.sheet', { plan: 'exit-1' })).rejects.toThrow('exit/plan-unreadable');
    await at(TODAY, 'calendar.read', {});
    await at(TODAY, 'plan.projection', {});
    expect(await at(TODAY, 'exit.save', { name: 'Out', request, schedule })).toMatchObject({ id: 'exit-3' });
    expect((await ledger?.read.settings())?.get('exit-plan:exit-1')).toBe(old);
  });

  test('two plans over the same lots and position are said on the sheet, each by the other’s name', async () => {
    await at(TODAY, 'exit.save', { name: 'Out', request, schedule });
    await at(TODAY, 'exit.save', { name: 'Out again', request, schedule });
    const { issues } = await at(TODAY, 'exit.sheet', { plan: 'exit-1' });
    const found = issues.find(({ code }) => code === 'exit/also-in-plan');
    expect(found?.message).toContain('Lots and positions of this day stand in the exit plan “Out again”');
  });

  test('a new version takes the place of the old one, until it is dropped', async () => {
    await at(TODAY, 'exit.save', { name: 'Out', request, schedule });
    const next = await at(TODAY, 'exit.save', { name: 'Out', request, schedule, replaces: 'exit-1' });
    expect(next).toMatchObject({ id: 'exit-2', version: 2, replaces: 'exit-1' });
    await expect(at(TODAY, 'exit.sheet', { plan: 'exit-1' })).rejects.toThrow('exit/plan-replaced');
    expect((await at(TODAY, 'exit.list', {})).plans.map(({ id }) => id)).toEqual(['exit-2']);
    await at(TODAY, 'exit.drop', { plan: 'exit-2' });
    expect((await at(TODAY, 'exit.list', {})).plans.map(({ id }) => id)).toEqual(['exit-1']);
  });

  const [day] = schedule.days;
  const sale = day?.sells[0] ?? { asset: 'BTC', lot: '', quantity: '0' };
  const withDay = (of: object): typeof schedule =>
    ({ ...schedule, days: [{ ...day, ...of }] }) as typeof schedule;

  test('what cannot be carried out is refused by name, and nothing is stored', async () => {
    const wrong = [
      [withDay({ sells: [{ ...sale, lot: 'nowhere-0' }] }), 'exit/lot-not-there'],
      [withDay({ date: '2026-11-23' }), 'exit/breaks-date'],
      [withDay({ sells: [{ ...sale, quantity: '50' }] }), 'exit/several'],
      [withDay({ sells: [{ ...sale, quantity: '0.05' }] }), 'exit/'],
      [{ ...schedule, days: [] }, 'exit/'],
    ] satisfies [typeof schedule, string][];
    for (const [of, code] of wrong)
      await expect(at(TODAY, 'exit.save', { name: 'Out', request, schedule: of })).rejects.toThrow(code);
    expect((await at(TODAY, 'exit.list', { dropped: true })).plans).toEqual([]);
  });
});

/** Ten lots whose clocks the sample's short of 0.06 stopped in part, long-term by the plain rule on the day of the sale. */
const LONG_WITH_A_HEDGE = {
  goals: [{ asset: 'BTC', sell: '0.03' }],
  horizon: '2026-12-15',
  noTrade: [{ from: '2026-11-20', to: '2026-12-14' }],
  seconds: 0.5,
};

describe('a lot of which a hedge stops a part', () => {
  test('is short-term for that part alone: the sheet’s two totals are the plan’s, by term', async () => {
    const asked = LONG_WITH_A_HEDGE;
    const planned = await at(TODAY, 'exit.plan', asked);
    const [year] = planned.taxByYear;
    const sheetOf = async (): Promise<CallAnswer<'exit.sheet'>> =>
      await at(TODAY, 'exit.sheet', { plan: 'exit-1', slices: 4 });
    await at(TODAY, 'exit.save', { name: 'Out', request: asked, schedule: planned.schedule });
    const sheet = await sheetOf();
    expect(Number(year?.shortTermGain)).not.toBe(0);
    expect(Number(year?.longTermGain)).not.toBe(0);
    expect(Number(sheet.totals.longTermGain)).toBeCloseTo(Number(year?.longTermGain), 8);
    expect(Number(sheet.totals.shortTermGain)).toBeCloseTo(Number(year?.shortTermGain), 8);
    for (const one of sheet.traces) expect(figuresThatDoNotReAdd(one)).toEqual([]);
    // What was planned is the same split, and the parts of a lot are the lot.
    const sells = sheet.steps.filter(({ kind }) => kind === 'sell');
    const sumOf = (of: (step: (typeof sells)[number]) => string | null): number =>
      sells.reduce((sum, step) => sum + Number(of(step)), 0);
    expect(sumOf(({ expected }) => expected.longTermGain)).toBeCloseTo(Number(sheet.totals.longTermGain), 8);
    expect(sumOf(({ expected }) => expected.shortTermGain)).toBeCloseTo(
      Number(sheet.totals.shortTermGain),
      8,
    );
    const units = sells.flatMap(({ lots }) => lots.map(({ quantity: of }) => Number(of)));
    expect(units.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0.03, 12);
    const day = sheet.date;
    for (const { term, longTermFrom } of sells.flatMap(({ lots }) => lots))
      expect(term === 'long').toBe(longTermFrom !== null && longTermFrom <= day);
    // One record names each lot once.
    for (const { lots } of sheet.identify) expect(new Set(lots.map(({ lot }) => lot)).size).toBe(lots.length);
    expect(sheet.issues.map(({ code }) => code)).not.toContain('exit/lot-clock');
  });
});

describe('a hedge that is held past the end of its contract', () => {
  const asked = {
    goals: [{ asset: 'BTC', sell: '0.06' }],
    ownDates: ['2027-03-25'],
    horizon: '2027-06-30',
  };
  const held = {
    regime: null,
    days: [
      { date: '2027-03-25', sells: [{ asset: 'BTC', lot: YOUNG, quantity: '0.06' }], buys: [], hedges: [] },
    ],
  };
  const rollDay = { date: '2026-12-15' }; // ten days before 25 December

  test('is rolled by a step of its own day, on the sheet and in the calendar, and fills tick it', async () => {
    const saved = await at(TODAY, 'exit.save', { name: 'Later', request: asked, schedule: held });
    expect(saved.days.map(({ date }) => date)).toEqual(expect.arrayContaining([rollDay.date, '2027-03-25']));
    const sheet = await at(TODAY, 'exit.sheet', { date: rollDay.date, slices: 2 });
    expect(sheet.orders.map(({ kind, reduceOnly }) => [kind, reduceOnly])).toEqual(
      expect.arrayContaining([
        ['close-short', true],
        ['open-short', false],
      ]),
    );
    expect(sheet.bounds[0]).toMatchObject({ offNow: '0', offAtEnd: '0' });
    expect(sheet.issues.map(({ code }) => code)).not.toContain('exit/contract-ends');
    const { entries } = await at(TODAY, 'calendar.read', { kinds: ['roll', 'step'] });
    const ofRoll = entries.filter(({ kind }) => kind === 'roll');
    expect(ofRoll[0]).toMatchObject({ date: rollDay.date, movable: false });
    const closing = entries.filter(({ kind, title }) => kind === 'step' && title.startsWith('Buy back'));
    expect(closing.map(({ text }) => text).join()).toContain(
      'the contract that BTCUSDT_261225 was rolled into',
    );
    expect(ofRoll[0]?.text).toContain('Roll 0.06 BTC of BTCUSDT_261225');
    // Both halves, as a venue exports them.
    const after = `${rollDay.date}T20:00:00Z`;
    await importFillsAt(
      after,
      `${rollDay.date} 15:05:00,BTCUSDT_261225,BUY,94100,0.06,5646`,
      `${rollDay.date} 15:06:00,BTCUSDT_270326,SELL,95100,0.06,5706`,
    );
    const { steps, outside } = await at(after, 'exit.progress', { plan: 'exit-1' });
    const states = steps.filter(({ date }) => date === rollDay.date).map(({ state }) => state);
    expect([states, outside]).toEqual([['done', 'done'], []]);
    expect((await at(after, 'exit.list', {})).plans[0]?.nextDay).toBe('2027-03-25');
    // What is left can still be priced: the position goes on in the next contract.
    const { years } = await at(after, 'exit.progress', { plan: 'exit-1' });
    expect(years.every(({ now }) => now !== null)).toBe(true);
  });
});

describe('planning what is left again', () => {
  test('takes what is left of the goals, says what is different, and is kept as a new version', async () => {
    await at(TODAY, 'exit.save', { name: 'Out', request, schedule });
    await importSpot('2026-11-24 15:00:00,BTCUSDT,SELL,94000,0.02BTC,1880USDT,1.88USDT');
    await importFills('2026-11-24 15:05:00,BTCUSDT_261225,BUY,94100,0.02,1882');
    const rest = await at(EVENING, 'exit.replan', { plan: 'exit-1', seconds: 0.5 });
    expect(rest.left).toEqual([{ asset: 'BTC', sell: '0.04', buy: '0' }]);
    expect(rest.request).toMatchObject({ goals: [{ asset: 'BTC', sell: '0.04' }], horizon: '2027-06-30' });
    if (rest.schedule === null) throw new Error('something is left');
    const sold = rest.schedule.days.flatMap(({ sells }) => sells.map((sale) => Number(sale.quantity)));
    expect(sold.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0.04, 12);
    expect(Number(rest.cost)).toBeLessThanOrEqual(Number(rest.costOfSavedRest));
    const { request: asked, schedule: planned } = rest;
    const next = await at(EVENING, 'exit.save', {
      name: 'The rest',
      request: asked,
      schedule: planned,
      replaces: 'exit-1',
    });
    expect(next).toMatchObject({ version: 2, replaces: 'exit-1', asOf: '2026-11-24' });
    // Lots on record of the old version are on record for the new one.
    // A roll may come first; there is nothing to identify on its day.
    const day = planned.days.find(({ sells }) => sells.length > 0)?.date ?? '';
    await at(EVENING, 'exit.identify', { plan: 'exit-2', date: day });
    const asked2 = { name: 'Again', request: asked, schedule: planned, replaces: 'exit-2' };
    await at('2026-11-25T04:40:00Z', 'exit.save', asked2);
    const { identify } = await at('2026-11-25T04:50:00Z', 'exit.sheet', { plan: 'exit-3', date: day });
    expect(identify.length).toBeGreaterThan(0);
    for (const { recorded, late } of identify) expect([recorded === null, late]).toEqual([false, false]);
    // What came in before belongs to the old version.
    const { outside, steps } = await at(EVENING, 'exit.progress', { plan: 'exit-2' });
    expect([outside, steps.filter(({ filled }) => filled !== '0')]).toEqual([[], []]);
  });

  test('where nothing is left, it says so', async () => {
    await at(TODAY, 'exit.save', { name: 'Out', request, schedule });
    await importSpot('2026-11-24 15:00:00,BTCUSDT,SELL,94000,0.06BTC,5640USDT,5.64USDT');
    const rest = await at(EVENING, 'exit.replan', { plan: 'exit-1' });
    expect(rest).toMatchObject({ status: 'nothing-left', schedule: null });
    expect(rest.sentence).toContain('one step with futures is on the close-out sheet still');
  });
});

test('a plan of the optimiser, with hedges to be opened: every sheet keeps its bounds, and the tax is the plan’s', async () => {
  const asked = {
    goals: [
      { asset: 'BTC', sell: '0.3' },
      { asset: 'ETH', buy: '3' },
    ],
    horizon: '2027-06-30',
    overlay: {
      contracts: [
        { asset: 'BTC', contract: 'binance-um:BTCUSDT_261225' },
        { asset: 'ETH', contract: 'binance-um:ETHUSDT' },
      ],
      rounding: 'nearest' as const,
    },
    seconds: 0.5,
  };
  const planned = await at(TODAY, 'exit.plan', asked);
  const saved = await at(TODAY, 'exit.save', { name: 'All', request: asked, schedule: planned.schedule });
  expect(saved.cost).toBe(planned.cost);
  for (const { date } of saved.days) {
    const sheet = await at(TODAY, 'exit.sheet', { date, slices: 4 });
    expect(sheet.steps.length).toBeGreaterThan(0);
    // A roll closes and opens in turns: one slice is off on the way, which is twice the bound.
    const times = sheet.steps.some(({ id }) => id.includes(':roll-')) ? 2 : 1;
    for (const { largestOff, bound, largestNaked, nakedBound } of sheet.bounds) {
      expect(Number(largestOff)).toBeLessThanOrEqual(Number(bound) * times);
      expect(Number(largestNaked)).toBeLessThanOrEqual(Number(nakedBound));
    }
    for (const { id, coins } of sheet.steps) {
      const ordered = sheet.orders.filter(({ step }) => step === id);
      expect(ordered.reduce((sum, order) => sum + Number(order.coins), 0)).toBeCloseTo(Number(coins), 12);
    }
    for (const one of sheet.traces) expect(figuresThatDoNotReAdd(one)).toEqual([]);
    const changed = /lot-|held-|position-|day-over/u;
    expect(sheet.issues.map(({ code }) => code).filter((code) => changed.test(code))).toEqual([]);
  }
  const { years } = await at(TODAY, 'exit.progress', { plan: 'exit-1' });
  expect(years.map(({ difference }) => difference)).toEqual(years.map(() => '0'));
});
