import { expect, test } from 'vitest';
import type { Ledger } from '../../../src/main/ledger/ledger.ts';
import { codeOf, importRows, makeLedger, onlyBatch } from './ledger.fixture.ts';
import { now, tradeRows, valueOf } from './ledger.values.ts';

async function linesOf(ledger: Ledger): Promise<string[]> {
  let text = '';
  for await (const piece of ledger.read.exported()) text += piece;
  return text.trimEnd().split('\n');
}

test('a full export into an empty ledger has the same hash, events and imports; an undo there is exact', async () => {
  const { ledger } = await makeLedger();
  const empty = ledger.hash();
  await importRows(ledger, tradeRows(0, 700), 'a.csv');
  await importRows(ledger, tradeRows(650, 800), 'b.csv');
  const { ledger: other } = await makeLedger();
  const lines = await linesOf(ledger);
  expect(valueOf(await other.write.restore(lines, now))).toEqual({ events: 800 });
  expect(other.hash()).toBe(ledger.hash());
  expect(await other.read.recomputeHash()).toBe(ledger.hash());
  expect(await other.read.events()).toEqual(await ledger.read.events());
  const [first] = await other.read.batches();
  valueOf(await other.write.undoBatch(first!.id, now));
  expect(await other.read.eventCount()).toBe(150);
  valueOf(await other.write.undoBatch(await onlyBatch(other), now));
  expect(other.hash()).toBe(empty);
});

test('only an empty ledger takes it in, and only whole', async () => {
  const { ledger } = await makeLedger();
  await importRows(ledger, tradeRows(0, 10));
  const lines = await linesOf(ledger);
  expect(codeOf(await ledger.write.restore(lines, now))).toBe('ledger/not-empty');
  const { ledger: other } = await makeLedger();
  const empty = other.hash();
  for (const broken of [
    lines.slice(0, -1),
    lines.slice(0, 20),
    lines.toSpliced(12, 0, lines[11]!),
    lines.toSpliced(10, 0, '[1]'),
    ['[]'],
    ['{'],
    lines.toSpliced(12, 1),
    lines.with(1, '{"table":"meta","columns":[]}'),
  ])
    expect(codeOf(await other.write.restore(broken, now))).toBe('ledger/export-damaged');
  expect(other.hash()).toBe(empty);
  expect(await other.read.recomputeHash()).toBe(empty);
});
