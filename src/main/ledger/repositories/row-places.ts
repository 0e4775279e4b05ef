/**
 * Which event of the ledger a row of a file is. A row is known by its text; where the text is new, by what it states.
 *
 * Of equal texts, the n-th row of a file is the n-th of the ledger: so the ledger holds of each text as many rows as the
 * file with the most of them, every file knows which of them it states, and an undo leaves those that another states.
 * The parts of one download count as one file: they do not overlap.
 */
import type Database from 'better-sqlite3-multiple-ciphers';
import { invariant } from '../../../shared/invariant.ts';
import type { ArrivingRow, Placement } from '../import-transaction.ts';
import type { BatchSums } from './batch-sums.ts';
import { columnsOf, eventColumns, type EventColumns, eventIdOf, storedRowHash } from './event-columns.ts';
import type { Wordings } from './settle-wordings.ts';

/** A row of the ledger that a row of the file may be. */
interface Found {
  readonly position: number;
  readonly batch: number | null;
}

type InsertEvent = (
  columns: EventColumns,
  rowHash: string,
  occurrence: number,
  textHash: Buffer,
  textOccurrence: number,
  raw: string,
  batch: number,
) => boolean;

interface Statements {
  insert: InsertEvent;
  byText(textHash: Buffer, occurrence: number): Found | undefined;
  /** Rows without a text of their own that state the same. */
  withoutText(rowHash: Buffer): readonly Found[];
  adopt(textHash: Buffer, occurrence: number, position: number): void;
  /** The files that state a row besides the one that brought it. */
  repeatedBy(position: number): readonly number[];
  repeat(position: number, batch: number, line: number): void;
  noteWorded(rowHash: Buffer): void;
  lastPosition(): number;
}

/** The rows of one file as they come. */
export class RowPlaces {
  readonly #statements: Statements;
  readonly #wordings: Wordings;
  readonly #sums: BatchSums;
  readonly #batch: number;
  readonly #format: string;
  /** The other parts of the same download. */
  readonly #otherParts: ReadonlySet<number>;
  /** How often a text has come in this file, of those that came more than once. */
  readonly #seen = new Map<string, number>();
  /** Rows that are worded in several ways: settled at the end, because it changes what readers see. */
  readonly #worded: Map<string, Buffer>;
  /** Rows that the file brought. */
  added = 0;
  /** Rows that equal an earlier one of the file. */
  identical = 0;
  /** The imports that brought rows which the file states again. */
  readonly repeated = new Set<number>();

  constructor(
    database: Database.Database,
    all: Wordings,
    sums: BatchSums,
    worded: Map<string, Buffer>,
    file: { readonly batch: number; readonly format: string; readonly otherParts: readonly number[] },
  ) {
    this.#statements = statementsOf(database);
    this.#wordings = all;
    this.#sums = sums;
    this.#worded = worded;
    this.#batch = file.batch;
    this.#format = file.format;
    this.#otherParts = new Set(file.otherParts);
  }

  place(row: ArrivingRow): Placement {
    const text = storedRowHash(row.textHash ?? row.rowHash);
    const textHash = Buffer.from(text, 'hex');
    for (let occurrence = this.#seen.get(text) ?? 0; ; occurrence++) {
      const placed = this.#tryPlace(row, textHash, occurrence);
      if (placed === null) continue;
      if (occurrence > 0) {
        this.#seen.set(text, occurrence + 1);
        this.identical++;
        // When another part goes, its places become free.
        if (this.#otherParts.size > 0) this.#settleLater(rowHashOf(row));
      }
      return placed;
    }
  }

  /** null where the file itself has a row in that place. */
  #tryPlace(row: ArrivingRow, textHash: Buffer, occurrence: number): Placement | null {
    if (row.onlyIfKnown !== true && this.#insert(row, textHash, occurrence, occurrence)) return 'new';
    const found = this.#statements.byText(textHash, occurrence);
    if (found !== undefined) return this.#states(found, row) ? 'known' : null;
    return row.onlyIfKnown === true ? 'left-out' : this.#placeBesideOthers(row, textHash, occurrence);
  }

  /** Its text is new, but there are rows that state the same. */
  #placeBesideOthers(row: ArrivingRow, textHash: Buffer, occurrence: number): Placement {
    const rowHash = rowHashOf(row);
    const old = this.#statements.withoutText(rowHash).find((one) => !this.#hasStated(one));
    if (old !== undefined) {
      this.#statements.adopt(textHash, occurrence, old.position);
      this.#statements.repeat(old.position, this.#batch, row.event.source.line);
      if (old.batch !== null) this.repeated.add(old.batch);
      return 'known';
    }
    const before = this.#wordings.counting(rowHash);
    const isIn = this.#insert(row, textHash, occurrence, -2_000_000_000 - this.#statements.lastPosition());
    invariant(isIn, 'a place below all others is free');
    this.#settleLater(rowHash);
    return this.#wordings.counting(rowHash) > before ? 'new' : 'restated';
  }

  /** Which rows count of those that state the same is found out at the end. */
  #settleLater(rowHash: Buffer): void {
    this.#statements.noteWorded(rowHash);
    this.#worded.set(rowHash.toString('hex'), rowHash);
  }

  /** Whether the file, or another part of its download, states a row. */
  #hasStated({ position, batch }: Found): boolean {
    const isOurs = (one: number | null): boolean =>
      one !== null && (one === this.#batch || this.#otherParts.has(one));
    return isOurs(batch) || this.#statements.repeatedBy(position).some(isOurs);
  }

  /** Remembers that the file states a row. Out: false where it did before. */
  #states(found: Found, row: ArrivingRow): boolean {
    const { position } = found;
    if (this.#hasStated(found)) return false;
    this.#statements.repeat(position, this.#batch, row.event.source.line);
    if (found.batch !== null) this.repeated.add(found.batch);
    return true;
  }

  #insert(row: ArrivingRow, textHash: Buffer, textOccurrence: number, occurrence: number): boolean {
    const id = eventIdOf(row.rowHash, occurrence);
    const columns = columnsOf(id, row.event);
    const hash = storedRowHash(row.rowHash);
    const isNew = this.#statements.insert(
      columns,
      hash,
      occurrence,
      textHash,
      textOccurrence,
      row.raw,
      this.#batch,
    );
    if (isNew) this.added++;
    if (isNew && occurrence >= 0) this.#sums.add(this.#batch, this.#format, columns);
    return isNew;
  }
}

function rowHashOf({ rowHash }: ArrivingRow): Buffer {
  return Buffer.from(storedRowHash(rowHash), 'hex');
}

function statementsOf(database: Database.Database): Statements {
  const byText = database.prepare<[Buffer, number], Found>(
    'SELECT position, batch FROM event WHERE text_hash = ? AND text_occurrence = ?',
  );
  const withoutText = database.prepare<[Buffer], Found>(
    'SELECT position, batch FROM event WHERE row_hash = ? AND text_hash IS NULL ORDER BY occurrence',
  );
  const adopt = database.prepare<[Buffer, number, number]>(
    'UPDATE event SET text_hash = ?, text_occurrence = ? WHERE position = ?',
  );
  const repeatedBy = database
    .prepare<[number], number>('SELECT batch FROM batch_repeat WHERE event = ?')
    .pluck();
  const repeat = database.prepare<[number, number, number]>(
    'INSERT INTO batch_repeat (event, batch, line) VALUES (?, ?, ?)',
  );
  const worded = database.prepare<[Buffer]>('INSERT INTO worded_row VALUES (?) ON CONFLICT DO NOTHING');
  const last = database.prepare<[], number>('SELECT coalesce(max(position), 0) FROM event').pluck();
  return {
    insert: insertOf(database),
    byText: (textHash, occurrence) => byText.get(textHash, occurrence),
    withoutText: (rowHash) => withoutText.all(rowHash),
    adopt: (textHash, occurrence, position) => void adopt.run(textHash, occurrence, position),
    repeatedBy: (position) => repeatedBy.all(position),
    repeat: (position, batch, line) => void repeat.run(position, batch, line),
    noteWorded: (rowHash) => void worded.run(rowHash),
    lastPosition: () => last.get() ?? 0,
  };
}

/** By which columns are filled, one statement: most are empty, and to bind those, too, takes a fifth of an INSERT. */
function insertOf(database: Database.Database): InsertEvent {
  const prepared = new Map<number, Database.Statement<unknown[]>>();
  return (columns, ...rest) => {
    // The first of the columns is the id, which follows from others.
    let filled = 0;
    const values: unknown[] = [];
    for (let at = 1; at < columns.length; at++) {
      const value = columns[at] ?? null;
      if (value === null) continue;
      filled |= 1 << at;
      values.push(value);
    }
    values.push(...rest);
    let statement = prepared.get(filled);
    if (statement === undefined) prepared.set(filled, (statement = insertInto(database, filled)));
    return statement.run(...values).changes === 1;
  };
}

/** In: the columns that are filled, a bit each. */
function insertInto(database: Database.Database, filled: number): Database.Statement<unknown[]> {
  const names = eventColumns.filter((_, at) => (filled & (1 << at)) !== 0);
  return database.prepare(
    `INSERT INTO event (${names.join(', ')}, row_hash, occurrence, text_hash, text_occurrence, raw, batch)
     VALUES (${names.map(() => '?').join(', ')}, unhex(?), ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
}
