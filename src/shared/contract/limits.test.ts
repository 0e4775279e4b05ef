/** What a caller may send about futures: numbers that make sense, and never without an end. */
import { expect, it } from 'vitest';
import { calcContract } from './calc-contract.ts';
import { contract, type CallName } from './contract.ts';

const long = 'x'.repeat(600);
const many = (count: number, one: unknown): unknown[] => Array.from({ length: count }, () => one);
const order = { asset: 'BTC', contract: 'cme:MBT', side: 'sell', quantity: '3' };
const overlay = { contracts: [], rounding: 'nearest' };
const margin = { position: 'position:a@b', mode: 'isolated' };
const adopt = { exitDate: '2026-12-01' };

const refused: [CallName, object, string][] = [
  ['monitor.setThresholds', { of: 'default', thresholds: { ratio: '-1' } }, 'thresholds.ratio'],
  ['monitor.setThresholds', { of: 'default', thresholds: { ratio: '0' } }, 'thresholds.ratio'],
  ['monitor.setThresholds', { of: 'default', thresholds: { ratio: '5' } }, 'thresholds.ratio'],
  [
    'monitor.setThresholds',
    { of: 'default', thresholds: { ratio: '1.000000000000000001' } },
    'thresholds.ratio',
  ],
  ['monitor.setThresholds', { of: 'default', thresholds: { distance: '-3' } }, 'thresholds.distance'],
  ['monitor.setThresholds', { of: 'default', thresholds: { distance: '20' } }, 'thresholds.distance'],
  ['monitor.setThresholds', { of: 'default', thresholds: { sigmas: '-2' } }, 'thresholds.sigmas'],
  ['monitor.setThresholds', { of: 'default', thresholds: { sigmas: '101' } }, 'thresholds.sigmas'],
  ['monitor.setThresholds', { of: long, thresholds: null }, 'of'],
  ['hedge.setMargin', { ...margin, isolatedMargin: '-1200' }, 'isolatedMargin'],
  ['hedge.checks', { orders: [{ ...order, leverage: '0' }] }, 'orders.0.leverage'],
  ['hedge.checks', { orders: [{ ...order, leverage: '-2' }] }, 'orders.0.leverage'],
  ['hedge.checks', { orders: [{ ...order, price: '-1' }] }, 'orders.0.price'],
  ['hedge.checks', { orders: [{ ...order, contract: long }] }, 'orders.0.contract'],
  ['hedge.checks', { orders: [{ ...order, account: long }] }, 'orders.0.account'],
  ['hedge.checks', { orders: [{ ...order, position: long }] }, 'orders.0.position'],
  ['hedge.checks', { acknowledged: many(51, 'tax') }, 'acknowledged'],
  ['hedge.adopt', { ...adopt, positions: many(1001, 'position:a@b') }, 'positions'],
  ['hedge.adopt', { ...adopt, positions: [long] }, 'positions.0'],
  ['hedge.link', { leg: 'plan-1-leg-1', fills: many(100_001, 'a') }, 'fills'],
  ['hedge.unlink', { leg: long }, 'leg'],
  ['hedge.close', { plan: long }, 'plan'],
  ['hedge.close', { leg: long }, 'leg'],
  [
    'targets.overlay',
    { ...overlay, contracts: many(201, { asset: 'BTC', contract: 'cme:MBT' }) },
    'contracts',
  ],
  ['targets.overlay', { ...overlay, contracts: [{ asset: 'BTC', contract: long }] }, 'contracts.0.contract'],
  ['targets.dropPlan', { plan: long }, 'plan'],
  [
    'targets.savePolicy',
    { targets: many(501, { asset: 'BTC', weight: '0' }), absoluteBand: null, relativeBand: null },
    'targets',
  ],
];

it.each(refused)('%s refuses %#: it names %3$s', (name, input, field) => {
  const parsed = contract[name].input.safeParse(input);
  const fields = parsed.error?.issues.map(({ path }) => path.join('.'));
  expect(fields).toContain(field);
});

it('takes what is sensible', () => {
  const thresholds = { ratio: '1', distance: '0', sigmas: '100', checkDays: 7 };
  for (const [name, input] of [
    ['monitor.setThresholds', { of: 'default', thresholds }],
    ['hedge.setMargin', { ...margin, isolatedMargin: '0' }],
    ['hedge.checks', { orders: [{ ...order, leverage: '1.5' }] }],
  ] as const)
    expect(contract[name].input.safeParse(input).error?.issues).toBeUndefined();
});

it('has no endless list in a calc document', () => {
  const tiers = { marginTiers: many(501, { cap: '1' }) };
  const terms = {
    payoff: 'linear',
    kind: 'perpetual',
    multiplier: '1',
    quantityUnit: 'base',
    quantityStep: '1',
  };
  expect(calcContract.safeParse({ ...terms, settleAsset: 'USDT', marginTiers: [] }).success).toBe(true);
  expect(calcContract.safeParse({ ...terms, settleAsset: 'USDT', ...tiers }).success).toBe(false);
});
