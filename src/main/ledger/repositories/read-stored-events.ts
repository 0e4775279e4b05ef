/**
 * known batches still there → kept; rows behind the last of them → read → merged in total order
 *
 * Rows are stored in the order of their imports and never changed, so whatever a new import brought stands behind every
 * row that was kept. Rows that belong to no import (typed by hand) have no hash of their own: where there are any,
 * everything is read.
 */
import { setImmediate } from 'node:timers/promises';
import { compareEvents } from '../../../shared/domain/event-order.ts';
import type { EventSource, LedgerEvent } from '../../../shared/domain/event.ts';
import { invariant } from '../../../shared/invariant.ts';
import type { LedgerFile } from '../database/ledger-file.ts';
import type { StoredBatch, StoredEvents } from '../stored-events.ts';
import type { BatchRecord } from './batches.ts';
import { eventColumns, eventOf, type EventColumns } from './event-columns.ts';

/** Columns first, and without a copy: very many are read. */
type EventRecord = [...EventColumns, batch: number | null, position: number];
const [LINE, BATCH, POSITION] = [20, 21, 22] as const;

const pageSize = 5000;
const typed: Omit<EventSource, 'line'> = { file: '', format: 'typed' };
/** Stands for the rows of no import: numbers of imports begin at one. */
const TYPED = 0;

/**
 * All events in their total order. Gives way to other work every few thousand rows.
 * In: what was read of an earlier state of the same ledger, or null.
 * Out: `known` itself where its events are still all there are.
 */
export async function readStoredEvents(file: LedgerFile, known: StoredEvents | null): Promise<StoredEvents> {
  const read = await readInTurns(file, known);
  // Where something changed meanwhile, it holds the connection throughout, so that no change comes in between.
  return read ?? file.db.connection().execute(() => readFrom(file, known, beforeArriving(file), atOnce));
}

/** Those that an import brings included, and from within it: whoever calls holds the connection. */
export async function readAllEvents(file: LedgerFile): Promise<StoredEvents> {
  return readFrom(file, null, everything, atOnce);
}

/** How a page is read: by whoever holds the connection, or with others between one page and the next. */
type Turn = <T>(work: () => T) => Promise<T>;

const atOnce: Turn = async (work) => work();

/** Others read between its pages. Out: null where the ledger is not what it was when this began, or an import runs. */
async function readInTurns(file: LedgerFile, known: StoredEvents | null): Promise<StoredEvents | null> {
  const { head } = file;
  const isAsItWas = (): boolean => file.head === head && file.arriving === null;
  const inTurn: Turn = (work) =>
    file.db.connection().execute(async () => {
      if (!isAsItWas()) throw new ChangedMeanwhile();
      return work();
    });
  try {
    const read = await readFrom(file, known, everything, inTurn);
    await setImmediate();
    return await inTurn(() => read);
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return null;
    throw error;
  }
}

class ChangedMeanwhile extends Error {}

/** What is to be seen: batches before one number, events up to one place. */
interface Seen {
  readonly batch: number;
  readonly position: number;
}

const everything: Seen = { batch: Number.MAX_SAFE_INTEGER, position: Number.MAX_SAFE_INTEGER };

async function readFrom(
  file: LedgerFile,
  known: StoredEvents | null,
  seen: Seen,
  turn: Turn,
): Promise<StoredEvents> {
  const records = await turn(() =>
    file.database
      .prepare<[number], BatchRecord>('SELECT * FROM batch WHERE id < ? ORDER BY id')
      .all(seen.batch),
  );
  const kept = known === null ? new Map<number, StoredBatch>() : stillThere(known, records);
  const after = [...kept.values()].reduce((last, { lastPosition }) => Math.max(last, lastPosition), 0);
  const read = await readBehind(file, after, byId(records), seen, turn);
  return after === 0 || isWhole(records, kept, read)
    ? joined(known, kept, read)
    : joined(null, new Map(), await readBehind(file, 0, byId(records), seen, turn));
}

function byId(records: readonly BatchRecord[]): ReadonlyMap<number, BatchRecord> {
  return new Map(records.map((record) => [record.id, record]));
}

/** Whether nothing is missing and nothing is there that belongs to no import. */
function isWhole(
  records: readonly BatchRecord[],
  ...parts: readonly ReadonlyMap<number, StoredBatch>[]
): boolean {
  const count = (id: number): number =>
    parts.reduce((sum, part) => sum + (part.get(id)?.events.length ?? 0), 0);
  return count(TYPED) === 0 && records.every(({ id, events }) => count(id) === events);
}

/** The batches that the ledger holds as they were read; none where it held rows of no import. */
function stillThere(known: StoredEvents, records: readonly BatchRecord[]): Map<number, StoredBatch> {
  const kept = new Map<number, StoredBatch>();
  if (known.batches.has(TYPED)) return kept;
  for (const record of records) {
    const batch = known.batches.get(record.id);
    if (batch !== undefined && batch.fact === factOf(record)) kept.set(record.id, batch);
  }
  return kept;
}

function beforeArriving({ arriving }: LedgerFile): Seen {
  return arriving ?? everything;
}

function lastPosition({ database }: LedgerFile): number {
  return database.prepare<[], number>('SELECT coalesce(max(position), 0) FROM event').pluck().get() ?? 0;
}

function factOf(record: BatchRecord): string {
  return JSON.stringify([record.file, record.format, record.events, record.events_hash]);
}

/** What stands behind a place in the file, by import. */
async function readBehind(
  file: LedgerFile,
  position: number,
  records: ReadonlyMap<number, BatchRecord>,
  seen: Seen,
  turn: Turn,
): Promise<ReadonlyMap<number, StoredBatch>> {
  const page = file.database
    .prepare<[number, number], EventRecord>(
      `SELECT ${eventColumns.join(', ')}, batch, position FROM event WHERE position > ? AND position <= ? AND occurrence >= 0
       ORDER BY position LIMIT ${pageSize}`,
    )
    .raw();
  // An import may begin or end while this gives way: its rows are not in the batches that were read.
  const last = await turn(() => Math.min(seen.position, lastPosition(file)));
  const found = new Map<number, { fact: string; events: LedgerEvent[]; lastPosition: number }>();
  for (let after = position; ; await setImmediate()) {
    const from = after;
    const rows = await turn(() => page.all(from, last));
    for (const row of rows) {
      const id = row[BATCH] ?? TYPED;
      let batch = found.get(id);
      if (batch === undefined) found.set(id, (batch = newBatch(id, records)));
      batch.events.push(eventOfRecord(row, records.get(id)));
      batch.lastPosition = row[POSITION];
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < pageSize) return found;
    after = end[POSITION];
  }
}

function newBatch(
  id: number,
  records: ReadonlyMap<number, BatchRecord>,
): { fact: string; events: LedgerEvent[]; lastPosition: number } {
  const record = records.get(id);
  return { fact: record === undefined ? '' : factOf(record), events: [], lastPosition: 0 };
}

function eventOfRecord(row: EventRecord, record: BatchRecord | undefined): LedgerEvent {
  const source = row[BATCH] === null ? typed : record;
  invariant(source !== undefined, `event ${row[0]} belongs to no batch`);
  const { file, format } = source;
  return eventOf(row as unknown as EventColumns, { file, line: row[LINE], format });
}

/** What was kept and what was read, as one. */
function joined(
  known: StoredEvents | null,
  kept: ReadonlyMap<number, StoredBatch>,
  read: ReadonlyMap<number, StoredBatch>,
): StoredEvents {
  const fresh = inOrder([...read.values()].flatMap(({ events }) => events));
  if (known === null) return { events: fresh, batches: read };
  const gone = [...known.batches].filter(([id]) => !kept.has(id)).flatMap(([, { events }]) => events);
  if (gone.length === 0 && fresh.length === 0) return known;
  const before = gone.length === 0 ? known.events : without(known.events, new Set(gone));
  return { events: merged(before, fresh), batches: new Map([...kept, ...read]) };
}

function without(events: readonly LedgerEvent[], gone: ReadonlySet<LedgerEvent>): readonly LedgerEvent[] {
  return events.filter((event) => !gone.has(event));
}

/** Exports mostly come in order: then this only looks. */
function inOrder(events: LedgerEvent[]): readonly LedgerEvent[] {
  const ordered = events.every((event, index) => {
    const before = events[index - 1];
    return before === undefined || compareEvents(before, event) <= 0;
  });
  return ordered ? events : events.sort(compareEvents);
}

/** Two lists in order as one. What all comes later is only put behind. */
function merged(first: readonly LedgerEvent[], second: readonly LedgerEvent[]): readonly LedgerEvent[] {
  const last = first.at(-1);
  const [next] = second;
  if (last === undefined) return second;
  if (next === undefined) return first;
  if (compareEvents(last, next) <= 0) return first.concat(second);
  const all: LedgerEvent[] = [];
  let place = 0;
  for (const event of second) {
    for (let one = first[place]; one !== undefined && compareEvents(one, event) <= 0; one = first[++place])
      all.push(one);
    all.push(event);
  }
  for (; place < first.length; place++) all.push(first[place] as LedgerEvent);
  return all;
}
