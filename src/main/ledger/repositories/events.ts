/** Events as they are read back. Bulk goes past Kysely, through prepared statements. */
import { setImmediate } from 'node:timers/promises';
import { compareEvents } from '../../../shared/domain/event-order.ts';
import type { EventId, EventSource, LedgerEvent } from '../../../shared/domain/event.ts';
import { invariant } from '../../../shared/invariant.ts';
import type { EventRow } from '../batch.ts';
import { batchId } from './batches.ts';
import type { LedgerFile } from '../database/ledger-file.ts';
import { eventColumns, eventOf, storedRowHash, type EventColumns } from './event-columns.ts';

type EventRecord = [...EventColumns, batch: number | null, position: number];

const pageSize = 5000;
const typed: Omit<EventSource, 'line'> = { file: '', format: 'typed' };

/** All events in their total order. Gives way to other work every few thousand. */
export async function readEvents(file: LedgerFile): Promise<readonly LedgerEvent[]> {
  return file.db.connection().execute(async () => {
    const sources = readSources(file);
    const page = file.database
      .prepare<[number], EventRecord>(
        `SELECT ${eventColumns.join(', ')}, batch, position FROM event WHERE position > ? ORDER BY position LIMIT ${pageSize}`,
      )
      .raw();
    const events: LedgerEvent[] = [];
    for (let after = 0; ; await setImmediate()) {
      const records = page.all(after);
      for (const record of records) events.push(eventOfRecord(record, sources));
      const last = records.at(-1);
      if (last === undefined || records.length < pageSize) return inOrder(events);
      after = last[20];
    }
  });
}

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

function readSources(file: LedgerFile): ReadonlyMap<number, Omit<EventSource, 'line'>> {
  const batches = file.database
    .prepare<[], { id: number; file: string; format: string }>('SELECT id, file, format FROM batch')
    .all();
  return new Map(batches.map(({ id, file: name, format }) => [id, { file: name, format }]));
}

function eventOfRecord(
  record: EventRecord,
  sources: ReadonlyMap<number, Omit<EventSource, 'line'>>,
): LedgerEvent {
  const batch = record[19];
  const source = batch === null ? typed : sources.get(batch);
  invariant(source !== undefined, `event ${record[0]} belongs to no batch`);
  return eventOf(record as unknown as EventColumns, {
    file: source.file,
    line: record[18],
    format: source.format,
  });
}

/** Exports mostly come in order: then this only looks. */
function inOrder(events: LedgerEvent[]): readonly LedgerEvent[] {
  const ordered = events.every((event, index) => {
    const before = events[index - 1];
    return before === undefined || compareEvents(before, event) <= 0;
  });
  return ordered ? events : events.sort(compareEvents);
}
