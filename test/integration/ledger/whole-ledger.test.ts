import { expect, test } from 'vitest';
import type { Ledger } from '../../../src/main/ledger/ledger.ts';
import { codeOf, exportedPieces, importRows, makeLedger, onlyBatch } from './ledger.fixture.ts';
import { now, tradeRows, valueOf } from './ledger.values.ts';

async function linesOf(ledger: Ledger): Promise<string[]> {
  return (await exportedPieces(ledger)).join('').trimEnd().split('\n');
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

test('a file that is changed, shortened or put together of two is damaged, whatever part of it no figure depends on', async () => {
  const { ledger } = await makeLedger();
  await importRows(ledger, tradeRows(0, 10), 'a.csv');
  await importRows(ledger, tradeRows(5, 12), 'b.csv');
  const lines = await linesOf(ledger);
  const { ledger: other } = await makeLedger();
  const named = lines.findIndex((line) => line.includes('"a.csv"'));
  const repeats = lines.findIndex((line) => line.startsWith('{"table":"batch_repeat"'));
  for (const broken of [
    lines.with(named, lines[named]!.replace('a.csv', 'c.csv')),
    lines.toSpliced(repeats + 1, 1),
    [lines[0]!, ...lines],
    lines.filter((line) => !line.startsWith('{"seal"')),
  ])
    expect(codeOf(await other.write.restore(broken, now))).toBe('ledger/export-damaged');
  expect(codeOf(await other.write.restore(lines, now))).toBe('ok');
});

test('a ledger that is larger than a piece goes out in several, unless it changes meanwhile', async () => {
  const { ledger } = await makeLedger();
  const note = 'x'.repeat(1000);
  await importRows(ledger, tradeRows(0, 6000, note), 'a.csv');
  const pieces = await exportedPieces(ledger);
  expect(pieces.length).toBeGreaterThan(1);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(6 * 1024 * 1024);
  const { ledger: other } = await makeLedger();
  valueOf(await other.write.restore(pieces.join('').trimEnd().split('\n'), now));
  expect(other.hash()).toBe(ledger.hash());
  const { next } = valueOf(await ledger.read.exportPiece(null));
  valueOf(await ledger.write.saveSetting('x', '1', now));
  expect(codeOf(await ledger.read.exportPiece(next))).toBe('ledger/changed-meanwhile');
});
