/** Single events and counts of them; all of them are read by `read-stored-events.ts`. */
import type { EventId } from '../../../shared/domain/event.ts';
import type { EventRow } from '../batch.ts';
import { batchId } from './batches.ts';
import type { LedgerFile } from '../database/ledger-file.ts';
import { storedRowHash } from './event-columns.ts';

const typed = { file: '', format: 'typed' };

export async function countEvents(file: LedgerFile): Promise<number> {
  const { count } = await file.db
    .selectFrom('event')
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export async function readEventRow(file: LedgerFile, event: EventId): Promise<EventRow | undefined> {
  const row = await file.db
    .selectFrom('event')
    .leftJoin('batch', 'batch.id', 'event.batch')
    .select(['event.batch', 'event.line', 'event.raw', 'batch.file', 'batch.file_hash', 'batch.format'])
    .where('event.id', '=', event)
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

/** How many rows of each hash are stored. */
export function countRows(file: LedgerFile, rowHashes: Iterable<string>): ReadonlyMap<string, number> {
  const count = file.database
    .prepare<[string], number>('SELECT count(*) FROM event WHERE row_hash = unhex(?)')
    .pluck();
  const counts = new Map<string, number>();
  for (const rowHash of rowHashes) {
    const stored = counts.has(rowHash) ? 0 : (count.get(storedRowHash(rowHash)) ?? 0);
    if (stored > 0) counts.set(rowHash, stored);
  }
  return counts;
}
