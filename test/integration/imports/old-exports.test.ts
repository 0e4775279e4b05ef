/**
 * Full exports are backups: whatever version made one, this one takes it in. Those in `exports/` are of the fixed ledger, each
 * made by the program of its time. A new schema needs one of its own: HEDGEROW_MAKE_EXPORT=1 writes it here.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ExportPiece } from '../../../src/main/ledger/ledger.ts';
import { schemaVersion } from '../../../src/main/ledger/migrations/migrations.ts';
import { decideFixed, fixedFiles, typeFixed } from './fixed-ledger.fixture.ts';
import { type ImportDesk, must, openDesk } from './import-desk.fixture.ts';

const folder = join(import.meta.dirname, 'exports');
const exports = readdirSync(folder).toSorted();

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.end());

/** Takes an export in. Out: the hash that it states. */
async function restore(file: string): Promise<string> {
  const text = readFileSync(join(folder, file), 'utf8');
  await desk.bring(text, file);
  const head = JSON.parse(text.slice(0, text.indexOf('\n'))) as { readonly hash: string };
  return head.hash;
}

it.each(exports)('%s comes back with the hash that it states', async (file) => {
  const hash = await restore(file);
  expect(desk.ledger.hash()).toBe(hash);
  expect(await desk.ledger.read.recomputeHash()).toBe(hash);
  const batches = await desk.ledger.read.batches();
  expect(batches.map((batch) => batch.file)).toEqual(fixedFiles.map(([name]) => name));
});

it.each(exports)('%s knows its files again, and each of them can be taken back', async (file) => {
  const hash = await restore(file);
  for (const [name, text] of fixedFiles)
    expect([name, (await desk.bring(text, name)).added]).toEqual([name, 0]);
  expect(desk.ledger.hash()).toBe(hash);
  for (const { id } of await desk.ledger.read.batches()) await desk.undo(id);
  expect(await desk.ledger.read.eventCount()).toBe(0);
  expect(await desk.ledger.read.recomputeHash()).toBe(desk.ledger.hash());
});

it.each(exports)('%s says what its files say of accounts and cover, as they do today', async (file) => {
  await restore(file);
  const restored = await saidByFiles();
  await desk.end();
  desk = await openDesk();
  await bringFixed();
  expect(restored).toEqual(await saidByFiles());
});

it('every schema that was ever exported has its export, the one of today included', async () => {
  if (process.env['HEDGEROW_MAKE_EXPORT'] === '1')
    writeFileSync(join(folder, `schema-${schemaVersion}.jsonl`), await exportOfFixed());
  const schemas = new Set(exports.map((file) => Number(/\d+/u.exec(file)?.[0])));
  // Schema 8 was the first that could be exported.
  for (let schema = 8; schema <= schemaVersion; schema++) expect(schemas).toContain(schema);
});

async function saidByFiles(): Promise<unknown> {
  const { read } = desk.ledger;
  const batches = await read.batches();
  return {
    accounts: await read.accounts(),
    coverage: await read.coverage(),
    // How the zone was found is not kept of the oldest.
    batches: batches.map((batch) => ({ ...batch, zoneFrom: null })),
  };
}

async function bringFixed(): Promise<void> {
  for (const [file, text] of fixedFiles) await desk.bring(text, file);
  await decideFixed(desk);
  await typeFixed(desk);
}

async function exportOfFixed(): Promise<string> {
  await bringFixed();
  const pieces: string[] = [];
  for (let next: string | null = ''; next !== null;) {
    const piece: ExportPiece = must(await desk.ledger.read.exportPiece(next === '' ? null : next));
    pieces.push(piece.text);
    next = piece.next;
  }
  return pieces.join('');
}
