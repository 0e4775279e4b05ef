/** The overlay's answer on a real encrypted ledger with the sample: sizes, margin, carry, ratios, order, bars. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../../src/shared/contract/contract.ts';
import type { CallAnswer, CallRequest } from '../../../src/shared/contract/contract.ts';
import { assetId } from '../../../src/shared/domain/asset.ts';
import { contractId } from '../../../src/shared/domain/contract-spec.ts';
import type { LotId } from '../../../src/shared/domain/lot.ts';
import { add, subtract, sum } from '../../../src/shared/num/arithmetic.ts';
import { money, price, quantity } from '../../../src/shared/num/parse.ts';
import { zeroMoney } from '../../../src/shared/num/types.ts';
import { addDuration, instantFromIso } from '../../../src/shared/time/instant.ts';
import { localDate } from '../../../src/shared/time/local-date.ts';
import type { CallContext } from '../../../src/main/core/call-context.ts';
import { importSampleInto } from '../../../src/main/core/services/imports/import-sample.ts';
import { derivedOf } from '../../../src/main/core/derived.ts';
import type { Derived } from '../../../src/main/core/derived.ts';
import { overlayMarketOf } from '../../../src/main/core/services/targets/overlay-market.ts';
import { overlayOfRequest } from '../../../src/main/core/services/targets/overlay-of-request.ts';
import { overlayText } from '../../../src/main/core/services/targets/overlay-text.ts';
import { previewOverlay } from '../../../src/main/core/services/targets/preview-overlay.ts';
import { leftOverText } from '../../../src/main/cli/verbs/hedge-plan.ts';
import { saveOverlay } from '../../../src/main/core/services/targets/save-overlay.ts';
import { UploadStore } from '../../../src/main/core/uploads.ts';
import { trivialKdfCost } from '../../../src/main/ledger/keys/kdf-cost.ts';
import { createLedger } from '../../../src/main/ledger/open/create-ledger.ts';

type Request = CallRequest<'targets.overlay'>;

const folder = mkdtempSync(join(tmpdir(), 'hedgerow overlay '));
const now = instantFromIso('2026-11-20T23:59:59Z');
let context: CallContext;

async function ask(request: Partial<Request>): Promise<CallAnswer<'targets.overlay'>> {
  const result = await previewOverlay({ contracts: [], rounding: 'nearest', ...request }, context);
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return contract['targets.overlay'].output.parse(result.value);
}

beforeAll(async () => {
  const created = await createLedger({
    path: join(folder, 'sample.hedgerow'),
    passphrase: 'sample',
    now,
    sample: { asOf: localDate('2026-11-20') },
    kdfCost: trivialKdfCost,
  });
  if (!created.ok) throw new Error(created.failure.message);
  context = {
    session: {
      ledger: created.value.ledger,
      dataFolder: folder,
      uploads: new UploadStore(),
      cache: new Map(),
    },
    now,
    clock: now,
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

const HOUR = 3_600_000;
const both = [
  { asset: 'BTC', contract: 'cme:MBT' },
  { asset: 'ETH', contract: 'cme:MET' },
];
const perpetuals = [
  { asset: 'BTC', contract: 'binance-um:BTCUSDT' },
  { asset: 'ETH', contract: 'binance-um:ETHUSDT' },
];
const legOf = (answer: CallAnswer<'targets.overlay'>, asset: string) => {
  const found = answer.legs.find((leg) => leg.asset === asset);
  if (found === undefined) throw new Error(`no leg of ${asset}`);
  return found;
};

test('three roundings with what each leaves, and a smaller contract of the same house', async () => {
  const { legs } = await ask({ contracts: both });
  const leg = legs[0];
  expect(leg?.alternatives.map(({ rounding, quantity: amount }) => [rounding, amount])).toEqual([
    ['floor', '2'],
    ['nearest', '3'],
    ['ceil', '3'],
  ]);
  expect(leg?.alternatives.map(({ chosen }) => chosen)).toEqual([false, true, false]);
  expect(leg?.advice?.contract).toMatch(/^cme:/u);
  expect(leg?.advice?.words).toContain('too large for this portfolio');
});

test('what whole contracts leave over is told in coins, money and per cent', async () => {
  const leg = legOf(await ask({ contracts: both }), 'BTC');
  // 0.286786 BTC are wanted and 3 × 0.1 sold.
  expect(leftOverText(leg)).toMatch(/^0\.01321\d+ BTC, 1,37\d\.\d\d USD, 4\.6 % too much$/u);
  const floor = legOf(await ask({ contracts: both, rounding: 'floor' }), 'BTC');
  expect(leftOverText(floor)).toMatch(/^0\.08678\d+ BTC, 9,0\d\d\.\d\d USD, 30\.3 % open$/u);
});

test.each<[string, Partial<Request>, string]>([
  [
    'a small contract that is the larger one',
    { contracts: [{ asset: 'BTC', contract: 'cme:MBT', small: 'cme:BTC' }] },
    'contracts/not-smaller',
  ],
  [
    'a small contract on another coin',
    { contracts: [{ asset: 'BTC', contract: 'cme:MBT', small: 'cme:MET', crossHedge: true }] },
    'contracts/other-underlying',
  ],
  ['an exit that is past', { contracts: both, exitDate: '2026-01-01' }, 'targets/exit-not-ahead'],
])('refused by name: %s', async (_name, request, code) => {
  await expect(ask(request)).rejects.toThrow(code);
});

test('the order of entry keeps less open than one leg after the other', async () => {
  const { entryOrder, legs } = await ask({ contracts: perpetuals });
  expect(Number(entryOrder?.largestNet)).toBeLessThan(Number(entryOrder?.otherwise) / 3);
  const sold = entryOrder?.slices.filter(({ asset }) => asset === 'BTC') ?? [];
  const total = sum(
    sold.map((slice) => quantity(slice.quantity)),
    quantity('0'),
  );
  expect(total).toBe(quantity(legs[0]?.quantity ?? '0'));
});

test('bars: spot, longs and shorts add up to the net, whose shares are the weights', async () => {
  const answer = await ask({ contracts: perpetuals });
  for (const { before, after } of answer.exposure)
    for (const { spot, longFutures, shortFutures, net } of [before.value, after.value])
      expect(sum([money(spot), money(longFutures), money(shortFutures)], zeroMoney)).toBe(money(net));
  const value = answer.exposure.reduce((total, { after }) => total + Number(after.value.net), 0);
  for (const { asset, weight } of answer.after) {
    const bar = answer.exposure.find((row) => row.asset === asset);
    expect(Number(bar?.after.value.net) / value).toBeCloseTo(Number(weight), 9);
  }
  // The sample's own short in BTC and long in ETH are in it.
  expect(Number(answer.exposure[0]?.before.value.shortFutures)).toBeLessThan(0);
  expect(Number(answer.exposure[1]?.before.value.longFutures)).toBeGreaterThan(0);
});

test('margin at a leverage cap, at money given, and the cash that moves need', async () => {
  const capped = legOf(await ask({ contracts: perpetuals, leverageCap: '2' }), 'BTC');
  expect(capped.margin).toMatchObject({ walletFrom: 'leverage-cap', leverage: '2' });
  expect(Number(capped.margin.liquidation.price)).toBeGreaterThan(Number(capped.price) * 1.45);
  expect(capped.margin.cash.map(({ move }) => move)).toEqual(['0.1', '0.2', '0.3', '0.5']);
  expect(Number(capped.margin.cash[2]?.loss)).toBeCloseTo(Number(capped.notional) * 0.3, 6);
  expect(Number(capped.margin.cash[2]?.cash)).toBeGreaterThan(Number(capped.margin.cash[2]?.loss));
  const given = await ask({
    contracts: perpetuals,
    margin: [{ venue: 'binance-um', amount: '20000' }],
  });
  const wallets = given.legs.map(({ margin }) => Number(margin.wallet));
  expect(wallets.reduce((total, one) => total + one, 0)).toBeCloseTo(20_000, 6);
  expect(legOf(given, 'BTC').margin.walletFrom).toBe('given');
});

test('a ratio scales the order; an own one is named; after tax follows from the lots and the rates', async () => {
  const naive = legOf(await ask({ contracts: perpetuals }), 'BTC');
  const half = legOf(await ask({ contracts: perpetuals, ratio: '0.5' }), 'BTC');
  expect(Number(half.quantity)).toBeCloseTo(Number(naive.quantity) / 2, 2);
  expect(half.wanted).toBe(naive.wanted);
  expect(half.ratio.used).toBe('own');
  const option = naive.ratio.options.find(({ kind }) => kind === 'after-tax');
  const taxed = legOf(await ask({ contracts: perpetuals, ratio: 'after-tax' }), 'BTC');
  expect(taxed.ratio.ratio).toBe(option?.ratio);
  expect(taxed.quantity).toBe(option?.quantity);
  // A long leg hedges no lots: one for one.
  expect(legOf(await ask({ contracts: perpetuals, ratio: 'after-tax' }), 'ETH').ratio.used).toBe('naive');
});

test('a mix of two sizes is two legs, and its parts add up', async () => {
  const answer = await ask({
    contracts: [{ asset: 'ETH', contract: 'cme:MET', small: 'binance-um:ETHUSDT' }],
  });
  const [large, small] = answer.legs;
  expect([large?.contract, small?.contract]).toEqual(['cme:MET-202612', 'binance-um:ETHUSDT']);
  const single = legOf(await ask({ contracts: [{ asset: 'ETH', contract: 'cme:MET' }] }), 'ETH');
  const parts = add(quantity(large?.wanted ?? '0'), quantity(small?.wanted ?? '0'));
  expect(parts).toBe(quantity(single.wanted));
  const reached = add(quantity(large?.coins ?? '0'), quantity(small?.coins ?? '0'));
  expect(
    Math.abs(Number(single.wanted) - Number(answer.legs[0]?.coins) - Number(answer.legs[1]?.coins)),
  ).toBeLessThan(0.001);
  expect(subtract(quantity(single.wanted), reached)).toBe(quantity(small?.residual ?? '0'));
});

test('a contract on another coin is refused, unless a cross hedge is meant', async () => {
  const contracts = [{ asset: 'BTC', contract: 'binance-um:ETHUSDT' }];
  const refused = await previewOverlay({ contracts, rounding: 'nearest' }, context);
  expect(!refused.ok && refused.failure.code).toBe('contracts/other-underlying');
  const answer = await ask({
    contracts: [{ asset: 'BTC', contract: 'binance-um:ETHUSDT', crossHedge: true }],
  });
  const leg = legOf(answer, 'BTC');
  expect(leg.underlying).toBe('ETH');
  // Worth as much as the BTC that is too much, in ETH.
  const { price: ether = '1' } = answer.exposure.find(({ asset }) => asset === 'ETH') ?? {};
  const { price: bitcoin = '1' } = answer.exposure.find(({ asset }) => asset === 'BTC') ?? {};
  const ratio = Number(leg.ratio.ratio);
  expect(Number(leg.aimed) * Number(ether)).toBeCloseTo(Number(leg.wanted) * Number(bitcoin) * ratio, 6);
  expect(leg.notes.join(' ')).toContain('counts as exposure to ETH');
  const bars = answer.exposure.map(({ asset, before, after }) => [
    asset,
    before.value.net === after.value.net,
  ]);
  expect(bars).toEqual([
    ['BTC', true],
    ['ETH', false],
  ]);
  expect(leg.ratio.options.map(({ kind }) => kind)).toContain('minimum-variance');
});

test('an open position on the other side is made smaller first', async () => {
  // The sample has a long of 2.1 ETH open; a policy that wants less ETH sells.
  const answer = await ask({
    contracts: perpetuals,
    policy: {
      targets: [
        { asset: 'BTC', weight: '0.9' },
        { asset: 'ETH', weight: '0.1' },
      ],
      absoluteBand: null,
      relativeBand: null,
    },
  });
  const leg = legOf(answer, 'ETH');
  expect(leg.side).toBe('sell');
  expect(leg.reduce[0]).toMatchObject({ side: 'sell', coins: '-2.1' });
  expect(leg.notes.join(' ')).toContain('reduce-only');
});

test('funding that is imported makes statistics; the last rate is not carried on', async () => {
  const { ledger } = context.session;
  const list = Array.from({ length: 90 }, (_, index) => ({
    measure: 'funding-rate' as const,
    of: 'binance-um:BTCUSDT',
    level: '',
    time: addDuration(now, -index * 8 * HOUR),
    value: quantity(index === 0 ? '0.01' : '0.0001'),
    hours: 8,
    source: 'typed',
  }));
  const before = legOf(await ask({ contracts: perpetuals }), 'BTC');
  const saved = await ledger?.write.saveObservations(list, now);
  expect(saved?.ok).toBe(true);
  const leg = legOf(await ask({ contracts: perpetuals, exitDate: '2026-12-20' }), 'BTC');
  expect(leg.carry.funding?.settlements).toBeGreaterThanOrEqual(90);
  expect(leg.carry.funding?.horizonHours).toBe(720);
  expect(Number(leg.carry.funding?.meanPerYear)).toBeLessThan(0.5);
  // A short receives where longs pay.
  expect(Number(leg.carry.funding?.expected)).toBeGreaterThan(0);
  expect(leg.carry.from).toBe('funding');
  expect(leg.carry.funding?.meanPerYear).not.toBe(before.carry.funding?.meanPerYear);
});

test('histories of both coins give a cross hedge its ratio of least variance, with its error', async () => {
  const closes = ['BTC', 'ETH'].flatMap((of) =>
    Array.from({ length: 120 }, (_, day) => {
      const wave = ((day * 37) % 41) - 20;
      const own = ((day * 53) % 29) - 14;
      // BTC moves four fifths of what ETH moves, and a little of its own.
      const level =
        of === 'ETH' ? 2700 * (1 + wave / 400) : 104_000 * (1 + (0.8 * wave) / 400 + own / 20_000);
      return {
        measure: 'close' as const,
        of,
        level: '',
        time: addDuration(instantFromIso('2026-11-20T00:00:00Z'), -day * 24 * HOUR),
        value: quantity(level.toFixed(4)),
        hours: 24,
        source: 'typed',
      };
    }),
  );
  expect((await context.session.ledger?.write.saveObservations(closes, now))?.ok).toBe(true);
  const cross = { asset: 'BTC', contract: 'binance-um:ETHUSDT', crossHedge: true };
  const leg = legOf(await ask({ contracts: [cross] }), 'BTC');
  const option = leg.ratio.options.find(({ kind }) => kind === 'minimum-variance');
  expect(leg.ratio.used).toBe('minimum-variance');
  expect(Number(leg.ratio.ratio)).toBeGreaterThan(0.7);
  expect(Number(leg.ratio.ratio)).toBeLessThan(0.9);
  expect(Number(option?.low)).toBeLessThan(Number(option?.ratio));
  expect(option?.words).toContain('of the variance of the rest');
  const one = legOf(await ask({ contracts: [{ ...cross, ratio: 'naive' }] }), 'BTC');
  expect(Number(leg.quantity)).toBeLessThan(Number(one.quantity));
});

test('a dated contract with a price of its own has a basis to its fixing, and what it locks in', async () => {
  const marks = [
    { of: contractId('cme', 'MBT-202612'), time: now, price: price('105500'), source: 'typed' },
    { of: assetId('BTC'), time: now, price: price('104200'), source: 'typed' },
  ];
  expect((await context.session.ledger?.write.savePrices(marks, now))?.ok).toBe(true);
  const leg = legOf(await ask({ contracts: both, exitDate: '2027-02-01' }), 'BTC');
  expect(leg.carry.from).toBe('basis');
  // Fixed on 24 December at 16:00 in London; the mark is a second before the end of 20 November, UTC.
  expect(leg.carry.basis?.fixing).toBe('2026-12-24T16:00:00Z');
  expect(Number(leg.carry.basis?.daysToFixing)).toBeCloseTo(33 + 16 / 24, 3);
  expect(Number(leg.carry.basis?.perYearSimple)).toBeCloseTo(((1300 / 104_200) * 365) / (33 + 16 / 24), 4);
  expect(leg.carry.basis?.words).toContain('pays who is short');
  expect(leg.carry.basis?.words).toContain('lock in');
  expect(leg.carry.roll).toMatchObject({ rollBy: '2026-12-14', warnFrom: '2026-12-19', times: 1 });
});

test('a saved mix hedges every lot once: its two legs share them', async () => {
  const overlay = {
    contracts: [{ asset: 'BTC', contract: 'cme:MBT', small: 'binance-um:BTCUSDT' }],
    rounding: 'nearest' as const,
    leverageCap: '2',
  };
  const { hedgedLots } = await ask(overlay);
  const ids = ['data-age', 'notional', 'delta', 'margin-overnight', 'liquidity', 'leg-lost', 'costs'];
  const saved = await saveOverlay(
    {
      overlay,
      exitDate: '2026-12-15',
      reason: 'Until the bonus is paid.',
      acknowledged: [...ids, 'expiry', 'tax', 'uncertain'],
    },
    context,
  );
  if (!saved.ok) throw new Error(`${saved.failure.code}: ${saved.failure.message}`);
  const plan = (await context.session.ledger?.read.plans())?.at(-1)?.plan;
  expect(plan?.reason).toBe('Until the bonus is paid.');
  expect(plan?.legs.map(({ contract: id }) => id)).toEqual(['cme:MBT-202612', 'binance-um:BTCUSDT']);
  const ofLegs = plan?.legs.flatMap(({ lots }) => lots.map((lot) => lot.quantity)) ?? [];
  expect(sum(ofLegs, quantity('0'))).toBe(
    sum(
      hedgedLots.map((lot) => quantity(lot.quantity)),
      quantity('0'),
    ),
  );
});

test('what an order loses is not known until a spread is', async () => {
  // The sample has no market data of this contract.
  const perpetual = [{ asset: 'BTC', contract: 'bybit:BTCUSDT' }];
  const before = legOf(await ask({ contracts: perpetual }), 'BTC');
  expect(before.cost).toMatchObject({ slippage: null, slippageFrom: null });
  expect(before.cost.words).toContain('not known');
  const spread = {
    measure: 'spread' as const,
    of: 'bybit:BTCUSDT',
    level: '',
    time: now,
    value: quantity('0.0004'),
    hours: null,
    source: 'typed',
  };
  expect((await context.session.ledger?.write.saveObservations([spread], now))?.ok).toBe(true);
  const leg = legOf(await ask({ contracts: perpetual }), 'BTC');
  expect(leg.cost.slippageFrom).toBe('half-spread');
  expect(Number(leg.cost.slippage)).toBeCloseTo(Number(leg.notional) * 0.0002, 9);
});

test('takes another ratio each time, with ten thousand lots', async () => {
  const derived = await derivedOf(context);
  if (!derived.ok) throw new Error('no figures');
  const [first] = derived.value.heldLots.filter(({ asset }) => asset === 'BTC');
  if (first === undefined) throw new Error('no lot');
  const heldLots = Array.from({ length: 10_000 }, (_, index) => ({
    ...first,
    id: `lot-${(index * 7919) % 10_007}` as LotId,
    quantity: quantity('0.0001'),
    costBasis: money(String(3 + ((index * 37) % 9))),
  }));
  const many = Object.create(derived.value, { heldLots: { value: heldLots } }) as Derived;
  const lots: number[] = [];
  for (const ratio of ['0.8', '0.9', '1']) {
    const request = { contracts: both, rounding: 'nearest' as const, ratio };
    const market = await overlayMarketOf(many, both, context);
    const chosen = overlayOfRequest(many, request, market);
    if (!chosen.ok) throw new Error(chosen.failure.message);
    overlayText({ derived: many, request, chosen: chosen.value, market });
    lots.push(chosen.value.hedgedLots.length);
  }
  expect(lots[0]).toBeGreaterThan(1000);
  expect(lots).toEqual(lots.toSorted((a, b) => a - b));
});
