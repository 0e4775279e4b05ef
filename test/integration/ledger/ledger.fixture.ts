/** Real ledgers in real folders, cheap to unlock. */
import { createHash } from 'node:crypto';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { accountId, type Account } from '../../../src/shared/domain/account.ts';
import type { Result } from '../../../src/shared/errors/failure.ts';
import type { BatchId, NewBatch } from '../../../src/main/ledger/batch.ts';
import type { ImportResult, StoredRow } from '../../../src/main/ledger/import-transaction.ts';
import { loadKeys } from '../../../src/main/ledger/keys/key-file-store.ts';
import { trivialKdfCost } from '../../../src/main/ledger/keys/kdf-cost.ts';
import { openPassphraseSlot } from '../../../src/main/ledger/keys/slots.ts';
import type { Ledger } from '../../../src/main/ledger/ledger.ts';
import { createLedger } from '../../../src/main/ledger/open/create-ledger.ts';
import { openLedger } from '../../../src/main/ledger/open/open-ledger.ts';
import { assetId } from '../../../src/shared/domain/asset.ts';
import type { EventId } from '../../../src/shared/domain/event.ts';
import { quantity } from '../../../src/shared/num/parse.ts';
import { instantFromEpochMs, instantFromIso } from '../../../src/shared/time/instant.ts';

export const now = instantFromIso('2026-11-20T12:00:00Z');
export const passphrase = 'correct horse battery staple';

export const binance: Account = {
  id: accountId('binance'),
  name: 'Binance',
  kind: 'exchange',
  venue: 'Binance',
  country: null,
};

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'hedgerow test ')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
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

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Rows as an importer makes them: number `from` up to but not including `to`. */
export function tradeRows(from: number, to: number, note?: string): StoredRow[] {
  return Array.from({ length: to - from }, (_, index) => tradeRow(from + index, note));
}

function tradeRow(number: number, note?: string): StoredRow {
  const rowHash = sha256(`trade ${number}`);
  const account = binance.id;
  return {
    event: {
      id: `${rowHash.slice(0, 32)}-0` as EventId,
      time: instantFromEpochMs(1_700_000_000_000 + number * 60_000),
      sequence: number,
      kind: 'buy',
      legs: [
        { account, asset: assetId('BTC'), quantity: quantity(`0.${number + 1}`), role: 'principal' },
        { account, asset: assetId('USDT'), quantity: quantity(`-${number + 1}.25`), role: 'principal' },
        { account, asset: assetId('BNB'), quantity: quantity('-0.00001'), role: 'fee' },
      ],
      externalId: String(number),
      ...(note === undefined ? undefined : { note }),
      source: { file: 'trades.csv', line: number + 2, format: 'binance-spot' },
    },
    rowHash,
    occurrence: 0,
    raw: `2023-11-14 22:13:20,BTCUSDT,BUY,${number}`,
  };
}

export function batchOf(file: string): NewBatch {
  return {
    file,
    fileHash: sha256(file),
    format: 'binance-spot',
    account: binance.id,
    importedAt: now,
    skippedRows: 0,
    alreadyRows: 0,
  };
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
