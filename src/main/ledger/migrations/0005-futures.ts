import { sql } from 'kysely';
import type { LedgerMigration } from './migration.ts';

const statements = [
  // No program ever wrote to it: corrections are kept field by field now.
  sql`DROP TABLE contract_override`,

  // The last version of each contract and field counts; the ones before it stay.
  sql`CREATE TABLE contract_correction (
    version INTEGER PRIMARY KEY,
    contract TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT, -- NULL: taken back
    source TEXT NOT NULL,
    set_at INTEGER NOT NULL
  ) STRICT`,

  // Contracts that the catalogue does not have, whole.
  sql`CREATE TABLE own_contract (
    contract TEXT PRIMARY KEY,
    saved_at INTEGER NOT NULL,
    document TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,

  sql`CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    saved_at INTEGER NOT NULL,
    document TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,

  sql`CREATE TABLE observed_series (
    id INTEGER PRIMARY KEY,
    measure TEXT NOT NULL,
    of TEXT NOT NULL,
    level TEXT NOT NULL,
    UNIQUE (measure, of, level)
  ) STRICT`,

  // What files state stands side by side, so that an undo gives back what was there; what is typed counts first, then
  // the latest import.
  sql`CREATE TABLE observation (
    series INTEGER NOT NULL REFERENCES observed_series,
    time INTEGER NOT NULL, -- the end of the span that it covers
    batch INTEGER NOT NULL, -- 0: typed
    value TEXT NOT NULL,
    hours REAL, -- NULL: a state at one time
    line INTEGER, -- in the batch's file; NULL: typed
    source TEXT, -- of what was typed; NULL: the batch's file
    PRIMARY KEY (series, time, batch)
  ) STRICT, WITHOUT ROWID`,

  sql`ALTER TABLE batch ADD COLUMN observations INTEGER /* rows of market data */ NOT NULL DEFAULT 0`,
  sql`ALTER TABLE hedge_plan ADD COLUMN reason TEXT /* why, in words */ NOT NULL DEFAULT ''`,
  sql`ALTER TABLE hedge_plan ADD COLUMN baseline /* JSON; NULL in plans before it was kept */ TEXT`,
  sql`ALTER TABLE hedge_leg ADD COLUMN wanted /* coins; NULL in plans before it was kept */ TEXT`,
  // It follows from the leg's fills. No program ever stored another than 'planned'.
  sql`ALTER TABLE hedge_leg DROP COLUMN state`,
];

/** Corrected and own contracts, settings, market data, and what a plan was sized on. */
export const futures: LedgerMigration = {
  name: '0005-futures',
  async up(transaction) {
    for (const statement of statements) await statement.execute(transaction);
  },
};
