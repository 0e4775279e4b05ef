import { expect, test } from 'vitest';
import { importRows, makeLedger, onlyBatch } from './ledger.fixture.ts';
import { now, tradeRows, valueOf } from './ledger.values.ts';

const rows = 12_000;

test('while many events are read, a short question is answered before them', async () => {
  const { ledger } = await makeLedger();
  await importRows(ledger, tradeRows(0, rows));
  const answered: string[] = [];
  const events = ledger.read.storedEvents(null).then((read) => (answered.push('events'), read));
  // Asked while the first page is read.
  await new Promise((resolve) => setImmediate(resolve));
  const accounts = ledger.read.accounts().then(() => answered.push('accounts'));
  await accounts;
  expect((await events).events).toHaveLength(rows);
  expect(answered).toEqual(['accounts', 'events']);
  await ledger.close();
});

test('what changes while they are read is read anew: all of it or nothing', async () => {
  const { ledger } = await makeLedger();
  await importRows(ledger, tradeRows(0, rows), 'a.csv');
  const batch = await onlyBatch(ledger);
  const reading = ledger.read.storedEvents(null);
  const undone = ledger.write.undoBatch(batch, now);
  const { events } = await reading;
  expect(valueOf(await undone).removed).toBe(rows);
  expect([0, rows]).toContain(events.length);
  expect((await ledger.read.storedEvents(null)).events).toEqual([]);

  await importRows(ledger, tradeRows(0, rows), 'b.csv');
  const both = ledger.read.storedEvents(null);
  await importRows(ledger, tradeRows(rows, rows + 10), 'c.csv');
  expect([rows, rows + 10]).toContain((await both).events.length);
  expect((await ledger.read.storedEvents(null)).events).toHaveLength(rows + 10);
  await ledger.close();
});
