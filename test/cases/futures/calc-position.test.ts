/** `calc position` through contract and service: every payoff, through zero, funding by rate and as booked, refusals. */
import { describe, expect, test } from 'vitest';
import { calcPositionInput, calcPositionOutput } from '../../../src/shared/contract/calc-position.ts';
import type { CallAnswer } from '../../../src/shared/contract/contract.ts';
import type { Result } from '../../../src/shared/errors/failure.ts';
import { calcPositionHandlers } from '../../../src/main/core/services/calc/calc-position.ts';
import { noLedger } from '../no-ledger.fixture.ts';
import { inverseContract, linearContract } from './calc-liquidation.fixture.ts';

type Answer = CallAnswer<'calc.position'>;

async function tryPosition(document: unknown): Promise<Result<Answer>> {
  return await calcPositionHandlers['calc.position'](calcPositionInput.parse(document), noLedger);
}

async function position(document: unknown): Promise<Answer> {
  const result = await tryPosition(document);
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return calcPositionOutput.parse(result.value);
}

const fill = (hour: number, side: 'buy' | 'sell', quantity: string, price: string, more = {}): object => ({
  time: `2026-01-01T${String(hour).padStart(2, '0')}:00:00Z`,
  side,
  quantity,
  price,
  ...more,
});
const at = (hour: number): string => `2026-01-01T${String(hour).padStart(2, '0')}:00:00Z`;

describe('calc position', () => {
  test.each<[string, object, string | null]>([
    ['nothing unusual', fill(1, 'buy', '1', '100', { fee: '0' }), null],
    ['no fee', fill(1, 'buy', '1', '100'), 'neither a fee nor'],
    ['half a step', fill(1, 'buy', '1.5', '100', { fee: '0' }), 'no whole steps of 1'],
    ['too little', fill(1, 'buy', '1', '100', { fee: '0', least: true }), 'below the smallest order, 2'],
    ['off the tick', fill(1, 'buy', '1', '100.3', { fee: '0' }), 'off the tick of 0.5'],
  ])('a fill is computed, and what is unusual about it said: %s', async (_name, made, words) => {
    const { least, ...only } = made as { readonly least?: boolean };
    const minQuantity = least === true ? { minQuantity: '2' } : {};
    const contract = { ...linearContract, quantityStep: '1', priceTick: '0.5', ...minQuantity };
    const { notes } = await position({ contract, fills: [only], markPrice: '100' });
    expect(notes).toHaveLength(words === null ? 0 : 1);
    expect(notes.join(' ')).toContain(words ?? '');
  });

  test.each([
    ['2000-01-28', 1],
    ['2999-01-28', 0],
  ])('a position of a contract that ended on %s is computed, and said to be over', async (expiry, count) => {
    const contract = { ...linearContract, kind: 'dated', expiry };
    const { quantity, notes } = await position({
      contract,
      fills: [fill(1, 'buy', '1', '100', { fee: '0' })],
      markPrice: '100',
    });
    expect(quantity).toBe('1');
    expect(notes.filter((note) => note.includes(expiry))).toHaveLength(count);
  });

  // Source: Bybit, "average entry price" of inverse contracts: 5 625, not the arithmetic 5 666.67.
  test('an inverse average is harmonic, and all amounts are also in quote money at the mark', async () => {
    const found = await position({
      contract: inverseContract,
      fills: [fill(1, 'buy', '1000', '5000'), fill(2, 'buy', '2000', '6000', { fee: '0.0001' })],
      markPrice: '6250',
    });
    expect(found).toMatchObject({
      side: 'long',
      quantity: '3000',
      notional: '3000',
      delta: '0.48',
      settleAsset: 'BTC',
      fees: '-0.0001',
    });
    expect(Number(found.averageEntry)).toBeCloseTo(5625, 12);
    expect(Number(found.unrealisedPnl)).toBeCloseTo(3000 / 5625 - 3000 / 6250, 12);
    expect(Number(found.inQuote?.unrealisedPnl)).toBeCloseTo(3000 * (6250 / 5625 - 1), 6);
  });

  test('fills come in any order; through zero; funding on what was held; fees at the rate of the catalogue', async () => {
    const found = await position({
      contract: 'binance-um:BTCUSDT',
      fills: [fill(10, 'sell', '1.5', '51000', { fee: '3' }), fill(1, 'buy', '1', '50000', { fee: '-1' })],
      funding: [
        { time: at(16), rate: '0.0001', markPrice: '52000' },
        { time: at(8), rate: '0.0001', markPrice: '50000' },
        { time: at(10), amount: '-0.5' },
      ],
      markPrice: '52000',
    });
    // Long 1 pays 5 at 08:00, short 0.5 receives 2.6 at 16:00, 0.5 was booked.
    expect(found).toMatchObject({
      side: 'short',
      quantity: '0.5',
      averageEntry: '51000',
      delta: '-0.5',
      realisedPnl: '1000',
      unrealisedPnl: '-500',
      fees: '-2',
      funding: '-2.9',
      equityChange: '495.1',
    });
    expect(found.fundingPayments).toEqual([
      { time: at(8), amount: '-5', held: '1' },
      { time: at(10), amount: '-0.5', held: '-0.5' },
      { time: at(16), amount: '2.6', held: '-0.5' },
    ]);
  });

  test('flat again: nothing is open, what it brought stays', async () => {
    const found = await position({
      contract: linearContract,
      fills: [fill(1, 'sell', '2', '100'), fill(2, 'buy', '2', '90')],
      funding: [{ time: at(3), rate: '0.01', markPrice: '90' }],
      markPrice: '500',
    });
    expect(found).toMatchObject({ side: 'flat', quantity: '0', averageEntry: null, notional: '0' });
    expect(found).toMatchObject({ realisedPnl: '20', unrealisedPnl: '0', funding: '0', equityChange: '20' });
  });

  test('a quanto tells nothing in quote money without the price of its settle asset', async () => {
    const quanto = { ...inverseContract, payoff: 'quanto', multiplier: '0.000001' };
    const document = { contract: quanto, fills: [fill(1, 'buy', '1000', '2000')], markPrice: '2100' };
    expect(await position(document)).toMatchObject({ unrealisedPnl: '0.1', delta: null, inQuote: null });
    const priced = await position({ ...document, settlePrice: '50000' });
    expect(priced).toMatchObject({ delta: '50', inQuote: { unrealisedPnl: '5000' } });
  });

  test('a fee rate that is not known is no fee of zero', async () => {
    const found = await position({
      contract: linearContract,
      fills: [fill(1, 'buy', '1', '100', { liquidity: 'taker' })],
      markPrice: '100',
    });
    expect(found.fees).toBeNull();
    expect(found.equityChange).toBeNull();
    expect(found.notes).toHaveLength(1);
  });

  test.each([
    ['the same', { side: 'short', quantity: '2', averageEntry: '100.005' }, []],
    ['another quantity', { side: 'short', quantity: '3' }, ['futures/position-differs']],
    ['another side', { side: 'long', quantity: '2' }, ['futures/position-differs']],
    ['another entry', { side: 'short', quantity: '2', averageEntry: '101' }, ['futures/entry-differs']],
  ])('compared with what the venue shows: %s', async (_name, stated, codes) => {
    const fills = [fill(1, 'sell', '2', '100')];
    const found = await position({ contract: linearContract, fills, markPrice: '100', stated });
    expect(found.issues.map(({ code }) => code)).toEqual(codes);
  });

  test.each([
    ['funding.0.rate', { funding: [{ time: at(1) }] }],
    ['funding.0.rate', { funding: [{ time: at(1), rate: '0.1', amount: '1', markPrice: '1' }] }],
    ['funding.0.markPrice', { funding: [{ time: at(1), rate: '0.1' }] }],
    ['contract', { contract: 'nowhere:BTC' }],
  ])('refuses %s by name', async (field, change) => {
    const document = { contract: linearContract, fills: [fill(1, 'buy', '1', '100')], markPrice: '100' };
    const result = await tryPosition({ ...document, ...change });
    expect(result.ok ? null : result.failure.where).toMatchObject({ field });
  });
});
