import type { Transaction } from 'kysely';

/** One step from a schema to the next. It runs in a transaction of its own, together with the version it leads to. */
export interface LedgerMigration {
  /** "0001-first-schema": its file's name. The number is the version it leads to. */
  readonly name: string;
  up(transaction: Transaction<unknown>): Promise<void>;
}
