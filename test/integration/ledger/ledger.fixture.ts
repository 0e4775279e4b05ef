/** Real ledgers in real folders, cheap to unlock. */
import { lstatSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { BatchId } from '../../../src/main/ledger/batch.ts';
import type { ImportResult } from '../../../src/main/ledger/import-transaction.ts';
import type { StoredRow } from './ledger.values.ts';
import { trivialKdfCost } from '../../../src/main/ledger/keys/kdf-cost.ts';
import { loadKeys } from '../../../src/main/ledger/keys/key-file-store.ts';
import { openPassphraseSlot } from '../../../src/main/ledger/keys/slots.ts';
import type { ExportPiece, Ledger } from '../../../src/main/ledger/ledger.ts';
import { createLedger } from '../../../src/main/ledger/open/create-ledger.ts';
import { openLedger } from '../../../src/main/ledger/open/open-ledger.ts';
import type { Result } from '../../../src/shared/errors/failure.ts';
import { batchOf, binance, now, passphrase, sha256, valueOf } from './ledger.values.ts';

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'hedgerow test ')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.failure.code;
}

export interface MadeLedger {
  readonly path: string;
  readonly ledger: Ledger;
  readonly recoveryKey: string;
}

export async function makeLedger(folder = temporaryFolder(), name = 'my.hedgerow'): Promise<MadeLedger> {
  const path = join(folder, name);
  const made = valueOf(await createLedger({ path, passphrase, now, kdfCost: trivialKdfCost }));
  onTestFinished(() => made.ledger.close());
  return { path, ...made };
}

/** A ledger at rest, with what `fill` puts in. */
export async function makeClosedLedger(
  fill: (ledger: Ledger) => Promise<unknown> = async () => undefined,
): Promise<MadeLedger> {
  const made = await makeLedger();
  await fill(made.ledger);
  await made.ledger.close();
  return made;
}

export async function reopen(path: string): Promise<Ledger> {
  const { ledger } = valueOf(await openLedger({ path, passphrase }));
  onTestFinished(() => ledger.close());
  return ledger;
}

/** The ledger's own key, as only a test may ask for it. */
export async function keyOf(path: string): Promise<Buffer> {
  const { keys } = valueOf(loadKeys(path));
  return (await openPassphraseSlot(keys.ledger, keys.passphrase, passphrase))!;
}

/** Imports rows as one file, in chunks. */
export async function importRows(
  ledger: Ledger,
  rows: readonly StoredRow[],
  file = 'trades.csv',
  chunk = 1000,
): Promise<ImportResult> {
  const transaction = await ledger.write.beginImport();
  try {
    valueOf(transaction.storeAccounts([binance]));
    valueOf(transaction.startFile(batchOf(file)));
    for (let at = 0; at < rows.length; at += chunk) valueOf(transaction.store(rows.slice(at, at + chunk)));
    return valueOf(await transaction.commit());
  } finally {
    await transaction.rollback();
  }
}

/** The full export as the calls give it. */
export async function exportedPieces(ledger: Ledger): Promise<string[]> {
  const pieces: string[] = [];
  for (let next: string | null = ''; next !== null;) {
    const piece: ExportPiece = valueOf(await ledger.read.exportPiece(next === '' ? null : next));
    pieces.push(piece.text);
    ({ next } = piece);
  }
  return pieces;
}

export async function onlyBatch(ledger: Ledger): Promise<BatchId> {
  const [batch, ...others] = await ledger.read.batches();
  if (batch === undefined || others.length > 0) throw new Error('not exactly one batch');
  return batch.id;
}

/** Every file of a folder with its bytes' hash and time of change: equal only if nobody touched a thing. */
export function snapshot(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .toSorted()
      .map((name) => {
        const path = join(folder, name);
        const stats = lstatSync(path);
        const { mtimeMs, size, mode } = stats;
        const content = stats.isFile() ? sha256(readFileSync(path).toString('latin1')) : 'no file';
        return [name, `${size} ${mtimeMs} ${mode.toString(8)} ${content}`];
      }),
  );
}
