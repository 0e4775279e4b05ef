/** Values that tests and the processes they start share: nothing here needs a test runner. */
import { createHash } from 'node:crypto';
import type { NewBatch } from '../../../src/main/ledger/batch.ts';
import type { ArrivingRow } from '../../../src/main/ledger/import-transaction.ts';
import { accountId, type Account } from '../../../src/shared/domain/account.ts';
import { assetId } from '../../../src/shared/domain/asset.ts';
import type { EventId, LedgerEvent } from '../../../src/shared/domain/event.ts';
import type { Result } from '../../../src/shared/errors/failure.ts';
import { quantity } from '../../../src/shared/num/parse.ts';
import { instantFromEpochMs, instantFromIso } from '../../../src/shared/time/instant.ts';

/** A row with the event that the ledger will make of it. */
export interface StoredRow extends ArrivingRow {
  readonly event: LedgerEvent;
  readonly occurrence: number;
}

export const now = instantFromIso('2026-11-20T12:00:00Z');
export const passphrase = 'correct horse battery staple';

export const binance: Account = {
  id: accountId('binance'),
  name: 'Binance',
  kind: 'exchange',
  venue: 'Binance',
  country: null,
};

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
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
