/**
 * Parts of one download count as one file, so that a row that two of them have is there twice. When a file goes, the rows of
 * each text that are left are dealt out anew, as if the other files had come without it: of every file, or download, the
 * n-th row of a text is the n-th that is there, and there are as many as the one with the most of them has.
 */
import type Database from 'better-sqlite3-multiple-ciphers';
import type { BatchSums } from './batch-sums.ts';
import { eventColumns, type EventColumns } from './event-columns.ts';

/** Says that a row stands in a file. */
interface Stand {
  readonly batch: number;
  readonly line: number;
  /** A download with its format, else the file itself. */
  readonly file: string;
}

interface Place {
  readonly position: number;
  readonly text_occurrence: number;
  readonly occurrence: number;
  readonly row_hash: Buffer;
}

/** Texts of rows of an import that some file has several times; none where no file is a part of a download. */
export function textsOfParts(database: Database.Database, batch: number): readonly Buffer[] {
  const hasParts = database.prepare('SELECT 1 FROM batch WHERE download IS NOT NULL LIMIT 1').get();
  if (hasParts === undefined) return [];
  return database
    .prepare<[number, number], Buffer>(
      `SELECT DISTINCT e.text_hash FROM event e JOIN event other
         ON other.text_hash = e.text_hash AND other.text_occurrence > 0
       WHERE e.batch = ? OR e.position IN (SELECT event FROM batch_repeat WHERE batch = ?)`,
    )
    .pluck()
    .all(batch, batch);
}

/** In: texts of rows of an import that is gone. Rows that no file needs any more go with it. */
export function dealOutAnew(database: Database.Database, texts: readonly Buffer[], sums: BatchSums): void {
  const rows = database.prepare<[Buffer], Place>(
    'SELECT position, text_occurrence, occurrence, row_hash FROM event WHERE text_hash = ? ORDER BY text_occurrence',
  );
  const stands = database.prepare<[number, number], Stand>(
    `SELECT s.batch, s.line, coalesce(b.download || ' ' || b.format, b.id) AS file
     FROM (SELECT batch, line FROM event WHERE position = ? UNION ALL SELECT batch, line FROM batch_repeat WHERE event = ?) s
     JOIN batch b ON b.id = s.batch ORDER BY s.batch`,
  );
  const move = mover(database, sums);
  for (const text of texts) {
    const places = rows.all(text);
    const files = Map.groupBy(
      places.flatMap(({ position }) => stands.all(position, position)),
      ({ file }) => file,
    );
    for (const [at, place] of places.entries()) {
      const [owner, ...others] = [...files.values()]
        .flatMap((list) => list[at] ?? [])
        .toSorted((a, b) => a.batch - b.batch);
      move(place, at, owner, others);
    }
  }
}

type OwnedRow = [batch: number, format: string, ...EventColumns];
type Move = (place: Place, at: number, owner: Stand | undefined, others: readonly Stand[]) => void;

/** Where a row stands from now on; without an owner it is no more. Its place among rows that state the same is found later. */
function mover(database: Database.Database, sums: BatchSums): Move {
  const owned = database
    .prepare<[number], OwnedRow>(
      `SELECT b.id, b.format, ${eventColumns.map((column) => `e.${column}`).join(', ')}
       FROM event e JOIN batch b ON b.id = e.batch WHERE e.position = ?`,
    )
    .raw();
  const forget = database.prepare<[number]>('DELETE FROM batch_repeat WHERE event = ?');
  const repeat = database.prepare<[number, number, number]>(
    'INSERT INTO batch_repeat (event, batch, line) VALUES (?, ?, ?)',
  );
  const drop = database.prepare<[number]>('DELETE FROM event WHERE position = ?');
  const put = database.prepare<[number, number, number, number]>(
    'UPDATE event SET text_occurrence = ?, batch = ?, line = ? WHERE position = ?',
  );
  return ({ position, occurrence }, at, owner, others) => {
    const row = owned.get(position) as OwnedRow | undefined;
    if (row !== undefined && occurrence >= 0) {
      const [batch, format, ...columns] = row;
      sums.remove(batch, format, columns);
      if (owner !== undefined) sums.add(owner.batch, format, columns);
    }
    forget.run(position);
    if (owner === undefined) {
      drop.run(position);
      return;
    }
    put.run(at, owner.batch, owner.line, position);
    for (const { batch, line } of others) repeat.run(position, batch, line);
  };
}
