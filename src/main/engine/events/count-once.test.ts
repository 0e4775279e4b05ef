import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountId } from '../../../shared/domain/account.ts';
import { assetId } from '../../../shared/domain/asset.ts';
import { contractId } from '../../../shared/domain/contract-spec.ts';
import type { EventId, EventKind, LedgerEvent, LegRole } from '../../../shared/domain/event.ts';
import { price, quantity } from '../../../shared/num/parse.ts';
import { instantFromEpochMs } from '../../../shared/time/instant.ts';
import { countOnce } from './count-once.ts';

const account = accountId('binance-futures');
const start = Date.UTC(2026, 0, 1);

interface Shape {
  readonly id: string;
  /** Seconds from the start. */
  readonly at: number;
  readonly contract?: string;
  readonly legs: readonly (readonly [role: LegRole, amount: string, asset?: string])[];
}

function make(kind: EventKind, { id, at, contract = 'BTCUSDT', legs }: Shape): LedgerEvent {
  const known = contractId('binance-um', contract);
  return {
    id: id as EventId,
    time: instantFromEpochMs(start + at * 1000),
    sequence: 0,
    kind,
    legs: legs.map(([role, amount, asset = 'USDT']) => ({
      account,
      asset: assetId(asset),
      quantity: quantity(amount),
      role,
    })),
    source: { file: 'f.csv', line: 1, format: 'x' },
    ...(kind === 'futures-fill'
      ? {
          fill: {
            account,
            contract: known,
            side: 'buy' as const,
            quantity: quantity('1'),
            price: price('1'),
            positionSide: 'one-way' as const,
          },
        }
      : { contract: known }),
  };
}

const fill = (id: string, at: number, profit: string, fee: string, contract?: string): LedgerEvent =>
  make('futures-fill', {
    id,
    at,
    legs: [
      ['profit', profit],
      ['fee', fee],
    ],
    ...(contract !== undefined && { contract }),
  });
const profit = (id: string, at: number, amount: string, contract?: string): LedgerEvent =>
  make('realised-profit', {
    id,
    at,
    legs: [['profit', amount]],
    ...(contract !== undefined && { contract }),
  });
const fee = (id: string, at: number, amount: string): LedgerEvent =>
  make('futures-fee', { id, at, legs: [['fee', amount]] });

function repeats(...events: readonly LedgerEvent[]): Readonly<Record<string, string>> {
  return Object.fromEntries(countOnce(events).repeats);
}

describe('countOnce', () => {
  it('leaves out rows that state what a fill states', () => {
    const events = [fill('f', 0, '10', '-0.5'), profit('p', 0, '10'), fee('c', 1, '-0.5')];
    const { counted, repeats: found } = countOnce(events);
    expect(counted.map(({ id }) => id)).toEqual(['f']);
    expect([...found]).toEqual([
      ['p', 'f'],
      ['c', 'f'],
    ]);
  });

  it('counts rows that no fill explains', () => {
    expect(repeats(profit('p', 0, '10'), fee('c', 0, '-0.5'))).toEqual({});
    expect(repeats(fill('f', 0, '10', '-0.5'))).toEqual({});
    expect(repeats(fill('f', 0, '10', '-0.5'), profit('p', 3600, '10'))).toEqual({});
  });

  it('matches amount, contract, role and time', () => {
    const f = fill('f', 0, '10', '-0.5');
    expect(repeats(f, profit('p', 0, '10.00000001'))).toEqual({});
    expect(repeats(f, profit('p', 0, '10', 'ETHUSDT'))).toEqual({});
    expect(repeats(f, make('realised-profit', { id: 'p', at: 0, legs: [['profit', '10', 'USDC']] }))).toEqual(
      {},
    );
    expect(repeats(f, make('funding', { id: 'p', at: 0, legs: [['funding', '10']] }))).toEqual({});
    expect(repeats(f, profit('p', 2, '10'))).toEqual({ p: 'f' });
    expect(repeats(f, profit('p', -2, '10'))).toEqual({ p: 'f' });
    expect(repeats(f, profit('p', 3, '10'))).toEqual({});
    expect(repeats(f, profit('p', -3, '10'))).toEqual({});
  });

  it('counts one row for each leg: two alike with one fill, one with two fills', () => {
    expect(repeats(fill('f', 0, '10', '-0.5'), profit('p', 0, '10'), profit('q', 0, '10'))).toEqual({
      p: 'f',
    });
    expect(repeats(fill('f', 0, '10', '-0.5'), fill('g', 0, '10', '-0.5'), profit('p', 0, '10'))).toEqual({
      p: 'f',
    });
  });

  it('finds a pairing for as many rows as can have one', () => {
    const fills = [fill('f', 0, '10', '-1'), fill('g', 3, '10', '-1')];
    expect(repeats(...fills, profit('p', 1.5, '10'), profit('q', -1, '10'))).toEqual({ q: 'f', p: 'g' });
  });

  it('matches rebates with a maker’s rebate', () => {
    const maker = make('futures-fill', { id: 'f', at: 0, legs: [['rebate', '0.1']] });
    expect(repeats(maker, make('rebate', { id: 'r', at: 0, legs: [['rebate', '0.1']] }))).toEqual({ r: 'f' });
  });

  it('leaves rows without a contract and other kinds alone', () => {
    const { contract: _, ...bare } = profit('p', 0, '10');
    expect(repeats(fill('f', 0, '10', '-0.5'), bare)).toEqual({});
    expect(
      repeats(fill('f', 0, '10', '-0.5'), make('settlement', { id: 's', at: 0, legs: [['profit', '10']] })),
    ).toEqual({});
  });
});

describe('countOnce, whatever comes', () => {
  const amount = fc.constantFrom('1', '2', '-1');
  const at = fc.integer({ min: 0, max: 12 });
  const fills = fc.array(fc.tuple(at, amount), { maxLength: 12 });
  const withFiles = fc.tuple(
    fills,
    fc.infiniteStream(fc.integer({ min: -2, max: 2 })),
    fc.integer({ min: 0, max: 12 }),
  );

  /** The same trades in two files, whose periods differ: fills until `end`, stated rows of all. */
  function bothFiles([trades, clocks, end]: [(readonly [number, string])[], Iterator<number>, number]): {
    readonly events: readonly LedgerEvent[];
    readonly fillsSeen: number;
  } {
    const seen = trades.filter(([time]) => time <= end);
    const stated = trades.map(([time, gain], n) => profit(`p${n}`, time + Number(clocks.next().value), gain));
    return {
      events: [...seen.map(([time, gain], n) => fill(`f${n}`, time, gain, '-9')), ...stated],
      fillsSeen: seen.length,
    };
  }

  it('each trade counts once: what a fill states is left out, what none states is not', () => {
    fc.assert(
      fc.property(withFiles, (files) => {
        const { events, fillsSeen } = bothFiles(files);
        const { counted, repeats: found } = countOnce(events);
        // Rows of later trades may stand in for those of earlier ones with the same amount, but never more of them.
        expect(found.size).toBe(fillsSeen);
        expect(counted.filter(({ kind }) => kind === 'realised-profit')).toHaveLength(
          events.length - 2 * fillsSeen,
        );
        expect(new Set(found.values()).size).toBe(fillsSeen);
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of the events', () => {
    fc.assert(
      fc.property(withFiles, fc.infiniteStream(fc.integer()), (files, keys) => {
        const { events } = bothFiles(files);
        const shuffled = events
          .map((event) => ({ event, key: Number(keys.next().value) }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ event }) => event);
        const sorted = (found: ReadonlyMap<EventId, EventId>): unknown =>
          [...found].map(([a, b]) => `${a} ${b}`).toSorted();
        expect(sorted(countOnce(shuffled).repeats)).toEqual(sorted(countOnce(events).repeats));
      }),
    );
  });

  it('takes time in proportion', () => {
    const events = Array.from({ length: 20_000 }, (_, n) => [
      fill(`f${n}`, n % 50, '1', '-1'),
      profit(`p${n}`, n % 50, '1'),
    ]).flat();
    const before = performance.now();
    expect(countOnce(events).repeats.size).toBe(20_000);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
