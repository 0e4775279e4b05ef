/** Positions adopted together: one plan of several legs, some of one coin, and what must be known before it is on record. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CallAnswer } from '../../../src/shared/contract/contract.ts';
import { openSample } from '../../sample/open-sample.fixture.ts';
import { instantFromIso } from '../../../src/shared/time/instant.ts';
import type { Sample } from '../../sample/open-sample.fixture.ts';

let sample: Sample;
beforeEach(async () => {
  sample = await openSample();
});
afterEach(async () => {
  await sample.close();
});

const HEADER = 'Uid,Time,Symbol,Side,Price,Quantity,Amount,Fee,Realized Profit,Buyer,Maker,Trade ID,Order ID';

/** Fills of Binance USD-margined futures, with their amounts: "2026-11-18 10:00:00,BTCUSDT,SELL,93000,0.1,9300". */
async function importFills(...rows: string[]): Promise<void> {
  const lines = rows.map((row, at) => `30411975,${row},3 USDT,0,false,false,${8001 + at},${9001 + at}`);
  const upload = randomUUID();
  const text = Buffer.from([HEADER, ...lines].join('\n'));
  sample.context.session.uploads.appendBytes(upload, 'more-fills.csv', text, true);
  await sample.ask('imports.confirm', { files: [{ upload }], skipBadRows: false });
}

type Leg = CallAnswer<'hedge.adopt'>['plan']['legs'][number];
const adopt = async (): Promise<readonly Leg[]> =>
  (await sample.ask('hedge.adopt', { exitDate: '2027-01-15' })).plan.legs;

const total = (lots: Leg['lots']): number => lots.reduce((sum, { quantity }) => sum + Number(quantity), 0);

test('a position whose fill went through zero is no leg: it would be larger than what is open', async () => {
  await importFills(
    '2026-11-18 10:00:00,BTCUSDT,BUY,93000,0.1,9300',
    '2026-11-18 11:00:00,BTCUSDT,SELL,93000,0.3,27900',
  );
  await expect(adopt()).rejects.toThrow('also closed what was open before it');
  expect((await sample.ask('hedge.legs', {})).plans).toEqual([]);
});

describe('two shorts of one coin', () => {
  beforeEach(async () => {
    await importFills('2026-11-18 10:00:00,BTCUSDT,SELL,93000,0.1,9300');
  });

  test('hedge different lots: no unit is identified twice', async () => {
    const shorts = (await adopt()).filter(({ side }) => side === 'sell');
    expect(shorts.map(({ lots }) => total(lots))).toEqual([
      expect.closeTo(0.1, 12),
      expect.closeTo(0.06, 12),
    ]);
    const byLot = new Map<string, { identified: number; held: number }>();
    for (const { lot, quantity, held } of shorts.flatMap(({ lots }) => lots)) {
      const { identified } = byLot.get(lot) ?? { identified: 0 };
      byLot.set(lot, { identified: identified + Number(quantity), held: Number(held) });
    }
    for (const { identified, held } of byLot.values()) expect(identified).toBeLessThanOrEqual(held + 1e-15);
    const { lots } = await sample.ask('holdings.lots', { asset: 'BTC' });
    const hedged = lots.reduce((sum, { hedgedQuantity }) => sum + Number(hedgedQuantity), 0);
    expect(hedged).toBeCloseTo(0.16, 12);
  });

  test('are closed together along one exposure, which ends at the coins alone', async () => {
    await adopt();
    const { steps, largest } = await sample.ask('hedge.close', {
      plan: 'plan-1',
      slices: 2,
      withSpot: false,
    });
    const ofBtc = steps.filter(({ order }) => order?.asset === 'BTC').map(({ netCoins }) => Number(netCoins));
    expect(ofBtc).toEqual(ofBtc.toSorted((a, b) => a - b));
    const first = (ofBtc[0] ?? 0) - Number(steps.find(({ order }) => order?.asset === 'BTC')?.order?.coins);
    expect(ofBtc.at(-1)).toBeCloseTo(first + 0.16, 9);
    expect(largest.map(({ asset }) => asset).toSorted()).toEqual(['BTC', 'ETH']);
  });

  test('are each held against a day’s movement of their own contract, as the market’s readings tell it', async () => {
    await adopt();
    // Then a week’s movement, √7 days’, is the least distance that is asked for.
    const thresholds = { distance: '0.0001', sigmas: '1' };
    await sample.ask('monitor.setThresholds', { of: 'default', thresholds });
    const overlay = { contracts: [{ asset: 'BTC', contract: 'cme:MBT' }], rounding: 'floor' as const };
    await sample.ask('stress.register', { overlay });
    const { rows } = await sample.ask('monitor.read', {});
    for (const { contract, liquidation } of rows) {
      const { subjects } = await sample.ask('market.readings', { of: contract });
      const daily = subjects[0]?.readings.find(({ measure }) => measure === 'daily-volatility');
      expect(Number(liquidation.least) / Math.sqrt(7)).toBeCloseTo(Number(daily?.value), 12);
    }
  });

  test('are planned as what was found: just adopted, neither is off its plan and nothing is proposed', async () => {
    await adopt();
    const { rows } = await sample.ask('monitor.read', {});
    const ofBtc = rows.filter(({ asset }) => asset === 'BTC');
    expect(ofBtc).toHaveLength(2);
    for (const { leg, ratio, alarms } of ofBtc) {
      expect(Number(ratio.now)).toBeCloseTo(Number(ratio.planned), 9);
      expect(alarms.map(({ field }) => field)).not.toContain('ratio');
      expect((await sample.ask('monitor.proposal', { leg: leg ?? '' })).order).toBeNull();
    }
  });
});

describe('an adopted hedge of a coin that is still off its target', () => {
  test('is not calm: by how much it is off is the drift of the targets', async () => {
    await adopt();
    const { drift } = await sample.ask('targets.read', {});
    const over = drift.find(({ asset }) => asset === 'BTC');
    expect(over?.outside).toBe(true);
    const { rows } = await sample.ask('monitor.read', {});
    const btc = rows.find(({ asset }) => asset === 'BTC');
    expect(btc?.level).not.toBe('calm');
    const words = btc?.alarms.find(({ field }) => field === 'target')?.words ?? '';
    const points = Math.round(Number(over?.drift) * 10_000) / 100;
    expect(words).toContain(`BTC is still ${points} points over its target`);
    expect(words).toContain('what to add');
  });

  test('says nothing where the targets allow it', async () => {
    await adopt();
    const { policy } = await sample.ask('targets.read', {});
    if (policy === null) throw new Error('no policy');
    await sample.ask('targets.savePolicy', { ...policy, absoluteBand: '0.9', relativeBand: null });
    const { rows } = await sample.ask('monitor.read', {});
    expect(rows.flatMap(({ alarms }) => alarms.map(({ field }) => field))).not.toContain('target');
  });
});

describe('what is not known', () => {
  test('a position without a price is not put on record, and the others are not either', async () => {
    await importFills('2026-11-18 10:00:00,XRPUSDT,SELL,2,100,200');
    const bare = (await sample.ask('hedge.legs', {})).unclaimed.find(({ asset }) => asset === 'XRP');
    expect(bare?.notional).toBeNull();
    const { rows } = await sample.ask('monitor.read', {});
    const row = rows.find(({ asset }) => asset === 'XRP');
    expect(row?.liquidation.kind).toBe('unknown');
    expect(row?.margin.words).not.toContain('Nothing is open');
    await expect(adopt()).rejects.toThrow('No price of binance-um:XRPUSDT is known');
    expect((await sample.ask('plan.records', {})).records).toEqual([]);
    await sample.ask('prices.set', { prices: [{ of: 'XRP', price: '2' }] });
    const leg = (await adopt()).find(({ asset }) => asset === 'XRP');
    expect(leg).toMatchObject({ notional: '200', price: '2' });
  });
});

describe('a hedge of BTC with ETH futures', () => {
  async function crossLeg(): Promise<string> {
    const prices = [
      { of: 'BTC', price: '100000' },
      { of: 'ETH', price: '3000' },
    ];
    await sample.ask('prices.set', { prices });
    await importFills('2026-11-20 12:00:00,ETHUSDT,SELL,2711,2.1,5693.1'); // closes the long of the sample
    const overlay = {
      contracts: [
        { asset: 'BTC', contract: 'binance-um:ETHUSDT', crossHedge: true, ratio: 'naive' as const },
      ],
      rounding: 'nearest' as const,
    };
    const { beforeSaving } = await sample.ask('hedge.checks', { overlay, exitDate: '2027-02-01' });
    const acknowledged = beforeSaving.map(({ id }) => id);
    const saved = await sample.ask('targets.saveOverlay', { overlay, exitDate: '2027-02-01', acknowledged });
    await importFills('2026-11-20 22:00:00,ETHUSDT,SELL,2711,9,24399');
    return saved.legs[0]?.id ?? '';
  }

  test('identifies as many BTC as its ETH are worth', async () => {
    const leg = await crossLeg();
    const linked = await sample.ask('hedge.link', { leg });
    const eth = -Number(linked.leg.coins);
    expect(eth).toBeGreaterThan(5);
    expect(total(linked.leg.lots)).toBeCloseTo((eth * 3000) / 100_000, 9);
    expect(linked.issues.map(({ code }) => code)).not.toContain('hedge/lots-short');
    // Closing it sells BTC, as many as it stood for, and no ETH.
    const { steps } = await sample.ask('hedge.close', { plan: 'plan-1', slices: 1 });
    const spot = steps.filter(({ what }) => what === 'spot');
    expect(spot.map(({ words }) => words)).toEqual([expect.stringMatching(/^Sell .* BTC of coins/u)]);
    expect(Number(spot[0]?.spotCoins)).toBeCloseTo((-eth * 3000) / 100_000, 9);
  });
});

test.each([
  ['0.2', false, 'the plan leaves the coin outside its band itself'],
  ['0.9', true, 'the plan would bring it back, and only a part was filled'],
])('a plan of %s of what is wanted, a little of it filled: said %s, because %s', async (ratio, isSaid) => {
  const contracts = [{ asset: 'BTC', contract: 'binance-um:BTCUSDT', ratio }];
  const overlay = { contracts, rounding: 'nearest' as const };
  const { beforeSaving } = await sample.ask('hedge.checks', { overlay, exitDate: '2027-02-01' });
  const acknowledged = beforeSaving.map(({ id }) => id);
  const saved = await sample.ask('targets.saveOverlay', { overlay, exitDate: '2027-02-01', acknowledged });
  const leg = saved.legs[0]?.id ?? '';
  await importFills('2026-11-20 22:00:00,BTCUSDT,SELL,93000,0.01,930');
  await sample.ask('hedge.link', { leg });
  const [row] = (await sample.ask('monitor.read', { leg })).rows;
  expect(row?.alarms.some(({ field }) => field === 'target')).toBe(isSaid);
});

test('as of a day before a plan was made, its legs that are only planned are not watched', async () => {
  const overlay = {
    contracts: [{ asset: 'BTC', contract: 'binance-um:BTCUSDT' }],
    rounding: 'nearest' as const,
  };
  const { beforeSaving } = await sample.ask('hedge.checks', { overlay, exitDate: '2027-02-01' });
  const acknowledged = beforeSaving.map(({ id }) => id);
  const { legs } = await sample.ask('targets.saveOverlay', { overlay, exitDate: '2027-02-01', acknowledged });
  const leg = legs[0]?.id ?? '';
  const watched = async (): Promise<readonly (string | null)[]> =>
    (await sample.ask('monitor.read', {})).rows.map((row) => row.leg);
  expect(await watched()).toContain(leg);
  Object.assign(sample.context, { now: instantFromIso('2026-11-01T12:00:00Z') });
  expect(await watched()).not.toContain(leg);
});
