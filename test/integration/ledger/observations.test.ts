/** Market data in the ledger: once, in order, the typed one first; an undo gives back exactly what was there. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ObservedRow } from '../../../src/main/ledger/import-transaction.ts';
import type { Ledger } from '../../../src/main/ledger/ledger.ts';
import type { Measure, Observation, SeriesKey } from '../../../src/shared/domain/observation.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { quantity } from '../../../src/shared/num/parse.ts';
import { instantFromEpochMs } from '../../../src/shared/time/instant.ts';
import { makeLedger, onlyBatch, reopen } from './ledger.fixture.ts';
import { batchOf, binance, now, tradeRows, valueOf } from './ledger.values.ts';

const hour = 3_600_000;
const funding: SeriesKey = { measure: 'funding-rate', of: 'binance-um:BTCUSDT', level: '' };
const depth: SeriesKey = { measure: 'depth', of: 'binance-um:BTCUSDT', level: '-1' };

function at(place: number): Observation['time'] {
  return instantFromEpochMs(1_700_000_000_000 + place * hour);
}

function row(key: SeriesKey, place: number, value: string, hours: number | null = 8): ObservedRow {
  return { observation: { ...key, time: at(place), value: quantity(value), hours }, line: place + 2 };
}

function typed(key: SeriesKey, place: number, value: string): Observation {
  return { ...key, time: at(place), value: quantity(value), hours: null, source: 'typed' };
}

async function importObserved(ledger: Ledger, file: string, rows: readonly ObservedRow[]): Promise<number> {
  const transaction = await ledger.write.beginImport();
  valueOf(transaction.storeAccounts([binance]));
  valueOf(transaction.startFile(batchOf(file)));
  const stored = valueOf(transaction.storeObservations(rows));
  valueOf(await transaction.commit());
  return stored.filter((isNew) => isNew).length;
}

async function shown(ledger: Ledger, key: SeriesKey): Promise<string[]> {
  const list = await ledger.read.observations(key);
  return list.map(({ time, value, hours, source }) =>
    [placeOf(time), toText(value), hours, source].join(' '),
  );
}

function placeOf(time: Observation['time']): number {
  return Array.from({ length: 50 }, (_, place) => place).findIndex((place) => at(place) === time);
}

async function undoLast(ledger: Ledger): Promise<void> {
  const last = (await ledger.read.batches()).at(-1);
  if (last === undefined) throw new Error('nothing to undo');
  valueOf(await ledger.write.undoBatch(last.id, now));
}

async function expectSound(ledger: Ledger): Promise<void> {
  expect(await ledger.read.recomputeHash()).toBe(ledger.hash());
}

test('a file of market data comes back, oldest first, with its file and line; its undo leaves nothing', async () => {
  const { ledger, path } = await makeLedger();
  valueOf(await ledger.write.saveAccount(binance, now));
  const before = ledger.hash();
  const rows = [row(funding, 2, '0.0003'), row(funding, 1, '-0.0001'), row(depth, 1, '120.5', null)];
  expect(await importObserved(ledger, 'funding.csv', rows)).toBe(3);
  expect(await shown(ledger, funding)).toEqual([
    '1 -0.0001 8 funding.csv line 3',
    '2 0.0003 8 funding.csv line 4',
  ]);
  expect(await ledger.read.observations(funding, at(2), at(2))).toHaveLength(1);
  expect(await ledger.read.observations(funding, at(3))).toEqual([]);
  expect(await ledger.read.observedSeries()).toEqual([
    { key: depth, count: 1, first: at(1), last: at(1), sources: ['funding.csv'] },
    { key: funding, count: 2, first: at(1), last: at(2), sources: ['funding.csv'] },
  ]);
  const [batch] = await ledger.read.batches();
  expect(batch).toMatchObject({ observations: 3, events: 0, first: at(1), last: at(2) });
  await expectSound(ledger);
  await ledger.close();
  const again = await reopen(path);
  expect(await again.read.observations(depth)).toHaveLength(1);
  valueOf(await again.write.undoBatch(await onlyBatch(again), now));
  expect(again.hash()).toBe(before);
  expect(await again.read.observedSeries()).toEqual([]);
  await expectSound(again);
});

test('what a file states counts once; of two values the one with more digits counts, until its undo', async () => {
  const { ledger } = await makeLedger();
  await importObserved(ledger, 'a.csv', [row(funding, 1, '0.1'), row(funding, 2, '0.2')]);
  const first = ledger.hash();
  const later = [row(funding, 2, '0.25'), row(funding, 1, '0.1'), row(funding, 3, '0.3')];
  expect(await importObserved(ledger, 'b.csv', later)).toBe(2);
  expect(await shown(ledger, funding)).toEqual([
    '1 0.1 8 a.csv line 3',
    '2 0.25 8 b.csv line 4',
    '3 0.3 8 b.csv line 5',
  ]);
  await expectSound(ledger);
  await undoLast(ledger);
  expect(ledger.hash()).toBe(first);
  expect(await shown(ledger, funding)).toEqual(['1 0.1 8 a.csv line 3', '2 0.2 8 a.csv line 4']);
});

test('the undo of an earlier file leaves what a later one states', async () => {
  const { ledger } = await makeLedger();
  await importObserved(ledger, 'a.csv', [row(funding, 1, '0.1'), row(funding, 2, '0.2')]);
  await importObserved(ledger, 'b.csv', [row(funding, 2, '0.25')]);
  const [first] = await ledger.read.batches();
  valueOf(await ledger.write.undoBatch(first!.id, now));
  expect(await shown(ledger, funding)).toEqual(['2 0.25 8 b.csv line 4']);
  await expectSound(ledger);
});

test('a file keeps what it states when another that states it, too, is undone', async () => {
  const both = [row(funding, 1, '0.1'), row(funding, 2, '0.2')];
  const { ledger: alone } = await makeLedger();
  valueOf(await alone.write.saveAccount(binance, now));
  await importObserved(alone, 'b.csv', both.slice(1));
  const { ledger } = await makeLedger();
  valueOf(await ledger.write.saveAccount(binance, now));
  await importObserved(ledger, 'a.csv', both);
  expect(await importObserved(ledger, 'b.csv', both.slice(1))).toBe(0);
  const [first] = await ledger.read.batches();
  expect(valueOf(await ledger.write.undoBatch(first!.id, now))).toEqual({ removed: 1 });
  expect(await shown(ledger, funding)).toEqual(['2 0.2 8 b.csv line 4']);
  expect(ledger.hash()).toBe(alone.hash());
  await expectSound(ledger);
});

test('two files that state two values make the same ledger in either order', async () => {
  const hashes: string[] = [];
  for (const files of [
    ['a', 'b'],
    ['b', 'a'],
  ]) {
    const { ledger } = await makeLedger();
    for (const file of files) await importObserved(ledger, file, [row(funding, 1, file === 'a' ? '1' : '2')]);
    hashes.push(ledger.hash());
  }
  expect(new Set(hashes).size).toBe(1);
});

test('what is typed counts before what files state, earlier and later ones, and stays when they are undone', async () => {
  const { ledger } = await makeLedger();
  await importObserved(ledger, 'a.csv', [row(funding, 1, '0.1')]);
  const { write } = ledger;
  expect(valueOf(await write.saveObservations([typed(funding, 1, '0.5'), typed(funding, 4, '1')], now))).toBe(
    2,
  );
  expect(valueOf(await write.saveObservations([typed(funding, 1, '0.5'), typed(funding, 4, '2')], now))).toBe(
    1,
  );
  await importObserved(ledger, 'b.csv', [row(funding, 1, '0.7')]);
  expect(await shown(ledger, funding)).toEqual(['1 0.5  typed', '4 2  typed']);
  expect((await ledger.read.observedSeries()).map(({ sources }) => sources)).toEqual([
    ['a.csv', 'b.csv', 'typed'],
  ]);
  await expectSound(ledger);
  await undoLast(ledger);
  await undoLast(ledger);
  expect(await shown(ledger, funding)).toEqual(['1 0.5  typed', '4 2  typed']);
  await expectSound(ledger);
});

test('a file that states one time twice: the same value counts, wherever it stands', async () => {
  const { ledger } = await makeLedger();
  const rows = [row(funding, 1, '0.1'), { ...row(funding, 1, '0.2'), line: 9 }];
  await importObserved(ledger, 'a.csv', [...rows, ...rows.slice(0, 1)]);
  expect(await shown(ledger, funding)).toEqual(['1 0.2 8 a.csv line 9']);
  await expectSound(ledger);
  await undoLast(ledger);
  await expectSound(ledger);
});

test('events and market data of one import go together', async () => {
  const { ledger } = await makeLedger();
  const transaction = await ledger.write.beginImport();
  valueOf(transaction.storeAccounts([binance]));
  valueOf(transaction.startFile(batchOf('a.csv')));
  valueOf(transaction.store(tradeRows(0, 5)));
  valueOf(transaction.storeObservations([row(funding, 1, '0.1')]));
  await transaction.rollback();
  expect(await ledger.read.observedSeries()).toEqual([]);
  await expectSound(ledger);
});

/** Imports, typings and undoes in any order: the hash is what is stored, and an undo is exact. */
test('whatever comes and goes, the hash is that of what is there', async () => {
  const value = fc.constantFrom('1', '2', '3');
  const place = fc.integer({ min: 0, max: 3 });
  const measure = fc.constantFrom<Measure>('close', 'volume');
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.tuple(fc.constant('import'), measure, fc.array(fc.tuple(place, value))) },
    { weight: 1, arbitrary: fc.tuple(fc.constant('type'), measure, fc.array(fc.tuple(place, value))) },
    { weight: 2, arbitrary: fc.tuple(fc.constant('undo'), place) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      const { ledger } = await makeLedger();
      for (const [number, [kind, which, pairs]] of steps.entries()) {
        if (kind === 'undo') {
          const batch = (await ledger.read.batches())[Number(which)];
          if (batch !== undefined) valueOf(await ledger.write.undoBatch(batch.id, now));
        } else {
          const key: SeriesKey = { measure: which as Measure, of: 'BTC', level: '' };
          const list = pairs as [number, string][];
          if (kind === 'type')
            valueOf(
              await ledger.write.saveObservations(
                list.map(([p, v]) => typed(key, p, v)),
                now,
              ),
            );
          else
            await importObserved(
              ledger,
              `${number}.csv`,
              list.map(([p, v]) => row(key, p, v)),
            );
        }
        expect(await ledger.read.recomputeHash()).toBe(ledger.hash());
      }
      await ledger.close();
    }),
    { numRuns: 15 },
  );
});

test('a series of more than one page comes back whole', async () => {
  const { ledger } = await makeLedger();
  const rows = Array.from({ length: 12_000 }, (_, place) => row(funding, place, `0.${place + 1}`));
  await importObserved(ledger, 'a.csv', rows);
  await importObserved(ledger, 'b.csv', [row(funding, 4999, '7.12345'), row(funding, 5000, '8.12345')]);
  const list = await ledger.read.observations(funding);
  expect(list).toHaveLength(12_000);
  expect(list.slice(4998, 5002).map(({ value }) => toText(value))).toEqual([
    '0.4999',
    '7.12345',
    '8.12345',
    '0.5002',
  ]);
  await expectSound(ledger);
});
