import { sql, type Transaction } from 'kysely';
import { invariant } from '../../../shared/invariant.ts';
import { ContentSum, type Fact, nothingStated } from '../database/content-sum.ts';
import { lineHash } from '../database/journal.ts';
import type { LedgerMigration } from './migration.ts';

/** What a row states of its event, as the content hash counts it from here on. */
const stated = `time, kind, legs, fill_account, fill_contract, fill_side, fill_quantity, fill_price, fill_position_side,
  reason, contract, external_id, note, carried_cost_basis, carried_acquired, replaces, part, opened`;

const statements = [
  sql`DROP VIEW leg`,
  // A row is known again by its text in the file, and by what it states in normal form.
  sql`CREATE TABLE event_by_text (
    position INTEGER PRIMARY KEY, -- in the order of storing
    id TEXT GENERATED ALWAYS AS (lower(hex(row_hash)) || '-' || occurrence) VIRTUAL,
    time INTEGER NOT NULL,
    sequence INTEGER NOT NULL, -- order within one instant, from what the event states
    kind TEXT NOT NULL,
    legs TEXT NOT NULL, -- JSON: [[account, asset, quantity, role, value?, balance after?], …]; the view leg unfolds it
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
    part TEXT, -- JSON: [assembly, group, operation]; NULL: the row is a whole event
    opened INTEGER, -- when a closed position was opened
    line INTEGER NOT NULL,
    row_hash BLOB NOT NULL CHECK (length(row_hash) = 16), -- of what the row states: the first half of a SHA-256
    occurrence INTEGER NOT NULL, -- among rows that state the same; below 0: another wording of rows that count
    text_hash BLOB CHECK (length(text_hash) = 16), -- of the row's text; NULL: stored by a program that kept none
    text_occurrence INTEGER NOT NULL, -- among rows of the same text
    raw TEXT NOT NULL,
    batch INTEGER REFERENCES batch, -- NULL: typed by the user
    UNIQUE (row_hash, occurrence),
    UNIQUE (text_hash, text_occurrence)
  ) STRICT`,
  sql`INSERT INTO event_by_text
      (position, sequence, ${sql.raw(stated)}, line, row_hash, occurrence, text_occurrence, raw, batch)
    SELECT position, sequence, ${sql.raw(stated)}, line, row_hash, occurrence, occurrence, raw, batch FROM event`,
  sql`DROP TABLE event`,
  sql`ALTER TABLE event_by_text RENAME TO event`,
  sql`CREATE VIEW leg AS SELECT
    event.id AS event,
    leg.key AS number,
    leg.value ->> 0 AS account,
    leg.value ->> 1 AS asset,
    leg.value ->> 2 AS quantity,
    leg.value ->> 3 AS role,
    leg.value ->> 4 AS value,
    leg.value ->> 5 AS balance_after
  FROM event, json_each(event.legs) AS leg
  WHERE event.occurrence >= 0`,

  // Rows that a file states and another file brought before it: the undo of the other leaves them.
  sql`CREATE TABLE batch_repeat (
    event INTEGER NOT NULL, -- its position
    batch INTEGER NOT NULL REFERENCES batch,
    line INTEGER NOT NULL, -- in the batch's file
    PRIMARY KEY (event, batch)
  ) STRICT, WITHOUT ROWID`,
  sql`CREATE INDEX batch_repeat_of_batch ON batch_repeat (batch)`,

  // Rows that files word in several ways: which wording counts is found anew when a file comes or goes.
  sql`CREATE TABLE worded_row (row_hash BLOB PRIMARY KEY) STRICT, WITHOUT ROWID`,

  // What the user decided about single rows, against the rules.
  sql`CREATE TABLE row_decision (
    event TEXT PRIMARY KEY,
    saved_at INTEGER NOT NULL,
    document TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,

  sql`ALTER TABLE batch ADD COLUMN lines /* JSON: what became of each line of the file; NULL: not counted then */ TEXT`,
];

interface BatchLine {
  readonly id: number;
  readonly file: string;
  readonly file_hash: string;
  readonly format: string;
  readonly account: string;
  readonly events: number;
  readonly events_hash: string;
}

interface LastLine {
  readonly counter: number;
  readonly content_hash: string;
  readonly recorded_at: number;
  readonly hash: string;
}

/**
 * Rows are known again by their text, too; files remember the rows that were there before them. The content hash counts
 * events one by one from here on, not files: whatever files state them, in whatever order.
 */
export const rowsByText: LedgerMigration = {
  name: '0007-rows-by-text',
  async up(transaction) {
    for (const statement of statements) await statement.execute(transaction);
    const batches = await sql<BatchLine>`SELECT * FROM batch ORDER BY id`.execute(transaction);
    const isEmpty = (await sql`SELECT 1 FROM observation LIMIT 1`.execute(transaction)).rows.length === 0;
    if (batches.rows.length > 0 || !isEmpty) await countAnew(transaction, batches.rows);
  },
};

async function countAnew(transaction: Transaction<unknown>, batches: readonly BatchLine[]): Promise<void> {
  const { rows } = await sql<LastLine>`SELECT * FROM journal ORDER BY counter DESC LIMIT 1`.execute(
    transaction,
  );
  const [last] = rows;
  invariant(last !== undefined, 'a ledger with imports has a journal');
  const content = new ContentSum(last.content_hash);
  for (const batch of batches) {
    const { id, file, file_hash, format, account, events, events_hash } = batch;
    content.remove(['batch', file, file_hash, format, account, events, events_hash]);
    const sum = await sumOf(transaction, id, format);
    content.addAll(sum);
    await sql`UPDATE batch SET events_hash = ${sum.hash()} WHERE id = ${id}`.execute(transaction);
  }
  await countObservationsAnew(transaction, content);
  const counter = last.counter + 1;
  const hash = lineHash(counter, { kind: 'upgrade', subject: rowsByText.name }, content.hash(), last.hash);
  await sql`INSERT INTO journal (counter, kind, subject, recorded_at, content_hash, hash)
    VALUES (${counter}, 'upgrade', ${rowsByText.name}, ${last.recorded_at}, ${content.hash()}, ${hash})`.execute(
    transaction,
  );
}

interface ObservationLine {
  readonly measure: string;
  readonly of: string;
  readonly level: string;
  readonly time: number;
  readonly batch: number;
  readonly value: string;
  readonly hours: number | null;
  readonly line: number | null;
  readonly source: string | null;
  /** Whether it counts: what was typed, else what the latest import states. */
  readonly counts: 0 | 1;
}

/** In which line market data stand is no fact any more. */
async function countObservationsAnew(transaction: Transaction<unknown>, content: ContentSum): Promise<void> {
  const { rows } = await sql<ObservationLine>`SELECT s.measure, s.of, s.level, o.*,
      row_number() OVER (PARTITION BY o.series, o.time ORDER BY o.batch = 0 DESC, o.batch DESC) = 1 AS counts
    FROM observation o JOIN observed_series s ON s.id = o.series`.execute(transaction);
  for (const { measure, of, level, time, value, hours, line, source, counts } of rows) {
    const kind = counts === 1 ? 'observation' : 'observation-below';
    content.remove([kind, measure, of, level, time, value, hours, line, source]);
    content.add([kind, measure, of, level, time, value, hours, source]);
  }
}

const pageSize = 5000;

async function sumOf(transaction: Transaction<unknown>, batch: number, format: string): Promise<ContentSum> {
  const sum = new ContentSum(nothingStated);
  for (let after = 0; ;) {
    const { rows } = await sql<Record<string, string | number | null>>`SELECT position, id, ${sql.raw(stated)}
      FROM event WHERE batch = ${batch} AND position > ${after} ORDER BY position LIMIT ${pageSize}`.execute(
      transaction,
    );
    for (const { position: _, ...row } of rows) sum.add(['event', format, ...Object.values(row)] as Fact);
    const end = rows.at(-1);
    if (end === undefined || rows.length < pageSize) return sum;
    after = Number(end['position']);
  }
}
