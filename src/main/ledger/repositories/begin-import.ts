import type Database from 'better-sqlite3-multiple-ciphers';
import { journalHead } from '../database/journal.ts';
import type { Arriving, LedgerFile } from '../database/ledger-file.ts';
import type { ImportTransaction } from '../import-transaction.ts';
import { RunningImport } from './running-import.ts';

/** Waits for its turn and begins. Whoever reads meanwhile sees the ledger as it was. */
export async function beginImport(file: LedgerFile): Promise<ImportTransaction> {
  const leave = await file.enter();
  try {
    return await file.db.connection().execute(async (db) => {
      const before = await journalHead(db);
      // Which accounts a file names is known at its end.
      file.database.exec('BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON');
      file.arriving = arrivingIn(file.database);
      return new RunningImport(file, before, leave);
    });
  } catch (error) {
    leave();
    throw error;
  }
}

function arrivingIn(database: Database.Database): Arriving {
  const numberOf = (query: string): number => database.prepare<[], number>(query).pluck().get() ?? 0;
  return {
    batch: numberOf("SELECT seq FROM sqlite_sequence WHERE name = 'batch'") + 1,
    position: numberOf('SELECT max(position) FROM event'),
  };
}
