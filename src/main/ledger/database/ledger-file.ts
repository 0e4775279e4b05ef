import type Database from 'better-sqlite3-multiple-ciphers';
import type { Kysely } from 'kysely';
import { diskFailure } from '../files/file-errors.ts';
import type { KeyFile } from '../keys/key-file.ts';
import { storeKeys } from '../keys/key-file-store.ts';
import type { JournalHead } from './journal.ts';
import type { LedgerSchema } from './schema.ts';

/** Where what an import brings begins: whoever reads sees nothing of it until it is committed. */
export interface Arriving {
  /** The number of its first batch. */
  readonly batch: number;
  /** The last event that was there before it. */
  readonly position: number;
}

/** The open file: its connection, raw for bulk and through Kysely for all else, and the journal's last line. */
export class LedgerFile {
  readonly path: string;
  readonly database: Database.Database;
  readonly db: Kysely<LedgerSchema>;
  #keys: KeyFile;
  #head: JournalHead;
  #writing: Promise<void> = Promise.resolve();
  /** Set while an import runs. */
  arriving: Arriving | null = null;

  constructor(
    path: string,
    database: Database.Database,
    db: Kysely<LedgerSchema>,
    keys: KeyFile,
    head: JournalHead,
  ) {
    this.path = path;
    this.database = database;
    this.db = db;
    this.#keys = keys;
    this.#head = head;
  }

  get keys(): KeyFile {
    return this.#keys;
  }

  get head(): JournalHead {
    return this.#head;
  }

  /** Waits until whoever writes has ended. Out: what lets the next one in. */
  async enter(): Promise<() => void> {
    const before = this.#writing;
    let leave: () => void = () => undefined;
    this.#writing = new Promise((resolve) => (leave = resolve));
    await before;
    return leave;
  }

  /** After a commit: takes the new last line over and echoes it in the key file. */
  moveTo(head: JournalHead): void {
    if (head.counter <= this.#head.counter) return;
    this.#head = head;
    const keys: KeyFile = { ...this.#keys, mark: { counter: head.counter, hash: head.hash } };
    try {
      storeKeys(this.path, keys);
      this.#keys = keys;
    } catch (error) {
      // The change itself is safe. An echo that lags behind only makes the next check weaker, and the next change
      // writes it anew.
      if (diskFailure(error, this.path) === undefined) throw error;
    }
  }

  /** Takes new slots over once they are on disk. */
  replaceKeys(keys: KeyFile, store: (path: string, keys: KeyFile) => void): void {
    store(this.path, keys);
    this.#keys = keys;
  }
}
