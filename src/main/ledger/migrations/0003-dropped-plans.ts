import { sql } from 'kysely';
import type { LedgerMigration } from './migration.ts';

/** A plan that was dropped stays, with the record that says so. */
export const droppedPlans: LedgerMigration = {
  name: '0003-dropped-plans',
  async up(transaction) {
    await sql`ALTER TABLE hedge_plan
      ADD COLUMN dropped INTEGER /* null until it is dropped */ REFERENCES identification_record`.execute(
      transaction,
    );
  },
};
