/** `calc overlay` and `calc hedge-size` through contract and service: the mission's example to the cent, and refusals. */
import { describe, expect, test } from 'vitest';
import { calcHedgeSizeInput, calcHedgeSizeOutput } from '../../../src/shared/contract/calc-hedge-size.ts';
import { calcOverlayInput, calcOverlayOutput } from '../../../src/shared/contract/calc-overlay.ts';
import type { CalcOverlayOutput } from '../../../src/shared/contract/calc-overlay.ts';
import type { Result } from '../../../src/shared/errors/failure.ts';
import { instantFromIso } from '../../../src/shared/time/instant.ts';
import { calcHedgeSizeHandlers } from '../../../src/main/core/services/calc/calc-hedge-size.ts';
import { calcOverlayHandlers } from '../../../src/main/core/services/calc/calc-overlay.ts';
import type { CallContext } from '../../../src/main/core/call-context.ts';

const context: CallContext = {
  session: {
    ledger: null,
    dataFolder: '',
    uploads: undefined as never,
    cache: new Map(),
  },
  now: instantFromIso('2026-11-22T00:00:00Z'),
  clock: instantFromIso('2026-11-22T00:00:00Z'),
  signal: new AbortController().signal,
  progress: () => undefined,
  leave: () => undefined,
};

async function overlay(document: unknown): Promise<Result<CalcOverlayOutput>> {
  const result = await calcOverlayHandlers['calc.overlay'](calcOverlayInput.parse(document), context);
  if (result.ok) calcOverlayOutput.parse(result.value);
  return result;
}

async function hedgeSize(document: unknown): Promise<Record<string, string>> {
  const result = await calcHedgeSizeHandlers['calc.hedge-size'](calcHedgeSizeInput.parse(document), context);
  if (!result.ok) throw new Error(result.failure.code);
  return calcHedgeSizeOutput.parse(result.value);
}

const perpetual = {
  payoff: 'linear',
  kind: 'perpetual',
  multiplier: '1',
  quantityUnit: 'base',
  quantityStep: '0.001',
  settleAsset: 'USDT',
};
/** Source: the mission: 100 000 worth, 65 % BTC and 35 % ETH, target 50/50 → short 15 000 BTC, long 15 000 ETH. */
const mission = {
  portfolio: [
    { asset: 'BTC', quantity: '1.3', price: '50000' },
    { asset: 'ETH', quantity: '17.5', price: '2000' },
  ],
  targets: { BTC: '0.5', ETH: '0.5' },
  contracts: { BTC: 'binance-um:BTCUSDT', ETH: 'binance-um:ETHUSDT' },
  rounding: 'nearest',
};

describe('calc overlay', () => {
  test("the mission's example, to the cent", async () => {
    expect(await overlay(mission)).toEqual({
      ok: true,
      value: {
        value: '100000',
        drift: [
          { asset: 'BTC', target: '0.5', weight: '0.65', drift: '0.15', driftValue: '15000' },
          { asset: 'ETH', target: '0.5', weight: '0.35', drift: '-0.15', driftValue: '-15000' },
        ],
        legs: [
          { asset: 'BTC', side: 'short', quantity: '0.3', notional: '15000' },
          { asset: 'ETH', side: 'long', quantity: '7.5', notional: '15000' },
        ],
        effectiveWeights: { BTC: '0.5', ETH: '0.5' },
        residuals: [
          { asset: 'BTC', coins: '0', value: '0', rate: '0' },
          { asset: 'ETH', coins: '0', value: '0', rate: '0' },
        ],
      },
    });
  });

  test('the same with coin-margined contracts: 150 of 100 USD and 1 500 of 10 USD', async () => {
    const found = await overlay({
      ...mission,
      contracts: { BTC: 'binance-cm:BTCUSD_PERP', ETH: 'binance-cm:ETHUSD_PERP' },
    });
    expect(found.ok && found.value.legs).toEqual([
      { asset: 'BTC', side: 'short', quantity: '150', notional: '15000' },
      { asset: 'ETH', side: 'long', quantity: '1500', notional: '15000' },
    ]);
    expect(found.ok && found.value.effectiveWeights).toEqual({ BTC: '0.5', ETH: '0.5' });
  });

  // CME BTC is 5 coins: 0.3 is 0.06 of a contract, so nothing is ordered and all 15 000 stay.
  test('a contract that is too large leaves everything as residual', async () => {
    const found = await overlay({ ...mission, contracts: { ...mission.contracts, BTC: 'cme:BTC' } });
    expect(found.ok && found.value.legs[0]).toEqual({
      asset: 'BTC',
      side: 'short',
      quantity: '0',
      notional: '0',
    });
    expect(found.ok && found.value.residuals[0]).toEqual({
      asset: 'BTC',
      coins: '-0.3',
      value: '-15000',
      rate: '1',
    });
  });

  // 10 000 of cash: 110 000 in all, 45 % of it is 49 500 of each coin, 10 % (11 000) cash.
  // BTC is 15 500 over (0.31 coins), ETH 14 500 under (7.25 coins): 1 000 more is sold than bought, cash 11 000.
  // Source: risks.md 2.3, 2.4: the wrong contract, and one that is over.
  test.each([
    [{ BTC: 'cme:MET', ETH: 'cme:MET' }, 'contracts/other-underlying', 'contracts.BTC'],
    [
      { BTC: { ...perpetual, payoff: 'inverse', settleAsset: 'ETH' } },
      'contracts/other-underlying',
      'contracts.BTC',
    ],
    [{ BTC: 'cme:MBT-202401' }, 'contracts/expired', 'contracts.BTC'],
    [{ ETH: { ...perpetual, kind: 'dated', expiry: '2026-11-21' } }, 'contracts/expired', 'contracts.ETH'],
  ])('a contract that cannot hedge the coin is refused by name: %j', async (contracts, code, field) => {
    const result = await overlay({ ...mission, contracts });
    expect(result.ok ? null : result.failure).toMatchObject({ code, where: { field } });
  });

  test('a cross hedge that is meant is sized by the other coin’s price', async () => {
    const asked = { ...mission, contracts: { BTC: 'cme:MET' }, crossHedge: ['BTC'] };
    const result = await overlay(asked);
    // 15 000 of BTC at 2 000 for one ETH, 0.1 ETH a contract: 75 contracts.
    expect(result.ok ? result.value.legs : null).toMatchObject([
      { side: 'short', quantity: '75', notional: '15000' },
    ]);
    const { portfolio } = mission;
    const without = await overlay({
      ...asked,
      portfolio: portfolio.slice(0, 1),
      targets: { BTC: '0.5' },
      cash: '35000',
    });
    expect(without.ok ? null : without.failure.code).toBe('targets/price-missing');
  });

  test('cash has what the targets leave', async () => {
    const found = await overlay({ ...mission, cash: '10000', targets: { BTC: '0.45', ETH: '0.45' } });
    expect(found.ok && found.value.value).toBe('110000');
    expect(found.ok && found.value.legs).toEqual([
      { asset: 'BTC', side: 'short', quantity: '0.31', notional: '15500' },
      { asset: 'ETH', side: 'long', quantity: '7.25', notional: '14500' },
    ]);
    expect(found.ok && found.value.effectiveWeights).toEqual({ BTC: '0.45', ETH: '0.45', cash: '0.1' });
  });

  test('an asset without a contract stays as it is, and its residual says so', async () => {
    const found = await overlay({ ...mission, contracts: { BTC: perpetual } });
    expect(found.ok && found.value.legs.map(({ asset }) => asset)).toEqual(['BTC']);
    expect(found.ok && found.value.residuals[1]).toEqual({
      asset: 'ETH',
      coins: '7.5',
      value: '15000',
      rate: '1',
    });
  });

  test.each([
    ['targets over 100 %', { ...mission, targets: { BTC: '0.6', ETH: '0.5' } }, 'targets/invalid', 'targets'],
    ['a target that is not held', { ...mission, targets: { SOL: '1' } }, 'targets/not-held', 'targets.SOL'],
    [
      'an unknown contract',
      { ...mission, contracts: { BTC: 'cme:NOPE' } },
      'contracts/unknown',
      'contracts.BTC',
    ],
    [
      'nothing held',
      { ...mission, portfolio: mission.portfolio.map((row) => ({ ...row, quantity: '0' })) },
      'targets/nothing-held',
      undefined,
    ],
  ])('refuses %s', async (_, document, code, field) => {
    const found = await overlay(document);
    expect(found).toMatchObject({
      ok: false,
      failure: { code, where: field === undefined ? {} : { field } },
    });
  });

  test.each([
    ['a missing field', { ...mission, rounding: undefined }, 'rounding'],
    ['an unknown field', { ...mission, leverage: '3' }, 'leverage'],
    [
      'a negative quantity',
      { ...mission, portfolio: [{ asset: 'BTC', quantity: '-1', price: '1' }] },
      'quantity',
    ],
  ])('names %s', (_, document, field) => {
    const parsed = calcOverlayInput.safeParse(document);
    expect(parsed.success).toBe(false);
    expect(JSON.stringify(parsed.error?.issues)).toContain(field);
  });
});

describe('calc hedge-size', () => {
  // 15 000 at 62 000 is 0.241935… BTC: two CME micros of 0.1 BTC by floor, so 0.041935… BTC stay.
  test('whole contracts by floor, with the residual in coins and as a share', async () => {
    const found = await hedgeSize({
      notional: '15000',
      price: '62000',
      contract: 'cme:MBT',
      rounding: 'floor',
    });
    expect(found).toEqual({
      quantity: '2',
      notional: '12400',
      coins: '0.2',
      residual: '0.041935483870967742',
      // 0.1733…, of coins that were rounded to 18 decimals before.
      residualRate: '0.173333333333333334',
    });
  });

  test.each([
    ['floor', '2'],
    ['nearest', '2'],
    ['ceil', '3'],
  ])('rounds %s to %s', async (rounding, quantity) => {
    const found = await hedgeSize({ notional: '15000', price: '62000', contract: 'cme:MBT', rounding });
    expect(found['quantity']).toBe(quantity);
  });

  // 15 000 / 63 000 has no exact decimal; as dollars of an inverse contract it is 150 all the same.
  test('an inverse contract is sized in dollars, not through a rounded number of coins', async () => {
    const found = await hedgeSize({
      notional: '15000',
      price: '63000',
      contract: 'binance-cm:BTCUSD_PERP',
      rounding: 'floor',
    });
    expect(found['quantity']).toBe('150');
  });

  test('a contract that is over is no hedge', async () => {
    const document = { notional: '10000', price: '50000', contract: 'cme:MBT-202401', rounding: 'floor' };
    await expect(hedgeSize(document)).rejects.toThrow('contracts/expired');
  });

  test('half a hedge', async () => {
    const found = await hedgeSize({
      notional: '30000',
      price: '50000',
      contract: perpetual,
      rounding: 'nearest',
      hedgeRatio: '0.5',
    });
    expect(found).toMatchObject({ quantity: '0.3', notional: '15000', residual: '0' });
  });

  // Least order: 0.01 coins, and 100 of money are 0.002 coins at 50 000, so 0.01 decides; 0.004 is below it.
  test.each([
    ['floor', '0'],
    ['nearest', '0'],
    ['ceil', '0.01'],
  ])('below the smallest order, %s gives %s', async (rounding, quantity) => {
    const contract = { ...perpetual, minQuantity: '0.01', minNotional: '100' };
    const found = await hedgeSize({ notional: '200', price: '50000', contract, rounding });
    expect(found['quantity']).toBe(quantity);
  });
});
