/**
 * From whatever schema a ledger has to the newest.
 *
 * The version is SQLite's `user_version`, which a transaction covers like any row: after a crash it is exactly the old
 * or exactly the new one. (Kysely's own `Migrator` keeps its tables outside that transaction, and its SQLite adapter
 * runs migrations without one.)
 */
import { sql, type Kysely, type Transaction } from 'kysely';
import type { LedgerSchema } from '../database/schema.ts';
import { migrations } from './migrations.ts';
import type { LedgerMigration } from './migration.ts';

/** Brings a ledger from `version` to the newest, each step in a transaction of its own. */
export async function migrate(
  db: Kysely<LedgerSchema>,
  version: number,
  steps: readonly LedgerMigration[] = migrations,
): Promise<void> {
  for (const [index, step] of steps.entries()) {
    if (index < version) continue;
    await db.transaction().execute((transaction) => applyStep(transaction, step, index + 1));
  }
}

/** The newest schema in an empty file, within the caller's transaction. */
export async function layOut(transaction: Transaction<LedgerSchema>): Promise<void> {
  for (const [index, step] of migrations.entries()) await applyStep(transaction, step, index + 1);
}

async function applyStep(
  transaction: Transaction<LedgerSchema>,
  step: LedgerMigration,
  version: number,
): Promise<void> {
  await step.up(transaction as unknown as Transaction<unknown>);
  await sql`PRAGMA user_version = ${sql.lit(version)}`.execute(transaction);
}
