/** The content hash, computed from everything that is stored: what `Ledger.hash()` must be if nobody meddled. */
import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3-multiple-ciphers';
import type { Kysely } from 'kysely';
import { ContentSum } from '../database/content-sum.ts';
import type { LedgerFile } from '../database/ledger-file.ts';
import type { LedgerSchema } from '../database/schema.ts';
import { accountFact } from './accounts.ts';
import { correctionFact, readContractCorrections } from './contract-corrections.ts';
import { electionFact, readElections } from './elections.ts';
import { eventColumns, eventFact, type EventColumns } from './event-columns.ts';
import { keyedFact, readDocuments, type KeyedTable } from './keyed-document.ts';
import { markFact, marksInForce } from './marks.ts';
import { observationGroups } from './observation-reader.ts';
import { observationFact, rowInForce, seriesKeyOf } from './observation-rows.ts';
import { droppedFact, planFacts } from './plan-facts.ts';
import { readPlans } from './plan-reader.ts';
import { readRecords, recordFact } from './records.ts';
import { documentFact, readLatest, type VersionTable } from './versioned-document.ts';

/** Holds the connection throughout, so that no change comes in between. */
export async function recomputeHash(file: LedgerFile): Promise<string> {
  const leave = await file.enter();
  try {
    return await file.db.connection().execute((db) => hashOfAll(file.database, db));
  } finally {
    leave();
  }
}

/** In: a connection that nobody else uses meanwhile. */
export async function hashOfAll(database: Database.Database, db: Kysely<LedgerSchema>): Promise<string> {
  const content = new ContentSum();
  for (const account of await db.selectFrom('account').selectAll().execute())
    content.add(accountFact(account));
  for (const mark of marksInForce(database)) content.add(markFact(mark));
  for (const correction of await readContractCorrections(db)) content.add(correctionFact(correction));
  await addKeyed(db, content, 'own_contract');
  await addKeyed(db, content, 'setting');
  await addKeyed(db, content, 'row_decision');
  await addDocument(db, content, 'profile_version');
  await addDocument(db, content, 'policy_version');
  for (const election of await readElections(db)) content.add(electionFact(election));
  for (const { plan, dropped } of await readPlans(db)) {
    for (const fact of planFacts(plan)) content.add(fact);
    if (dropped !== null) content.add(droppedFact(plan.id, dropped));
  }
  for (const record of await readRecords(db)) content.add(recordFact(record));
  await addEvents(database, content);
  await addObservations(database, db, content);
  return content.hash();
}

async function addDocument(
  db: Kysely<LedgerSchema>,
  content: ContentSum,
  table: VersionTable,
): Promise<void> {
  const document = await readLatest(db, table);
  if (document !== undefined) content.add(documentFact(table, document));
}

async function addKeyed(db: Kysely<LedgerSchema>, content: ContentSum, table: KeyedTable): Promise<void> {
  for (const document of await readDocuments(db, table)) content.add(keyedFact(table, document));
}

async function addObservations(
  database: Database.Database,
  db: Kysely<LedgerSchema>,
  content: ContentSum,
): Promise<void> {
  for (const series of await db.selectFrom('observed_series').selectAll().execute()) {
    const key = seriesKeyOf(series);
    for await (const rows of observationGroups(database, series.id)) {
      const row = rowInForce(rows);
      if (row !== undefined) content.add(observationFact(key, row));
    }
  }
}

const pageSize = 5000;

type StoredRow = [format: string, position: number, ...EventColumns];

async function addEvents(database: Database.Database, content: ContentSum): Promise<void> {
  const page = database
    .prepare<[number], StoredRow>(
      `SELECT batch.format, position, ${eventColumns.map((column) => `event.${column}`).join(', ')}
       FROM event JOIN batch ON batch.id = event.batch
       WHERE position > ? AND occurrence >= 0 ORDER BY position LIMIT ${pageSize}`,
    )
    .raw();
  for (let after = 0; ; await setImmediate()) {
    const rows = page.all(after) as unknown as StoredRow[];
    for (const [format, , ...columns] of rows) content.add(eventFact(format, columns));
    const end = rows.at(-1);
    if (end === undefined || rows.length < pageSize) return;
    after = end[1];
  }
}
