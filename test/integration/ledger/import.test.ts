import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareInstants } from '../../../src/shared/time/instant.ts';
import { assetId } from '../../../src/shared/domain/asset.ts';
import type { BatchId } from '../../../src/main/ledger/batch.ts';
import type { StoredRow } from './ledger.values.ts';
import type { Ledger } from '../../../src/main/ledger/ledger.ts';
import { accountId } from '../../../src/shared/domain/account.ts';
import { price } from '../../../src/shared/num/parse.ts';
import { accounts, rowsOfFile } from './event.fixture.ts';
import { codeOf, importRows, makeLedger, onlyBatch, reopen } from './ledger.fixture.ts';
import { batchOf, binance, now, sha256, tradeRows, valueOf } from './ledger.values.ts';

const mark = (of: string, at: string, source = 'file marks.csv line 2') =>
  ({ of: assetId(of), time: now, price: price(at), source }) as const;

async function importAny(ledger: Ledger, rows: readonly StoredRow[], file: string, chunk = 7): Promise<void> {
  const transaction = await ledger.write.beginImport();
  valueOf(transaction.storeAccounts(accounts));
  valueOf(transaction.startFile({ ...batchOf(file), account: accounts[0]!.id }));
  for (let at = 0; at < rows.length; at += chunk) valueOf(transaction.store(rows.slice(at, at + chunk)));
  valueOf(await transaction.commit());
}

describe('what is stored comes back', () => {
  test('any event, with its row, whatever is in it; and the hash is that of what is there', async () => {
    const { ledger } = await makeLedger();
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 50 }), fc.gen(), async (chunk, generate) => {
        const file = `file ${number++}.csv`;
        const rows = generate(() => rowsOfFile(file));
        const before = ledger.hash();
        await importAny(ledger, rows, file, chunk);
        const expected = rows.map(({ event }) => event);
        const stored = await ledger.read.events();
        expect(new Map(stored.map((event) => [event.id, event]))).toEqual(
          new Map(expected.map((event) => [event.id, event])),
        );
        for (const { event, raw } of rows) {
          expect(await ledger.read.eventRow(event.id)).toMatchObject({ file, line: event.source.line, raw });
        }
        expect(ledger.hash()).not.toBe(before);
        expect(await ledger.read.recomputeHash()).toBe(ledger.hash());
        valueOf(await ledger.write.undoBatch(await onlyBatch(ledger), now));
        expect(ledger.hash()).toBe(before);
        expect(await ledger.read.recomputeHash()).toBe(before);
        expect(await ledger.read.accounts()).toEqual([]);
      }),
      // The ledger lives on from run to run: after a failure there is nothing to shrink.
      { numRuns: 25, endOnFailure: true },
    );
  });

  test('in the total order of time, sequence and id, whatever order the files came in', async () => {
    const { ledger } = await makeLedger();
    await importRows(ledger, tradeRows(50, 100), 'late.csv');
    const [first, second, ...rest] = tradeRows(0, 50);
    const sameMoment = { ...second!, event: { ...second!.event, time: first!.event.time, sequence: -1 } };
    await importRows(ledger, [first!, sameMoment, ...rest.toReversed()], 'early.csv');
    const events = await ledger.read.events();
    expect(events).toHaveLength(100);
    expect(events[0]!.id).toBe(sameMoment.event.id);
    expect(events).toEqual(
      events.toSorted((a, b) => compareInstants(a.time, b.time) || a.sequence - b.sequence),
    );
  });

  test('more than one page of it', async () => {
    const { ledger, path } = await makeLedger();
    const rows = tradeRows(0, 12_345);
    const result = await importRows(ledger, rows);
    expect(result.batches[0]).toMatchObject({
      events: 12_345,
      first: rows[0]!.event.time,
      last: rows.at(-1)!.event.time,
    });
    await ledger.close();
    const again = await reopen(path);
    expect(await again.read.events()).toEqual(rows.map(({ event }) => event));
    expect(await again.read.recomputeHash()).toBe(again.hash());
    expect(again.hash()).toBe(result.ledgerHash);
  });
});

describe('the content hash', () => {
  test('same files, same hash: in another ledger, at another time, in other chunks, in another order', async () => {
    const { ledger: one } = await makeLedger();
    await importRows(one, tradeRows(0, 300), 'a.csv', 7);
    await importRows(one, tradeRows(300, 500), 'b.csv');
    const { ledger: two } = await makeLedger();
    await importRows(two, tradeRows(300, 500), 'b.csv');
    await importRows(two, tradeRows(0, 300), 'a.csv', 300);
    expect(one.hash()).toBe(two.hash());
    const { ledger: three } = await makeLedger();
    await importRows(three, tradeRows(0, 299), 'a.csv');
    await importRows(three, tradeRows(300, 500), 'b.csv');
    expect(three.hash()).not.toBe(one.hash());
  });

  test('changes with anything an event says', async () => {
    const [row] = tradeRows(0, 1);
    const { event } = row!;
    const variants: StoredRow[] = [
      row!,
      { ...row!, event: { ...event, note: '' } },
      { ...row!, event: { ...event, legs: event.legs.slice(1) } },
      { ...row!, event: { ...event, legs: event.legs.toReversed() } },
      { ...row!, event: { ...event, kind: 'swap' } },
      { ...row!, rowHash: sha256('other') },
    ];
    const hashes = new Set<string>();
    for (const variant of variants) {
      const { ledger } = await makeLedger();
      hashes.add((await importRows(ledger, [variant])).ledgerHash);
    }
    expect(hashes.size).toBe(variants.length);
  });

  test('does not change with where an event stands, nor with its row’s text', async () => {
    const [row] = tradeRows(0, 1);
    const { event } = row!;
    const variants: StoredRow[] = [
      row!,
      { ...row!, event: { ...event, sequence: 7 } },
      { ...row!, event: { ...event, source: { ...event.source, file: 'other.csv', line: 9 } } },
      { ...row!, raw: 'other', textHash: sha256('other') },
    ];
    const hashes = new Set<string>();
    for (const variant of variants) {
      const { ledger } = await makeLedger();
      hashes.add((await importRows(ledger, [variant], variant.event.source.file)).ledgerHash);
    }
    expect(hashes.size).toBe(1);
  });

  test('import, undo and import again give the hash of importing once', async () => {
    const { ledger } = await makeLedger();
    const empty = ledger.hash();
    const { ledgerHash } = await importRows(ledger, tradeRows(0, 100));
    const first = await onlyBatch(ledger);
    valueOf(await ledger.write.undoBatch(first, now));
    expect(ledger.hash()).toBe(empty);
    expect((await importRows(ledger, tradeRows(0, 100))).ledgerHash).toBe(ledgerHash);
    expect(await onlyBatch(ledger)).not.toBe(first);
  });
});

describe('an import', () => {
  test('is all or nothing: rolled back, it leaves no trace', async () => {
    const { ledger } = await makeLedger();
    await importRows(ledger, tradeRows(0, 10));
    const before = ledger.hash();
    const transaction = await ledger.write.beginImport();
    valueOf(transaction.storeAccounts([{ ...binance, id: accountId('new') }]));
    valueOf(transaction.startFile(batchOf('b.csv')));
    valueOf(transaction.store(tradeRows(10, 20)));
    valueOf(transaction.storePrices([mark('BTC', '5')]));
    await transaction.rollback();
    await transaction.rollback();
    expect(ledger.hash()).toBe(before);
    expect(await ledger.read.recomputeHash()).toBe(before);
    expect(await ledger.read.eventCount()).toBe(10);
    expect(await ledger.read.accounts()).toEqual([binance]);
    expect(await ledger.read.marks()).toEqual([]);
  });

  test('of several files is one step', async () => {
    const { ledger } = await makeLedger();
    const transaction = await ledger.write.beginImport();
    valueOf(transaction.storeAccounts([binance, binance]));
    for (const [file, from] of [
      ['a.csv', 0],
      ['b.csv', 10],
    ] as const) {
      valueOf(transaction.startFile(batchOf(file)));
      valueOf(transaction.store(tradeRows(from, from + 10)));
    }
    const { batches } = valueOf(await transaction.commit());
    expect(batches.map(({ file, events }) => [file, events])).toEqual([
      ['a.csv', 10],
      ['b.csv', 10],
    ]);
    expect(await ledger.read.batches()).toEqual(batches);
    valueOf(await ledger.write.undoBatch(batches[0]!.id, now));
    expect((await ledger.read.events()).map(({ source }) => source.file)).toEqual(Array(10).fill('b.csv'));
  });

  test('lets readers see what was there before it, and writers wait', async () => {
    const { ledger } = await makeLedger();
    await importRows(ledger, tradeRows(0, 5), 'first.csv');
    const before = ledger.hash();
    const transaction = await ledger.write.beginImport();
    valueOf(transaction.storeAccounts([{ ...binance, id: accountId('new') }]));
    valueOf(transaction.startFile({ ...batchOf('a.csv'), account: accountId('new') }));
    valueOf(transaction.store(tradeRows(3, 10)));
    valueOf(transaction.storePrices([mark('BTC', '5')]));
    const seen: string[] = [];
    const writing = Promise.all([
      ledger.write.savePrices([mark('BTC', '5', 'typed')], now).then((saved) => seen.push(codeOf(saved))),
      ledger.read
        .recomputeHash()
        .then((hash) => seen.push(hash === ledger.hash() ? 'same hash' : 'other hash')),
    ]);
    expect(await ledger.read.events()).toHaveLength(5);
    expect(await ledger.read.eventCount()).toBe(5);
    expect(await ledger.read.batches()).toHaveLength(1);
    expect(await ledger.read.accounts()).toEqual([binance]);
    expect(await ledger.read.marks()).toEqual([]);
    expect(await ledger.read.eventRow(tradeRows(9, 10)[0]!.event.id)).toBeUndefined();
    expect([ledger.hash(), seen]).toEqual([before, []]);
    valueOf(transaction.store(tradeRows(10, 20)));
    valueOf(await transaction.commit());
    expect(await ledger.read.events()).toHaveLength(20);
    await writing;
    expect(seen).toEqual(['ok', 'same hash']);
  });

  test('with a broken row is a bug: it throws, and nothing is stored', async () => {
    const { ledger } = await makeLedger();
    const before = ledger.hash();
    await expect(
      importRows(
        ledger,
        tradeRows(0, 5).map((row) => ({ ...row, rowHash: 'ab' })),
      ),
    ).rejects.toThrow(/CHECK/u);
    const elsewhere = { ...binance, id: accountId('elsewhere') };
    const [row] = tradeRows(0, 1);
    const lost = {
      ...row!,
      event: { ...row!.event, legs: [{ ...row!.event.legs[0]!, account: elsewhere.id }] },
    };
    await expect(importRows(ledger, [lost])).rejects.toThrow(/elsewhere/u);
    expect(await ledger.read.recomputeHash()).toBe(before);
    expect(await ledger.read.eventCount()).toBe(0);
    await importRows(ledger, tradeRows(0, 5));
  });

  test('brings prices, once each; its undo takes along those that no other file states', async () => {
    const { ledger } = await makeLedger();
    const bring = async (file: string, marks: Parameters<typeof ledger.write.savePrices>[0]) => {
      const transaction = await ledger.write.beginImport();
      valueOf(transaction.storeAccounts([binance]));
      valueOf(transaction.startFile(batchOf(file)));
      const stored = valueOf(transaction.storePrices(marks)).filter(({ isNew }) => isNew).length;
      return { stored, batch: valueOf(await transaction.commit()).batches[0]! };
    };
    const one = await bring('one.csv', [mark('BTC', '5'), mark('ETH', '2'), mark('BTC', '5')]);
    expect(one).toMatchObject({ stored: 2, batch: { prices: 2, events: 0, first: null, last: null } });
    const afterOne = ledger.hash();
    const two = await bring('two.csv', [mark('BTC', '5'), mark('SOL', '1')]);
    expect(two.stored).toBe(1);
    valueOf(await ledger.write.undoBatch(two.batch.id, now));
    expect(ledger.hash()).toBe(afterOne);
    expect((await ledger.read.marks()).map(({ of }) => of)).toEqual(['BTC', 'ETH']);
    valueOf(await ledger.write.savePrices([mark('ETH', '3')], now));
    valueOf(await ledger.write.undoBatch(one.batch.id, now));
    expect(await ledger.read.marks()).toEqual([mark('ETH', '3')]);
    expect(await ledger.read.recomputeHash()).toBe(ledger.hash());
  });
});

describe('undoing an import', () => {
  test('keeps what other imports and the user named', async () => {
    const { ledger } = await makeLedger();
    await importRows(ledger, tradeRows(0, 10), 'a.csv');
    const a = await onlyBatch(ledger);
    await importRows(ledger, tradeRows(10, 20), 'b.csv');
    expect(valueOf(await ledger.write.undoBatch(a, now))).toEqual({ removed: 10 });
    expect(await ledger.read.accounts()).toEqual([binance]);
    valueOf(await ledger.write.saveAccount({ ...binance, name: 'My Binance' }, now));
    valueOf(await ledger.write.undoBatch(await onlyBatch(ledger), now));
    expect((await ledger.read.accounts()).map(({ name }) => name)).toEqual(['My Binance']);
    expect(await ledger.read.recomputeHash()).toBe(ledger.hash());
  });

  test('that is not there is refused and changes nothing', async () => {
    const { ledger } = await makeLedger();
    await importRows(ledger, tradeRows(0, 10));
    const before = ledger.hash();
    for (const id of ['2', '0', '-1', '1.0', '', 'one', '1; DROP TABLE event', '99999999999999999999']) {
      expect(codeOf(await ledger.write.undoBatch(id as BatchId, now))).toBe('ledger/no-such-batch');
    }
    expect(ledger.hash()).toBe(before);
    expect(await ledger.read.eventCount()).toBe(10);
  });
});
