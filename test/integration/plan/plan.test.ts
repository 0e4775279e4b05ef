/** Targets and plan on a real encrypted ledger with the sample: read, choose, save, tick, compare, refuse. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../src/shared/contract/contract.ts';
import type { EventId } from '../../../src/shared/domain/event.ts';
import type { CallAnswer, CallName, CallRequest } from '../../../src/shared/contract/contract.ts';
import { instantFromIso } from '../../../src/shared/time/instant.ts';
import { localDate } from '../../../src/shared/time/local-date.ts';
import type { CallContext, Handler } from '../../../src/main/core/call-context.ts';
import { handlers } from '../../../src/main/core/handlers.ts';
import { importSampleInto } from '../../../src/main/core/services/imports/import-sample.ts';
import { UploadStore } from '../../../src/main/core/uploads.ts';
import { trivialKdfCost } from '../../../src/main/ledger/keys/kdf-cost.ts';
import { createLedger } from '../../../src/main/ledger/open/create-ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'hedgerow plan '));
const now = instantFromIso('2026-11-20T23:59:59Z');
/** The real time, two days after the day that the sample fixes. */
const clock = instantFromIso('2026-11-22T10:00:00Z');
let context: CallContext;

type Answered = keyof typeof handlers & CallName;

async function call<Name extends Answered>(name: Name, request: CallRequest<Name>): Promise<unknown> {
  return (handlers[name] as Handler<Name>)(request, context);
}

async function ask<Name extends Answered>(name: Name, request: CallRequest<Name>): Promise<CallAnswer<Name>> {
  const result = await (handlers[name] as Handler<Name>)(request, context);
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return contract[name].output.parse(result.value) as CallAnswer<Name>;
}

async function newLedger(name: string): Promise<NonNullable<CallContext['session']['ledger']>> {
  const created = await createLedger({
    path: join(folder, name),
    passphrase: 'sample',
    now,
    sample: { asOf: localDate('2026-11-20') },
    kdfCost: trivialKdfCost,
  });
  if (!created.ok) throw new Error(created.failure.message);
  return created.value.ledger;
}

/** Says which fills a leg of the first plan is; the lots that it hedges stay. */
async function linkFills(id: string | undefined, fills: readonly EventId[]): Promise<void> {
  const ledger = context.session.ledger;
  const plan = (await ledger?.read.plans())?.[0]?.plan;
  const leg = plan?.legs.find((one) => one.id === id);
  if (ledger === null || plan === undefined || leg === undefined) throw new Error('no such leg');
  const record = { kind: 'leg-fills', body: '{}', recordedAt: clock } as const;
  const saved = await ledger.write.saveLegFills(plan.id, leg.id, { fills, lots: leg.lots }, record);
  if (!saved.ok) throw new Error(saved.failure.message);
}

beforeAll(async () => {
  context = {
    session: {
      ledger: await newLedger('sample.hedgerow'),
      dataFolder: folder,
      uploads: new UploadStore(),
      cache: new Map(),
    },
    now,
    clock,
    signal: new AbortController().signal,
    progress: () => undefined,
    leave: () => undefined,
  };
  const imported = await importSampleInto(context);
  if (!imported.ok) throw new Error(imported.failure.message);
});
afterAll(async () => {
  await context.session.ledger?.close();
  rmSync(folder, { recursive: true, force: true });
});

const overlay = {
  contracts: [
    { asset: 'BTC', contract: 'binance-um:BTCUSDT' },
    { asset: 'ETH', contract: 'binance-um:ETHUSDT' },
  ],
  rounding: 'nearest' as const,
};

/** All that is uncertain of a plan, read and accepted. */
const acknowledged = ['data-age', 'margin-overnight', 'costs', 'tax', 'uncertain'];

describe('the overlay', () => {
  test('undoes the drift that was read: shorts what is over, buys what is under', async () => {
    const { drift, value } = await ask('targets.read', {});
    const chosen = await ask('targets.overlay', overlay);
    expect(chosen.value).toBe(value);
    const { holdings } = await ask('holdings.read', {});
    for (const { asset, driftValue } of drift) {
      const leg = chosen.legs.find((one) => one.asset === asset);
      const price = Number(holdings.find((one) => one.asset === asset)?.price);
      expect(leg?.side).toBe(driftValue.startsWith('-') ? 'buy' : 'sell');
      expect(Number(leg?.wanted)).toBeCloseTo(-Number(driftValue) / price, 9);
      // A step is 0.001 coins: at most half of one away.
      expect(Math.abs(Number(leg?.residual))).toBeLessThanOrEqual(0.0005);
      expect(Number(leg?.coins) + Number(leg?.residual)).toBeCloseTo(Number(leg?.wanted), 12);
    }
    expect(chosen.sentence).toMatch(
      /^Short 0\.\d+ BTC with BTCUSDT and go long \d+\.\d+ ETH with ETHUSDT: 65\/35 becomes 50\/50\. No coin is sold\.$/u,
    );
    const hedged = chosen.hedgedLots.reduce((total, { quantity }) => total + Number(quantity), 0);
    expect(hedged).toBeCloseTo(Number(chosen.legs[0]?.quantity), 9);
    expect(new Set(chosen.risks.map(({ kind }) => kind))).toEqual(
      new Set(['margin', 'basis', 'complexity', 'tax']),
    );
  });

  test('is sized for targets that are typed, and saves none of them', async () => {
    const saved = await ask('targets.read', {});
    const typed = {
      targets: [
        { asset: 'BTC', weight: '0.6' },
        { asset: 'ETH', weight: '0.4' },
      ],
      absoluteBand: null,
      relativeBand: null,
    };
    const chosen = await ask('targets.overlay', { ...overlay, policy: typed });
    expect(chosen.sentence).toContain('65/35 becomes 60/40');
    expect((await ask('targets.read', {})).policy).toEqual(saved.policy);
    const short = { ...typed, targets: typed.targets.slice(0, 1) };
    expect(await call('targets.overlay', { ...overlay, policy: short })).toMatchObject({
      ok: false,
      failure: { code: 'targets/invalid' },
    });
  });

  test('a series stands for its next expiry', async () => {
    const chosen = await ask('targets.overlay', {
      ...overlay,
      contracts: [{ asset: 'BTC', contract: 'cme:MBT' }],
    });
    expect(chosen.legs.map(({ contract: id }) => id)).toEqual(['cme:MBT-202612']);
    expect(chosen.legs[0]?.section1256).toBe(true);
  });

  test.each([
    ['an unknown contract', { asset: 'BTC', contract: 'cme:NOPE' }, 'contracts/unknown'],
    ['a contract of another coin', { asset: 'BTC', contract: 'cme:MET' }, 'contracts/other-underlying'],
    ['an expired contract', { asset: 'BTC', contract: 'binance-um:BTCUSDT_260626' }, 'contracts/expired'],
  ])('refuses %s', async (_, chosen, code) => {
    expect(await call('targets.overlay', { ...overlay, contracts: [chosen] })).toMatchObject({
      ok: false,
      failure: { code },
    });
  });
});

describe('a contract’s own price', () => {
  const sized = async (): Promise<{ price: string; notes: string[] } | undefined> =>
    (await ask('targets.overlay', { ...overlay, contracts: [{ asset: 'BTC', contract: 'cme:MBT-202612' }] }))
      .legs[0];

  test('sizes the leg only where it is of the time of the coin’s price', async () => {
    const coin = (await sized())?.price;
    await ask('prices.set', {
      prices: [{ of: 'cme:MBT-202612', time: '2026-11-10T12:00:00Z', price: '90000' }],
    });
    const old = await sized();
    expect(old?.price).toBe(coin);
    expect(old?.notes.join(' ')).toContain('The price of MBT-202612 known here is of 2026-11-10');
    await ask('prices.set', {
      prices: [{ of: 'cme:MBT-202612', time: '2026-11-20T12:00:00Z', price: '104500' }],
    });
    const fresh = await sized();
    expect(fresh?.price).toBe('104500');
    expect(fresh?.notes.join(' ')).not.toContain('known here is of');
  });
});

describe('contracts', () => {
  test('of one coin, each with its confidence in words', async () => {
    const { contracts } = await ask('targets.contracts', { underlying: 'eth' });
    expect(contracts.length).toBeGreaterThan(8);
    expect(new Set(contracts.map(({ underlying }) => underlying))).toEqual(new Set(['ETH']));
    expect(contracts.find(({ id }) => id === 'binance-um:ETHUSDT')?.confidence).toMatch(
      /^verified, but not: .*taker fee, maker fee/u,
    );
  });
});

/** The lots that a record identifies, in its order. */
async function lotsOfRecord(sequence: number): Promise<string[]> {
  const { records } = await ask('plan.records', {});
  const body = JSON.parse(records.find((one) => one.sequence === sequence)?.body ?? '{}') as {
    legs: { lots: { lot: string }[] }[];
  };
  return body.legs.flatMap(({ lots }) => lots.map(({ lot }) => lot));
}

describe('a saved plan', () => {
  test('has dated steps and the record of the lots it hedges, of the same moment', async () => {
    const before = await ask('plan.records', {});
    const plan = await ask('targets.saveOverlay', { overlay, exitDate: '2027-03-01', acknowledged });
    expect(plan.steps.map(({ date }) => date)).toEqual([
      '2026-11-20',
      '2026-11-27',
      '2027-03-01',
      '2027-03-01',
      '2027-03-01',
    ]);
    const after = await ask('plan.records', {});
    expect(after.intact).toBe(true);
    expect(after.records).toHaveLength(before.records.length + 1);
    const record = after.records.at(-1);
    // The real time, although today is fixed: a record that can be back-dated proves nothing.
    expect(plan.createdAt).toBe('2026-11-22T10:00:00Z');
    expect(record).toMatchObject({ kind: 'hedged-lots', recordedAt: plan.createdAt, hash: plan.record.hash });
    const body = JSON.parse(record?.body ?? '{}') as {
      plan: string;
      legs: { lots: { lot: string; quantity: string }[] }[];
    };
    expect(body.plan).toBe(plan.id);
    const hedged = body.legs
      .flatMap(({ lots }) => lots)
      .reduce((total, { quantity }) => total + Number(quantity), 0);
    expect(hedged).toBeCloseTo(0.287, 9);
    expect((await ask('targets.plans', {})).plans[0]).toEqual(plan);
  });

  test('until it is carried out nothing is hedged, and the same overlay chooses the same lots', async () => {
    const { lots } = await ask('holdings.lots', { asset: 'BTC' });
    expect(lots.filter(({ hedgedQuantity }) => hedgedQuantity !== '0')).toEqual([]);
    const [plan] = (await ask('targets.plans', {})).plans;
    const again = await ask('targets.overlay', overlay);
    expect(again.hedgedLots.map(({ lot }) => lot)).toEqual(await lotsOfRecord(plan?.record.sequence ?? 0));
  });

  test('once its leg is opened, its lots are shown as hedged, and are not hedged again', async () => {
    const [plan] = (await ask('targets.plans', {})).plans;
    const leg = plan?.legs.find(({ side }) => side === 'sell');
    const taken = new Set((await ask('targets.overlay', overlay)).hedgedLots.map(({ lot }) => lot));
    const { unclaimed } = await ask('hedge.legs', {});
    const short = unclaimed.find(({ side }) => side === 'short')?.fills[0]?.event;
    await linkFills(leg?.id, [short as EventId]);
    const again = await ask('targets.overlay', overlay);
    // Only the last lot was hedged in part: its rest is free.
    expect(again.hedgedLots.filter(({ lot }) => taken.has(lot)).length).toBeLessThanOrEqual(1);
    const { lots } = await ask('holdings.lots', { asset: 'BTC' });
    const hedged = lots.reduce((total, { hedgedQuantity }) => total + Number(hedgedQuantity), 0);
    expect(hedged).toBeCloseTo(0.287, 9);
    expect(lots.every(({ hedgedQuantity, quantity }) => Number(hedgedQuantity) <= Number(quantity))).toBe(
      true,
    );
    await linkFills(leg?.id, []);
  });

  test('its steps are ticked and stay among the dates until they are', async () => {
    const [plan] = (await ask('targets.plans', {})).plans;
    const step = plan?.steps[0];
    const steps = async (): Promise<number> =>
      (await ask('calendar.read', {})).entries.filter(({ kind }) => kind === 'step').length;
    const open = await steps();
    await ask('plan.markStep', { plan: plan?.id ?? '', step: step?.id ?? '', done: true });
    expect(await steps()).toBe(open - 1);
    expect((await ask('targets.plans', {})).plans[0]?.steps[0]?.doneAt).toBe('2026-11-22T10:00:00Z');
    await ask('plan.markStep', { plan: plan?.id ?? '', step: step?.id ?? '', done: false });
    expect(await steps()).toBe(open);
    expect(await call('plan.markStep', { plan: plan?.id ?? '', step: 'none', done: true })).toMatchObject({
      ok: false,
    });
  });

  test('the dates know the expiry of the open short and the year ends', async () => {
    const { entries } = await ask('calendar.read', {});
    expect(entries.find(({ kind }) => kind === 'expiry')).toMatchObject({
      date: '2026-12-25',
      text: 'BTCUSDT_261225 (short, Binance Futures) expires; this day is Christmas Day.',
    });
    expect(entries.filter(({ kind }) => kind === 'year-end').map(({ date }) => date)).toEqual([
      '2026-12-31',
      '2027-12-31',
    ]);
    expect(entries.map(({ date }) => date)).toEqual(entries.map(({ date }) => date).toSorted());
  });

  test('an overlay that orders nothing, or ends today, is not saved', async () => {
    const before = await ask('targets.plans', {});
    expect(
      await call('targets.saveOverlay', { overlay: { ...overlay, contracts: [] }, exitDate: '2027-03-01' }),
    ).toMatchObject({ failure: { code: 'targets/nothing-to-hedge' } });
    expect(await call('targets.saveOverlay', { overlay, exitDate: '2026-11-20' })).toMatchObject({
      failure: { code: 'targets/exit-not-ahead' },
    });
    expect(await ask('targets.plans', {})).toEqual(before);
  });
});

describe('a dropped plan', () => {
  const steps = async (): Promise<number> =>
    (await ask('calendar.read', {})).entries.filter(({ kind }) => kind === 'step').length;

  test('leaves lists, dates and hedged lots; its number is not given again; the records stay', async () => {
    const [plan] = (await ask('targets.plans', {})).plans;
    const leg = plan?.legs.find(({ side }) => side === 'sell');
    const { unclaimed } = await ask('hedge.legs', {});
    const short = unclaimed.find(({ side }) => side === 'short')?.fills[0]?.event;
    await linkFills(leg?.id, [short as EventId]);
    const before = await ask('plan.records', {});
    const { record } = await ask('targets.dropPlan', { plan: plan?.id ?? '' });
    expect((await ask('targets.plans', {})).plans.map(({ id }) => id)).not.toContain(plan?.id);
    expect(await steps()).toBe(0);
    const { lots } = await ask('holdings.lots', { asset: 'BTC' });
    expect(lots.filter(({ hedgedQuantity }) => hedgedQuantity !== '0')).toEqual([]);
    const after = await ask('plan.records', {});
    expect(after.intact).toBe(true);
    expect(after.records.slice(0, -1)).toEqual(before.records);
    expect(after.records.at(-1)).toMatchObject({ kind: 'plan-dropped', hash: record.hash });
    const next = await ask('targets.saveOverlay', { overlay, exitDate: '2027-03-01', acknowledged });
    expect(next.id).not.toBe(plan?.id);
    expect(await call('targets.dropPlan', { plan: plan?.id ?? '' })).toMatchObject({
      failure: { code: 'targets/no-such-plan' },
    });
    await ask('targets.dropPlan', { plan: next.id });
  });
});

describe('the policy', () => {
  test('is refused with all that is wrong, and then stands as it was', async () => {
    const before = await ask('targets.read', {});
    const wrong = { targets: [{ asset: 'BTC', weight: '0.7' }], absoluteBand: '2', relativeBand: null };
    expect(await call('targets.savePolicy', wrong)).toMatchObject({
      failure: { code: 'targets/invalid', where: { field: 'targets' } },
    });
    expect((await ask('targets.read', {})).policy).toEqual(before.policy);
  });

  test('a target without a price is named, and no weight is invented', async () => {
    const before = await ask('targets.read', {});
    await ask('targets.savePolicy', {
      targets: [
        { asset: 'BTC', weight: '0.5' },
        { asset: 'ZZZ', weight: '0.5' },
      ],
      absoluteBand: '0.05',
      relativeBand: null,
    });
    const read = await ask('targets.read', {});
    expect(read).toMatchObject({ value: null, drift: [] });
    expect(read.issues.map(({ code, asset }) => [code, asset])).toEqual([['targets/price-missing', 'ZZZ']]);
    expect(await call('targets.overlay', overlay)).toMatchObject({
      failure: { code: 'targets/price-missing' },
    });
    if (before.policy !== null) await ask('targets.savePolicy', before.policy);
  });

  test('without one there is nothing to rebalance to', async () => {
    const ledger = context.session.ledger;
    context.session.ledger = await newLedger('empty.hedgerow');
    expect((await ask('targets.read', {})).policy).toBeNull();
    expect(await call('targets.overlay', overlay)).toMatchObject({ failure: { code: 'targets/no-policy' } });
    await context.session.ledger.close();
    context.session.ledger = ledger;
  });
});
