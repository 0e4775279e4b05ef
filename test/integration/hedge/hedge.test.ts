/** The sample's own hedge: found open, made a plan of, watched, adjusted, closed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallAnswer, CallInput } from '../../../src/shared/contract/contract.ts';
import { openSample } from '../../sample/open-sample.fixture.ts';
import type { Sample } from '../../sample/open-sample.fixture.ts';

let sample: Sample;
beforeAll(async () => {
  sample = await openSample();
});
afterAll(async () => {
  await sample.close();
});

const ask: Sample['ask'] = async (name, input) => await sample.ask(name, input);
type Row = CallAnswer<'monitor.read'>['rows'][number];

async function rowOf(leg: string): Promise<Row> {
  const { rows } = await ask('monitor.read', { leg });
  const [row] = rows;
  if (row === undefined) throw new Error(`no row of ${leg}`);
  return row;
}

const BTC = 'plan-1-leg-2';
const ETH = 'plan-1-leg-1';

describe('before there is a plan', () => {
  test('open futures are named as belonging to none, with the rows they came from', async () => {
    const { plans, unclaimed, issues } = await ask('hedge.legs', {});
    expect(plans).toEqual([]);
    expect(unclaimed.map(({ side, quantity, asset }) => `${side} ${quantity} ${asset}`)).toEqual([
      'long 2.1 ETH',
      'short 0.06 BTC',
    ]);
    expect(unclaimed[1]?.fills).toMatchObject([{ file: 'binance-futures-trades.csv', line: 10 }]);
    expect(issues.map(({ code }) => code)).toEqual(['hedge/position-unclaimed', 'hedge/position-unclaimed']);
  });

  test('the monitor shows them, and says what to do', async () => {
    const { rows, header } = await ask('monitor.read', {});
    expect(rows.map(({ leg, level }) => [leg, level])).toEqual([
      [null, 'act'],
      [null, 'act'],
    ]);
    expect(header.next).toContain('Make a plan of it');
    expect(rows.every(({ ratio }) => ratio.now === null)).toBe(true);
  });

  test('the checklist stands at the contract', async () => {
    const { plan, steps, current } = await ask('hedge.checklist', {});
    expect(plan).toBeNull();
    expect(current).toBe(2);
    expect(steps.map(({ state }) => state)).toEqual(['done', 'open', 'open', 'open', 'open', 'open']);
    expect(steps[1]?.next?.command).toContain('hedge adopt');
  });
});

describe('made a plan of', () => {
  test('each position is a leg with its fills, back through its rolls, and its lots on record the same day', async () => {
    const { plan, record, issues } = await ask('hedge.adopt', {
      exitDate: '2027-01-15',
      reason: 'Found open.',
    });
    expect(plan.legs.map(({ leg, state, fills }) => [leg, state, fills.length])).toEqual([
      [ETH, 'opened', 1],
      [BTC, 'rolled', 5],
    ]);
    const short = plan.legs.find(({ leg }) => leg === BTC);
    // 0.06 × (81 020.4 − 78 240.5) and 0.06 × (78 905.2 − 93 610.7), as the file states them.
    expect(short?.contracts.map(({ realisedProfit }) => realisedProfit.quantity)).toEqual([
      '166.794',
      '-882.33',
      '0',
    ]);
    const lots = short?.lots ?? [];
    expect(lots.reduce((total, { quantity }) => total + Number(quantity), 0)).toBeCloseTo(0.06, 12);
    expect(record).toMatchObject({ kind: 'hedged-lots', sequence: 1 });
    expect(issues.map(({ code }) => code)).toEqual(['hedge/identified-late']);
    expect(issues[0]?.message).toContain('2026-05-12, 2026-06-22 and 2026-09-21');
    expect((await ask('plan.records', {})).intact).toBe(true);
    expect((await ask('hedge.legs', {})).unclaimed).toEqual([]);
  });

  test('its lots are shown as hedged', async () => {
    const { lots } = await ask('holdings.lots', { asset: 'BTC' });
    expect(lots.reduce((total, { hedgedQuantity }) => total + Number(hedgedQuantity), 0)).toBeCloseTo(
      0.06,
      12,
    );
  });

  test('what a leg was rolled out of needs no history of closes', async () => {
    const { rows, issues } = await ask('monitor.read', {});
    const { liquidation } = rows.find(({ leg }) => leg === BTC) ?? {};
    expect(liquidation?.dailySigmas).not.toBeNull();
    expect(issues.map(({ code }) => code)).not.toContain('hedge/sigma-unknown');
  });

  test('nothing is left to adopt', async () => {
    await expect(ask('hedge.adopt', { exitDate: '2027-01-15' })).rejects.toThrow(
      'Every open futures position',
    );
  });

  test('the plan’s legs say what became of them wherever plans are listed', async () => {
    const { plans } = await ask('targets.plans', {});
    expect(plans[0]?.legs.map(({ state }) => state)).toEqual(['opened', 'rolled']);
  });
});

describe('watched', () => {
  test('the ratio is what the legs move of what is wanted, and what is left over is the drift', async () => {
    const { drift } = await ask('targets.read', {});
    const row = await rowOf(BTC);
    const over = drift.find(({ asset }) => asset === 'BTC');
    expect(Number(row.residual.value)).toBeCloseTo(-Number(over?.driftValue), 6);
    expect(Number(row.ratio.wanted)).toBeCloseTo(Number(row.ratio.coins) + Number(row.residual.coins), 15);
    expect(Number(row.ratio.now)).toBeCloseTo(Number(row.ratio.coins) / Number(row.ratio.wanted), 15);
    expect(row.ratio.coins).toBe('-0.06');
  });

  test('funding is what the account’s position was paid while the leg was all of it', async () => {
    const { positions } = await ask('holdings.read', {});
    const position = positions.find(({ contract }) => contract === 'binance-um:ETHUSDT');
    expect((await rowOf(ETH)).funding.quantity).toBe(position?.funding);
  });

  test('a price that moves is the cause, and the causes add up to the change', async () => {
    await ask('prices.set', { prices: [{ of: 'BTC', price: '130000' }] });
    const row = await rowOf(BTC);
    const drift = row.drift;
    if (drift === null) throw new Error('no drift');
    const total = drift.causes.reduce((sum, { coins }) => sum + Number(coins), Number(drift.gapAtPlan));
    expect(total).toBeCloseTo(Number(drift.gapNow), 12);
    expect(drift.causes.filter(({ coins }) => coins !== '0').map(({ cause }) => cause)).toEqual(['price']);
    expect(Number(row.ratio.now)).toBeLessThan(Number(row.ratio.planned));
  });

  test('the proposal sells more, in whole steps, and the miss falls', async () => {
    const { order, before, after, checks } = await ask('monitor.proposal', { leg: BTC });
    expect(order).toMatchObject({ side: 'sell', reduceOnly: false, contract: 'binance-um:BTCUSDT_261225' });
    expect(Math.abs(Number(after))).toBeLessThan(Math.abs(Number(before)));
    expect(checks.every(({ passed }) => passed)).toBe(true);
  });

  test('limits of one leg are its own, and go back to the default', async () => {
    const set = await ask('monitor.setThresholds', {
      of: BTC,
      thresholds: { ratio: '0.001', checkDays: 30 },
    });
    expect(set.thresholds).toMatchObject({ ratio: '0.001', checkDays: 30, distance: '0.2' });
    const row = await rowOf(BTC);
    expect(row.ownThresholds).toBe(true);
    expect(row.alarms.some(({ field }) => field === 'ratio')).toBe(true);
    expect((await rowOf(ETH)).thresholds.ratio).toBe('0.1');
    await ask('monitor.setThresholds', { of: BTC, thresholds: null });
    expect((await rowOf(BTC)).ownThresholds).toBe(false);
  });

  test('margin that the user states is used', async () => {
    const { position } = await rowOf(ETH);
    if (position === null) throw new Error('no position');
    expect((await rowOf(ETH)).margin.mode).toBeNull();
    await ask('hedge.setMargin', { position, mode: 'isolated', isolatedMargin: '2000' });
    const { margin, liquidation, unrealisedProfit } = await rowOf(ETH);
    expect(margin.mode).toBe('isolated');
    expect(Number(margin.equity)).toBeCloseTo(2000 + Number(unrealisedProfit?.quantity), 9);
    expect(Number(margin.buffer)).toBeCloseTo(Number(margin.equity) - Number(margin.maintenance), 9);
    expect(liquidation.kind).toBe('price');
    expect(Number(liquidation.price)).toBeLessThan(2311.42);
  });

  test.each(['ratio', 'coins', 'wanted', 'residual', 'drift', 'fees', 'realisedProfit', 'unrealisedProfit'])(
    'its %s explains itself',
    async (figure) => {
      const row = await rowOf(BTC);
      const { trace } = await ask('holdings.explain', { id: `${row.explain}/${figure}` });
      const shown: Record<string, string | null | undefined> = {
        ratio: row.ratio.now,
        coins: row.ratio.coins,
        wanted: row.ratio.wanted,
        residual: row.residual.coins,
        drift: row.drift?.gapNow,
        fees: row.fees[0]?.quantity,
        realisedProfit: row.realisedProfit.quantity,
        unrealisedProfit: row.unrealisedProfit?.quantity,
      };
      expect(trace.value).toBe(shown[figure]);
      expect(trace.parts.length).toBeGreaterThan(0);
    },
  );

  test.each(['funding', 'distance', 'buffer'])('the %s of the perpetual explains itself', async (figure) => {
    const row = await rowOf(ETH);
    const { trace } = await ask('holdings.explain', { id: `${row.explain}/${figure}` });
    const shown: Record<string, string | null> = {
      funding: row.funding.quantity,
      distance: row.liquidation.distance,
      buffer: row.margin.buffer,
    };
    expect(trace.value).toBe(shown[figure]);
  });

  test('what the basis brought is told once spot prices near the fills are known, and explains itself', async () => {
    expect((await rowOf(BTC)).basis?.earned).toBeNull();
    const spots = { '2026-05-12': '80900', '2026-06-22': '78200', '2026-09-21': '93500' };
    const prices = Object.entries(spots).map(([day, price]) => ({
      of: 'BTC',
      price,
      time: `${day}T12:00:00Z`,
    }));
    await ask('prices.set', { prices });
    const { basis, explain } = await rowOf(BTC);
    // Sold at gaps of 120.4, 705.2 and 1 370.3, bought back at 40.5 and 110.7; what is open is at the gap of now.
    const paid = 0.06 * (120.4 - 40.5 + 705.2 - 110.7 + 1370.3);
    expect(Number(basis?.earned)).toBeCloseTo(paid - 0.06 * Number(basis?.now), 9);
    const { trace } = await ask('holdings.explain', { id: `${explain}/basis` });
    expect(trace.value).toBe(basis?.earned);
    const total = trace.parts.reduce((sum, { value }) => sum + Number(value), 0);
    expect(total).toBeCloseTo(Number(trace.value), 9);
  });

  test('a leg that is not there is refused', async () => {
    await expect(ask('monitor.read', { leg: 'plan-9-leg-1' })).rejects.toThrow('no hedge leg');
    await expect(ask('monitor.proposal', { leg: 'plan-9-leg-1' })).rejects.toThrow('no hedge leg');
  });
});

describe('linked and unlinked', () => {
  test('a fill taken off is offered again; each change is on record', async () => {
    const [fill] = (await ask('hedge.legs', {})).plans[0]?.legs[0]?.fills ?? [];
    if (fill === undefined) throw new Error('no fill');
    const off = await ask('hedge.unlink', { leg: ETH });
    expect(off.leg.state).toBe('planned');
    expect(off.record.kind).toBe('leg-fills');
    expect((await ask('hedge.legs', {})).unclaimed.map(({ asset }) => asset)).toEqual(['ETH']);
    // The fill is older than the plan, but the leg had it: a slip can be undone.
    const { fills } = await ask('hedge.linkable', { leg: ETH });
    expect(fills.map(({ event, suggested }) => [event, suggested])).toEqual([[fill.event, true]]);
    const back = await ask('hedge.link', { leg: ETH, fills: [fill.event] });
    expect(back.leg.state).toBe('opened');
    expect((await ask('hedge.legs', {})).unclaimed).toEqual([]);
    await ask('targets.dropPlan', { plan: 'plan-1' });
    const { plan } = await ask('hedge.adopt', { exitDate: '2027-01-15' });
    expect(plan.plan).toBe('plan-2');
    expect(plan.legs.map(({ state }) => state)).toEqual(['opened', 'rolled']);
    expect((await ask('plan.records', {})).intact).toBe(true);
  });

  test('a leg with all its rolls can be taken off whole and put back whole', async () => {
    const leg = 'plan-2-leg-2';
    const of = async (): Promise<unknown> =>
      (await ask('hedge.legs', {})).plans[0]?.legs.find((one) => one.leg === leg);
    const before = await of();
    await ask('hedge.unlink', { leg });
    await ask('hedge.link', { leg });
    const after = await of();
    expect(after).toMatchObject({ ...(before as object), records: expect.any(Array) });
  });
});

describe('closed', () => {
  test('in slices: reduce-only, by position, the exposure never up by more than a slice', async () => {
    const { steps, largest, checks } = await ask('hedge.close', { plan: 'plan-2', slices: 3 });
    const orders = steps.flatMap(({ order }) => (order === null ? [] : [order]));
    expect(orders.every(({ reduceOnly, position }) => reduceOnly && position !== null)).toBe(true);
    expect(
      orders.filter(({ asset }) => asset === 'BTC').reduce((sum, { quantity }) => sum + Number(quantity), 0),
    ).toBeCloseTo(0.06, 12);
    expect(largest).toHaveLength(2);
    expect(checks.every(({ passed }) => passed)).toBe(true);
  });
});

/** A contract of which something is not settled or not confirmed. */
async function uncertainContract(): Promise<string> {
  const { contracts } = await ask('targets.contracts', { underlying: 'BTC' });
  for (const { id } of contracts) {
    const overlay: CallInput<'targets.overlay'> = {
      contracts: [{ asset: 'BTC', contract: id }],
      rounding: 'floor',
    };
    const { issues, beforeSaving } = await ask('hedge.checks', { overlay, exitDate: '2027-03-01' });
    const isClean = issues.every(({ severity }) => severity !== 'error');
    if (isClean && beforeSaving.some(({ needsAcknowledgement }) => needsAcknowledgement)) return id;
  }
  throw new Error('everything is certain');
}

describe('checked before it is saved', () => {
  test('an overlay with something uncertain is refused until it is acknowledged', async () => {
    const overlay: CallInput<'targets.overlay'> = {
      contracts: [{ asset: 'BTC', contract: await uncertainContract() }],
      rounding: 'floor',
    };
    const { beforeSaving } = await ask('hedge.checks', { overlay, exitDate: '2027-03-01' });
    expect(beforeSaving).toHaveLength(10);
    const ids = beforeSaving.filter(({ needsAcknowledgement }) => needsAcknowledgement).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    await expect(ask('targets.saveOverlay', { overlay, exitDate: '2027-03-01' })).rejects.toThrow(
      'was not saved',
    );
    const checks = await ask('hedge.checks', { overlay, exitDate: '2027-03-01', acknowledged: ids });
    expect(checks.canSave).toBe(true);
    const saved = await ask('targets.saveOverlay', { overlay, exitDate: '2027-03-01', acknowledged: ids });
    expect(saved.legs.map(({ state }) => state)).toEqual(['planned']);
  });

  test('a typed order with a slip of units is named', async () => {
    const orders = [
      { asset: 'BTC', contract: 'cme:MBT', side: 'sell', quantity: '0.3', intended: { coins: '0.3' } },
    ] as const;
    const { issues, canSave } = await ask('hedge.checks', { orders: [...orders] });
    expect(issues.map(({ code }) => code)).toContain('hedge/unit-slip');
    expect(issues.find(({ code }) => code === 'hedge/unit-slip')?.message).toContain(
      'BTC entered as contracts',
    );
    expect(canSave).toBe(false);
  });

  test('leverage that a move of 30 % liquidates is refused', async () => {
    const overlay: CallInput<'targets.overlay'> = {
      contracts: [{ asset: 'BTC', contract: 'binance-um:BTCUSDT' }],
      rounding: 'floor',
      leverageCap: '5',
    };
    const { issues } = await ask('hedge.checks', { overlay, exitDate: '2027-03-01' });
    expect(issues.map(({ code }) => code)).toContain('hedge/leverage');
  });
});
