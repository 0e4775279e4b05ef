import { sql } from 'kysely';
import type { LedgerMigration } from './migration.ts';

const tables = [
  sql`CREATE TABLE meta (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    ledger TEXT NOT NULL,
    created_at INTEGER NOT NULL, -- times are milliseconds since 1970 UTC, everywhere
    sample_as_of TEXT -- the day that is "today" in a sample ledger
  ) STRICT`,

  // One line a change. content_hash says what the ledger holds, hash chains the lines.
  sql`CREATE TABLE journal (
    counter INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT`,

  sql`CREATE TABLE account (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    venue TEXT,
    country TEXT,
    by_import INTEGER NOT NULL CHECK (by_import IN (0, 1)) -- goes when the last import that names it is undone
  ) STRICT, WITHOUT ROWID`,

  // AUTOINCREMENT: the id of an undone import never comes back.
  sql`CREATE TABLE batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    format TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES account,
    imported_at INTEGER NOT NULL,
    skipped_rows INTEGER NOT NULL,
    already_rows INTEGER NOT NULL,
    events INTEGER NOT NULL,
    prices INTEGER NOT NULL,
    first_time INTEGER,
    last_time INTEGER,
    events_hash TEXT NOT NULL -- SHA-256 over its events, in their order
  ) STRICT`,

  sql`CREATE TABLE batch_account (
    batch INTEGER NOT NULL REFERENCES batch,
    account TEXT NOT NULL REFERENCES account,
    PRIMARY KEY (batch, account)
  ) STRICT, WITHOUT ROWID`,

  sql`CREATE TABLE event (
    position INTEGER PRIMARY KEY, -- in the order of storing
    id TEXT NOT NULL UNIQUE,
    time INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    kind TEXT NOT NULL,
    legs TEXT NOT NULL, -- JSON: [[account, asset, quantity, role, value?], …]; the view leg unfolds it
    fill_account TEXT,
    fill_contract TEXT,
    fill_side TEXT,
    fill_quantity TEXT,
    fill_price TEXT,
    fill_position_side TEXT,
    reason TEXT,
    contract TEXT,
    external_id TEXT,
    note TEXT,
    carried_cost_basis TEXT,
    carried_acquired INTEGER,
    replaces TEXT,
    line INTEGER NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 16), -- the first half of a SHA-256
    occurrence INTEGER NOT NULL,
    raw TEXT NOT NULL,
    batch INTEGER REFERENCES batch, -- NULL: typed by the user
    UNIQUE (row_hash, occurrence)
  ) STRICT`,

  sql`CREATE VIEW leg AS SELECT
    event.id AS event,
    leg.key AS number,
    leg.value ->> 0 AS account,
    leg.value ->> 1 AS asset,
    leg.value ->> 2 AS quantity,
    leg.value ->> 3 AS role,
    leg.value ->> 4 AS value
  FROM event, json_each(event.legs) AS leg`,

  sql`CREATE TABLE mark (
    of TEXT NOT NULL,
    time INTEGER NOT NULL,
    source TEXT NOT NULL,
    price TEXT NOT NULL,
    batch INTEGER REFERENCES batch,
    PRIMARY KEY (of, time, source)
  ) STRICT, WITHOUT ROWID`,

  sql`CREATE TABLE contract_override (
    contract TEXT PRIMARY KEY,
    saved_at INTEGER NOT NULL,
    document TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,

  // The last version counts; the ones before it stay.
  sql`CREATE TABLE profile_version (
    version INTEGER PRIMARY KEY,
    saved_at INTEGER NOT NULL,
    document TEXT NOT NULL
  ) STRICT`,

  sql`CREATE TABLE policy_version (
    version INTEGER PRIMARY KEY,
    saved_at INTEGER NOT NULL,
    document TEXT NOT NULL
  ) STRICT`,
];

const guards = [
  sql`CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END`,
  sql`CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END`,
];

/** Events with their files, prices, the journal, and what the user says of himself. */
export const firstSchema: LedgerMigration = {
  name: '0001-first-schema',
  async up(transaction) {
    for (const statement of [...tables, ...guards]) await statement.execute(transaction);
  },
};
