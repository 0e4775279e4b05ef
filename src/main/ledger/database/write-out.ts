/**
 * What a long transaction has changed waits in memory, up to the whole cache, and a COMMIT writes it in one piece: half a
 * second in which nobody else has a turn. So most of it is written before, a few milliseconds at a time.
 *
 * SQLite writes a changed page whenever it needs room for one that is not in memory. With a small cache, and reading on
 * where the changed pages lie, each page that is read sends the next one out.
 */
import type Database from 'better-sqlite3-multiple-ciphers';

const smallCacheKib = 1024;
const rowsAtOnce = 1000;
/** A COMMIT of fewer is short, and the cache stays warm. */
const leastRows = 5000;
/** Of a row beside its texts: its hashes and numbers. */
const restOfRow = 120;

interface Piece {
  readonly rows: number;
  readonly texts: number | null;
}

export class WriteOut {
  readonly #database: Database.Database;
  readonly #cacheKib: number;
  readonly #piece: Database.Statement<[number, number], Piece>;
  #next: number;
  #readBytes = 0;
  #hasBegun = false;

  /** In: the last event that was there before the transaction. */
  constructor(database: Database.Database, position: number) {
    this.#database = database;
    this.#next = position;
    this.#cacheKib = -Number(database.pragma('cache_size', { simple: true }));
    this.#piece = database.prepare(
      'SELECT count(*) AS rows, sum(length(raw) + length(legs)) AS texts FROM event WHERE position > ? AND position <= ?',
    );
  }

  /** A few milliseconds of it. Out: false where that was the last piece. */
  step(): boolean {
    if (!this.#hasBegun && !this.#begin()) return false;
    const { rows, texts } = this.#piece.get(this.#next, this.#next + rowsAtOnce) ?? { rows: 0, texts: null };
    this.#next += rowsAtOnce;
    this.#readBytes += (texts ?? 0) + rows * restOfRow;
    return rows > 0 && this.#readBytes < this.#cacheKib * 1024;
  }

  /** The cache is what it was. */
  end(): void {
    this.#database.pragma(`cache_size = -${this.#cacheKib}`);
  }

  /** Out: false where there is little to write. */
  #begin(): boolean {
    const last = this.#database.prepare<[], number>('SELECT max(position) FROM event').pluck().get() ?? 0;
    if (last - this.#next < leastRows) return false;
    this.#hasBegun = true;
    this.#database.pragma(`cache_size = -${smallCacheKib}`);
    this.#readFirstPages();
    return true;
  }

  /** Pages that nobody changed are no longer in memory: the first ones that are read. */
  #readFirstPages(): void {
    const tables = this.#database
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
      .pluck()
      .all();
    for (const table of tables) this.#database.prepare(`SELECT 1 FROM "${table}" LIMIT 1`).get();
  }
}
