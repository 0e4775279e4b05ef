import { sql } from 'kysely';
import type { LedgerMigration } from './migration.ts';

const statements = [
  sql`ALTER TABLE event ADD COLUMN part /* JSON: [assembly, group, operation]; NULL: the row is a whole event */ TEXT`,
  sql`ALTER TABLE event ADD COLUMN opened /* when a closed position was opened */ INTEGER`,
  // Legs have a sixth value now.
  sql`DROP VIEW leg`,
  sql`CREATE VIEW leg AS SELECT
    event.id AS event,
    leg.key AS number,
    leg.value ->> 0 AS account,
    leg.value ->> 1 AS asset,
    leg.value ->> 2 AS quantity,
    leg.value ->> 3 AS role,
    leg.value ->> 4 AS value,
    leg.value ->> 5 AS balance_after
  FROM event, json_each(event.legs) AS leg`,
];

/** Rows that are parts of one event, positions that are stated as closed, balances that files state. */
export const eventParts: LedgerMigration = {
  name: '0006-event-parts',
  async up(transaction) {
    for (const statement of statements) await statement.execute(transaction);
  },
};
