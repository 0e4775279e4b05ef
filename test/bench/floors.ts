/**
 * What each step costs at the least, with none of our code in it: the text parsed and thrown away, the very same rows
 * inserted by one prepared statement into the same kind of encrypted file, and first-in-first-out over bare bigints.
 */
import { closeSync, openSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import Papa from 'papaparse';
import type Database from 'better-sqlite3-multiple-ciphers';
import type { LedgerEvent } from '../../src/shared/domain/event.ts';
import { kyselyOver } from '../../src/main/ledger/database/dialect.ts';
import type { ArrivingRow } from '../../src/main/ledger/import-transaction.ts';
import { layOut } from '../../src/main/ledger/migrations/migrate.ts';
import { connect } from '../../src/main/ledger/open/connect.ts';
import {
  columnsOf,
  eventIdOf,
  eventColumns,
  storedRowHash,
} from '../../src/main/ledger/repositories/event-columns.ts';

/** papaparse over the text, all cells made, nothing kept. */
export function parseAlone(text: string): number {
  let cells = 0;
  Papa.parse<string[]>(text, { step: ({ data }) => void (cells += data.length) });
  return cells;
}

/** The rows of an import as bare values, made beforehand so that making them is not timed. */
export function bareRows(rows: readonly ArrivingRow[]): readonly (readonly unknown[])[] {
  return rows.map(({ event, rowHash, textHash = rowHash, raw }) => {
    const columns = columnsOf(eventIdOf(rowHash, 0), event);
    const text = Buffer.from(storedRowHash(textHash), 'hex');
    return [...columns.slice(1), storedRowHash(rowHash), 0, text, 0, raw];
  });
}

export interface EmptyFile {
  readonly database: Database.Database;
  readonly path: string;
  readonly key: Buffer;
}

/** An empty file of the same kind: same cipher, same settings, same tables and indices. */
export async function emptyFile(path: string): Promise<EmptyFile> {
  const key = randomBytes(32);
  closeSync(openSync(path, 'wx', 0o600));
  const database = connect(path, Buffer.from(key), randomBytes(16));
  await kyselyOver(database).transaction().execute(layOut);
  return { database, path, key };
}

/** All but the id, which follows from the hash and the place of a row. */
const writtenColumns = eventColumns.slice(1);

/** The bare INSERT of a row, prepared. */
export function insertStatement({ database }: EmptyFile): Database.Statement<unknown[]> {
  const written = writtenColumns.map(() => '?').join(', ');
  return database.prepare(
    `INSERT INTO event (${writtenColumns.join(', ')}, row_hash, occurrence, text_hash, text_occurrence, raw)
     VALUES (${written}, unhex(?), ?, ?, ?, ?)`,
  );
}

/** One prepared INSERT a row, in one transaction. */
export function insertAlone(file: EmptyFile, rows: readonly (readonly unknown[])[]): void {
  const insert = insertStatement(file);
  file.database.transaction(() => {
    for (const row of rows) insert.run(...row);
  })();
}

/** Every stored row read back as bare values. */
export function readAlone({ database }: EmptyFile): number {
  return database.prepare('SELECT * FROM event ORDER BY time, sequence, id').raw().all().length;
}

interface BareTrade {
  readonly pool: number;
  readonly quantity: bigint;
  readonly cost: bigint;
}

/** The coin side of each event as bare numbers: in positive, out negative. */
export function bareTrades(events: readonly LedgerEvent[]): readonly BareTrade[] {
  const pools = new Map<string, number>();
  return events.flatMap(({ legs }) => {
    const coin = legs.find(({ asset }) => asset !== 'USDT');
    if (coin === undefined) return [];
    const pool = pools.get(coin.asset) ?? pools.size;
    pools.set(coin.asset, pool);
    const money = legs.find(({ asset }) => asset === 'USDT');
    // At run time an exact number is a bigint: here that is all that is wanted.
    const quantity = coin.quantity as unknown as bigint;
    return [{ pool, quantity, cost: (money?.quantity ?? 0n) as unknown as bigint }];
  });
}

/** First in first out over bare bigints: no dates, no fees, no objects kept. Out: the sum of gains. */
export function bareFifo(trades: readonly BareTrade[]): bigint {
  const queues: { quantity: bigint; cost: bigint }[][] = [];
  const heads: number[] = [];
  let gains = 0n;
  for (const { pool, quantity, cost } of trades) {
    const queue = (queues[pool] ??= []);
    heads[pool] ??= 0;
    if (quantity > 0n) {
      queue.push({ quantity, cost });
      continue;
    }
    let left = -quantity;
    gains += cost;
    while (left > 0n) {
      const lot = queue[heads[pool] ?? 0];
      if (lot === undefined) break;
      const part = left < lot.quantity ? left : lot.quantity;
      const share = (lot.cost * part) / lot.quantity;
      gains += share;
      lot.quantity -= part;
      lot.cost -= share;
      left -= part;
      if (lot.quantity === 0n) heads[pool] = (heads[pool] ?? 0) + 1;
    }
  }
  return gains;
}
