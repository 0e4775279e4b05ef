/** What orders cost: published and constructed examples through `calc slippage`, in basis points (facts pack of 2026-11-22). */
import { describe, expect, test } from 'vitest';
import { contract } from '../../../src/shared/contract/contract.ts';
import type { CallAnswer, CallInput } from '../../../src/shared/contract/contract.ts';
import { calcSlippageHandlers } from '../../../src/main/core/services/calc/calc-slippage.ts';
import { noLedger } from '../no-ledger.fixture.ts';

async function slippage(input: CallInput<'calc.slippage'>): Promise<CallAnswer<'calc.slippage'>> {
  const parsed = contract['calc.slippage'].input.parse(input);
  const answer = await calcSlippageHandlers['calc.slippage'](parsed, noLedger);
  if (!answer.ok) throw new Error(answer.failure.message);
  return answer.value;
}
const bp = (text: string | null | undefined): number => Number(text) * 10_000;

describe('golden cases', () => {
  // Three units from three levels, against the middle: half the spread is inside.
  test('c-book-slip', async () => {
    const levels = [
      { price: '103', size: '5' },
      { price: '100', size: '1' },
      { price: '101', size: '1' },
    ];
    const { walk, cost, from } = await slippage({ side: 'buy', quantity: '3', mid: '99.9', levels });
    expect(walk?.kind === 'filled' ? bp(walk.slippage) : null).toBeCloseTo(143.4768, 3);
    expect([bp(cost), from]).toEqual([expect.closeTo(143.4768, 3), 'book']);
  });

  // A book that ends is no average.
  test('c-book-thin', async () => {
    const levels = [
      { price: '100', size: '1' },
      { price: '101', size: '1' },
    ];
    const { walk, cost } = await slippage({ side: 'buy', quantity: '10', mid: '99.9', levels });
    expect([walk, cost]).toEqual([{ kind: 'cannot-fill', available: '2' }, null]);
  });

  // 3 % a day, 1 % of the volume.
  test('c-sqrt', async () => {
    const { impact } = await slippage({
      side: 'sell',
      quantity: '1000000',
      dailyVolatility: '0.03',
      averageDailyVolume: '100000000',
    });
    expect(bp(impact?.middle)).toBeCloseTo(30, 9);
    // 0.5 · 3 % · 0.01^0.6 and 1.5 · 3 % · 0.01^0.5
    expect([bp(impact?.low), bp(impact?.high)]).toEqual([expect.closeTo(9.464, 3), expect.closeTo(45, 9)]);
  });

  // Almgren, Thum, Hauptmann, Li 2005, example table: coefficients 0.314 and 0.142, powers 3/5 and 1/4 (from knowledge).
  test.each([
    ['almgren-IBM-0.2-cost', '6.561', '1728', '0.0157', '0.2', 25, 20, 15],
    ['almgren-DRI-0.1-cost', '1.929', '168', '0.0226', '0.1', 43, 22, 32],
  ])('%s', async (_, volume, outstanding, dailyVolatility, days, cost, permanent, temporary) => {
    const answer = await slippage({
      side: 'buy',
      quantity: (Number(volume) / 10).toFixed(4),
      averageDailyVolume: volume,
      dailyVolatility,
      days,
      outstandingOverVolume: (Number(outstanding) / Number(volume)).toFixed(12),
    });
    const tolerance = 0.6;
    expect(Math.abs(bp(answer.almgren?.cost) - cost)).toBeLessThan(tolerance);
    expect(Math.abs(bp(answer.almgren?.permanent) - permanent)).toBeLessThan(tolerance);
    expect(Math.abs(bp(answer.almgren?.temporary) - temporary)).toBeLessThan(tolerance);
  });
});

describe('units and floors', () => {
  test('levels in contracts are coins by the multiplier first', async () => {
    // 30 micro contracts of 0.1 BTC are 3 BTC.
    const levels = [
      { price: '100', size: '10' },
      { price: '101', size: '10' },
      { price: '103', size: '50' },
    ];
    const answer = await slippage({
      side: 'buy',
      quantity: '30',
      unit: 'contracts',
      contract: 'cme:MBT',
      mid: '99.9',
      levels,
    });
    expect(answer.coins).toBe('3');
    expect(answer.walk?.kind === 'filled' ? bp(answer.walk.slippage) : null).toBeCloseTo(143.4768, 3);
  });

  test('a contract of fixed dollars is coins at the price of its level', async () => {
    const answer = await slippage({
      side: 'sell',
      quantity: '100',
      unit: 'contracts',
      contract: {
        payoff: 'inverse',
        kind: 'perpetual',
        multiplier: '100',
        quantityUnit: 'contracts',
        quantityStep: '1',
        settleAsset: 'BTC',
      },
      mid: '50000',
      levels: [{ price: '50000', size: '1000' }],
    });
    expect([answer.coins, answer.cost]).toEqual(['0.2', '0']);
  });

  test('half the spread is the floor, and is not added to a walk', async () => {
    const level = { price: '101', size: '5' };
    const walked = await slippage({ side: 'buy', quantity: '1', bid: '99', ask: '101', levels: [level] });
    expect([walked.halfSpread, walked.cost, walked.mid]).toEqual(['0.01', '0.01', '100']);
    const small = { side: 'buy', quantity: '1', bid: '99', ask: '101' } as const;
    const estimated = await slippage({ ...small, dailyVolatility: '0.03', averageDailyVolume: '1000000' });
    expect([estimated.cost, estimated.from]).toEqual(['0.01', 'half-spread']);
  });

  test('selling walks the bids from the highest', async () => {
    const levels = [
      { price: '98', size: '1' },
      { price: '99', size: '1' },
    ];
    const { walk } = await slippage({ side: 'sell', quantity: '1', mid: '100', levels });
    expect(walk).toMatchObject({ kind: 'filled', averagePrice: '99', slippage: '0.01' });
  });

  test.each([
    ['0.4', 'fine'],
    ['0.5', 'caution'],
    ['5', 'caution'],
    ['5.1', 'do-not-trust'],
  ])('an order of %s % of a day’s volume: %s', async (percent, flag) => {
    const answer = await slippage({ side: 'buy', quantity: percent, averageDailyVolume: '100' });
    expect(answer.volumeFlag).toBe(flag);
  });
});
