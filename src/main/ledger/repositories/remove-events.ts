/** The events of an import that is taken back: those that other files state, too, go over to them. */
import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3-multiple-ciphers';
import { ContentSum } from '../database/content-sum.ts';
import type { BatchRecord } from './batches.ts';
import { BatchSums } from './batch-sums.ts';
import { eventColumns, type EventColumns } from './event-columns.ts';
import { dealOutAnew, textsOfParts } from './parts-anew.ts';
import { wordings } from './settle-wordings.ts';

const pageSize = 2000;

/** A row that another file states, too: the earliest of those is its heir. */
type StatedRow = [occurrence: number, position: number, heir: number, ...EventColumns];

/** Out: how many events are no more. */
export async function removeEventsOf(
  database: Database.Database,
  { id, format }: BatchRecord,
  content: ContentSum,
): Promise<number> {
  const worded = wordedRowsOf(database, id);
  const texts = textsOfParts(database, id);
  const before = countOf(database);
  await handOver(database, id, format, new BatchSums(content));
  database.prepare<[number]>('DELETE FROM batch_repeat WHERE batch = ?').run(id);
  const left = database
    .prepare<[number], string>('SELECT events_hash FROM batch WHERE id = ?')
    .pluck()
    .get(id);
  if (left !== undefined) content.removeAll(new ContentSum(left));
  database.prepare<[number]>('DELETE FROM event WHERE batch = ?').run(id);
  const settled = new BatchSums(content);
  dealOutAnew(database, texts, settled);
  const all = wordings(database);
  for (const rowHash of worded) all.settle(rowHash, settled);
  settled.flush(database);
  return before - countOf(database);
}

/** Rows of the import that are worded in several ways: which wording counts is to be found out anew. */
function wordedRowsOf(database: Database.Database, batch: number): readonly Buffer[] {
  return database
    .prepare<[number, number], Buffer>(
      `SELECT DISTINCT w.row_hash FROM worded_row w JOIN event e ON e.row_hash = w.row_hash
       WHERE e.batch = ? OR EXISTS (SELECT 1 FROM batch_repeat r WHERE r.event = e.position AND r.batch = ?)`,
    )
    .pluck()
    .all(batch, batch);
}

/** Each row that another file states goes to the earliest of those. */
async function handOver(
  database: Database.Database,
  batch: number,
  format: string,
  sums: BatchSums,
): Promise<void> {
  const page = database
    .prepare<[number, number], StatedRow>(
      `SELECT e.occurrence, e.position, min(r.batch), ${eventColumns.map((column) => `e.${column}`).join(', ')}
       FROM batch_repeat r JOIN event e ON e.position = r.event
       WHERE e.batch = ? AND r.event > ? GROUP BY r.event ORDER BY r.event LIMIT ${pageSize}`,
    )
    .raw();
  const give = database.prepare<[number, number]>(
    `UPDATE event SET batch = r.batch, line = r.line FROM batch_repeat r
     WHERE event.position = ? AND r.event = event.position AND r.batch = ?`,
  );
  const forget = database.prepare<[number, number]>('DELETE FROM batch_repeat WHERE event = ? AND batch = ?');
  for (let after = 0; ; await setImmediate()) {
    const rows = page.all(batch, after) as unknown as StatedRow[];
    for (const [occurrence, position, heir, ...columns] of rows) {
      if (occurrence >= 0) {
        sums.remove(batch, format, columns);
        sums.add(heir, format, columns);
      }
      give.run(position, heir);
      forget.run(position, heir);
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < pageSize) break;
    after = end[1];
  }
  sums.flush(database);
}

function countOf(database: Database.Database): number {
  return database.prepare<[], number>('SELECT count(*) FROM event WHERE occurrence >= 0').pluck().get() ?? 0;
}
