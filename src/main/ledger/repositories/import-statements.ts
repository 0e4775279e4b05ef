import type Database from 'better-sqlite3-multiple-ciphers';
import type { Account } from '../../../shared/domain/account.ts';
import type { PriceMark } from '../../../shared/domain/price-mark.ts';
import { invariant } from '../../../shared/invariant.ts';
import { epochMs } from '../../../shared/time/instant.ts';
import type { NewBatch } from '../batch.ts';
import type { ContentSum } from '../database/content-sum.ts';
import { accountFact } from './accounts.ts';
import { batchFact, type BatchRecord } from './batches.ts';
import { factColumns, type FactColumns } from './event-columns.ts';
import { markFact, markRecord } from './marks.ts';
import { observationWriter, type ObservationWriter } from './observation-writer.ts';

/** The writes of an import, prepared: past Kysely, because there are very many, and synchronous. */
export interface ImportStatements {
  knownAccounts(): string[];
  insertAccount(account: Account, content: ContentSum): void;
  insertBatch(batch: NewBatch): number;
  /** What stores one event of the batch. */
  eventInsert(batch: number): InsertEvent;
  /** False where the price is known already. */
  insertMark(mark: PriceMark, batch: number, content: ContentSum): boolean;
  /** Prepared for the first file of market data. */
  observations(): ObservationWriter;
  finishBatch(batch: FinishedBatch, content: ContentSum): BatchRecord;
}

export type InsertEvent = (columns: FactColumns, raw: string) => void;

/** What a batch turned out to hold. */
export interface FinishedBatch {
  readonly id: number;
  readonly events: number;
  readonly prices: number;
  readonly observations: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly eventsHash: string;
  readonly accounts: Iterable<string>;
}

export function importStatements(database: Database.Database): ImportStatements {
  const accounts = database.prepare<[], string>('SELECT id FROM account').pluck();
  const account = database.prepare<unknown[]>(
    'INSERT INTO account (id, name, kind, venue, country, by_import) VALUES (?, ?, ?, ?, ?, 1)',
  );
  const batch = database.prepare<unknown[]>(
    `INSERT INTO batch (file, file_hash, format, account, imported_at, skipped_rows, already_rows, events, prices, events_hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, '')`,
  );
  const mark = database.prepare<unknown[]>(
    'INSERT INTO mark (of, time, source, price, batch) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  let observations: ObservationWriter | undefined;
  return {
    knownAccounts: () => accounts.all(),
    insertAccount({ id, name, kind, venue, country }, content) {
      expectOne(account.run(id, name, kind, venue, country));
      content.add(accountFact({ id, name, kind, venue, country }));
    },
    insertBatch({ file, fileHash, format, account: owner, importedAt, skippedRows, alreadyRows }) {
      const result = batch.run(file, fileHash, format, owner, epochMs(importedAt), skippedRows, alreadyRows);
      expectOne(result);
      return Number(result.lastInsertRowid);
    },
    eventInsert: (id) => eventInsert(database, id),
    insertMark(priceMark, id, content) {
      const { of, time, source, price } = markRecord(priceMark, id);
      const isNew = mark.run(of, time, source, price, id).changes === 1;
      if (isNew) content.add(markFact({ of, time, source, price }));
      return isNew;
    },
    observations: () => (observations ??= observationWriter(database)),
    finishBatch: (finished, content) => finishBatch(database, finished, content),
  };
}

function eventInsert(database: Database.Database, batch: number): InsertEvent {
  const values = factColumns.map((column) => (column === 'row_hash' ? 'unhex(?)' : '?'));
  const insert = database.prepare<[FactColumns, string]>(
    `INSERT INTO event (${factColumns.join(', ')}, raw, batch) VALUES (${values.join(', ')}, ?, ${batch})`,
  );
  return (columns, raw) => expectOne(insert.run(columns, raw));
}

function finishBatch(database: Database.Database, batch: FinishedBatch, content: ContentSum): BatchRecord {
  const link = database.prepare<unknown[]>('INSERT INTO batch_account (batch, account) VALUES (?, ?)');
  for (const account of batch.accounts) expectOne(link.run(batch.id, account));
  const { id, events, prices, observations, first, last, eventsHash } = batch;
  if (observations > 0)
    expectOne(
      database
        .prepare<[number, number]>('UPDATE batch SET observations = ? WHERE id = ?')
        .run(observations, id),
    );
  const record = database
    .prepare<unknown[], BatchRecord>(
      `UPDATE batch SET events = ?, prices = ?, first_time = ?, last_time = ?, events_hash = ? WHERE id = ? RETURNING *`,
    )
    .get(events, prices, first, last, eventsHash, id);
  invariant(record !== undefined, `batch ${id} is there to be finished`);
  content.add(batchFact(record));
  return record;
}

function expectOne({ changes }: Database.RunResult): void {
  invariant(changes === 1, 'one row is stored');
}
