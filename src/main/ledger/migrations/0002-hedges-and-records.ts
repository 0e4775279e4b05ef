import { sql } from 'kysely';
import type { LedgerMigration } from './migration.ts';

const tables = [
  // Who identified what when. Its lines are chained by hash and never changed or removed.
  sql`CREATE TABLE identification_record (
    sequence INTEGER PRIMARY KEY,
    recorded_at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT`,

  // The last version of each id counts; the ones before it stay.
  sql`CREATE TABLE election (
    version INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    value TEXT NOT NULL,
    made_at INTEGER NOT NULL
  ) STRICT`,

  sql`CREATE TABLE hedge_plan (
    id TEXT PRIMARY KEY,
    created_at INTEGER NOT NULL,
    exit_date TEXT NOT NULL,
    record INTEGER NOT NULL REFERENCES identification_record
  ) STRICT, WITHOUT ROWID`,

  sql`CREATE TABLE hedge_leg (
    plan TEXT NOT NULL REFERENCES hedge_plan,
    id TEXT NOT NULL,
    number INTEGER NOT NULL,
    asset TEXT NOT NULL,
    contract TEXT NOT NULL,
    side TEXT NOT NULL,
    quantity TEXT NOT NULL,
    price TEXT NOT NULL,
    notional TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (plan, id)
  ) STRICT, WITHOUT ROWID`,

  // Lots and fills by their lasting names, not by reference: undoing an import and importing the same file again
  // leaves the links whole.
  sql`CREATE TABLE hedge_leg_lot (
    plan TEXT NOT NULL,
    leg TEXT NOT NULL,
    number INTEGER NOT NULL,
    lot TEXT NOT NULL,
    quantity TEXT NOT NULL,
    PRIMARY KEY (plan, leg, number),
    FOREIGN KEY (plan, leg) REFERENCES hedge_leg
  ) STRICT, WITHOUT ROWID`,

  sql`CREATE TABLE hedge_leg_fill (
    plan TEXT NOT NULL,
    leg TEXT NOT NULL,
    number INTEGER NOT NULL,
    event TEXT NOT NULL,
    PRIMARY KEY (plan, leg, number),
    FOREIGN KEY (plan, leg) REFERENCES hedge_leg
  ) STRICT, WITHOUT ROWID`,

  sql`CREATE TABLE plan_step (
    plan TEXT NOT NULL REFERENCES hedge_plan,
    id TEXT NOT NULL,
    number INTEGER NOT NULL,
    date TEXT NOT NULL,
    text TEXT NOT NULL,
    done_at INTEGER,
    PRIMARY KEY (plan, id)
  ) STRICT, WITHOUT ROWID`,
];

const guards = [
  sql`CREATE TRIGGER record_is_never_changed BEFORE UPDATE ON identification_record
    BEGIN SELECT RAISE(ABORT, 'identification records are only ever added to'); END`,
  sql`CREATE TRIGGER record_is_never_removed BEFORE DELETE ON identification_record
    BEGIN SELECT RAISE(ABORT, 'identification records are only ever added to'); END`,
];

/** Elections, hedge plans with their legs and steps, and the chain of identification records. */
export const hedgesAndRecords: LedgerMigration = {
  name: '0002-hedges-and-records',
  async up(transaction) {
    for (const statement of [...tables, ...guards]) await statement.execute(transaction);
  },
};
