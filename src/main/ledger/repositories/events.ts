/** Single events and counts of them; all of them are read by `read-stored-events.ts`. */
import type Database from 'better-sqlite3-multiple-ciphers';
import type { EventId } from '../../../shared/domain/event.ts';
import type { EventRow } from '../batch.ts';
import { batchId } from './batch-id.ts';
import type { LedgerFile } from '../database/ledger-file.ts';

const typed = { file: '', format: 'typed' };

/** Rows that are other wordings of rows that count are no events. What an import brings is none until it is whole. */
export async function countEvents({ db, arriving }: LedgerFile): Promise<number> {
  const { count } = await db
    .selectFrom('event')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('occurrence', '>=', 0)
    .where('position', '<=', arriving?.position ?? Number.MAX_SAFE_INTEGER)
    .executeTakeFirstOrThrow();
  return count;
}

export async function readEventRow(
  { db, arriving }: LedgerFile,
  event: EventId,
): Promise<EventRow | undefined> {
  const place = placeOf(event);
  if (place === undefined) return undefined;
  const row = await db
    .selectFrom('event')
    .leftJoin('batch', 'batch.id', 'event.batch')
    .select(['event.batch', 'event.line', 'event.raw', 'batch.file', 'batch.file_hash', 'batch.format'])
    .where('event.row_hash', '=', place.rowHash)
    .where('event.occurrence', '=', place.occurrence)
    .where('event.position', '<=', arriving?.position ?? Number.MAX_SAFE_INTEGER)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    event,
    batch: row.batch === null ? null : batchId(row.batch),
    file: row.file ?? typed.file,
    fileHash: row.file_hash,
    format: row.format ?? typed.format,
    line: row.line,
    raw: row.raw,
  };
}

/** What the import that is running brought included. */
export function isEventThere(database: Database.Database, event: EventId): boolean {
  const place = placeOf(event);
  if (place === undefined) return false;
  const found = database
    .prepare<[Buffer, number]>('SELECT 1 FROM event WHERE row_hash = ? AND occurrence = ?')
    .get(place.rowHash, place.occurrence);
  return found !== undefined;
}

/** An id is the hash of what a row states, and its place among those that state the same. */
function placeOf(event: EventId): { readonly rowHash: Buffer; readonly occurrence: number } | undefined {
  const found = /^([0-9a-f]{32})-(\d{1,9})$/u.exec(event);
  return found === null
    ? undefined
    : { rowHash: Buffer.from(found[1] ?? '', 'hex'), occurrence: Number(found[2]) };
}
