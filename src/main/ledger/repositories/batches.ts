/** Imports of files: what each brought, and taking one back. */
import { type AccountId, accountId } from '../../../shared/domain/account.ts';
import { invariant } from '../../../shared/invariant.ts';
import { instantFromEpochMs } from '../../../shared/time/instant.ts';
import type Database from 'better-sqlite3-multiple-ciphers';
import type { Kysely, Selectable } from 'kysely';
import type { Batch, BatchId, ZoneFrom } from '../batch.ts';
import { refuse, type Change } from '../database/change.ts';
import type { LedgerFile } from '../database/ledger-file.ts';
import type { LedgerSchema } from '../database/schema.ts';
import { accountStatements } from './account-statements.ts';
import { removeCoverageOf } from './batch-coverage.ts';
import { batchId } from './batch-id.ts';
import { removeMarksOf } from './marks.ts';
import { removeEventsOf } from './remove-events.ts';
import { removeObservationsOf } from './observation-writer.ts';

export type BatchRecord = Selectable<LedgerSchema['batch']>;
type AccountLink = Pick<Selectable<LedgerSchema['batch_account']>, 'batch' | 'account'>;

export async function readBatches({ db, arriving }: LedgerFile): Promise<readonly Batch[]> {
  const end = arriving?.batch ?? Number.MAX_SAFE_INTEGER;
  const records = await db.selectFrom('batch').selectAll().where('id', '<', end).orderBy('id').execute();
  const links = await db.selectFrom('batch_account').selectAll().where('batch', '<', end).execute();
  return batchesOf(records, links);
}

export async function readBatchesOf(
  db: Kysely<LedgerSchema>,
  ids: readonly number[],
): Promise<readonly Batch[]> {
  const records = await db.selectFrom('batch').selectAll().where('id', 'in', ids).orderBy('id').execute();
  const links = await db.selectFrom('batch_account').selectAll().where('batch', 'in', ids).execute();
  return batchesOf(records, links);
}

function batchesOf(records: readonly BatchRecord[], links: readonly AccountLink[]): readonly Batch[] {
  const accounts = Map.groupBy(links, ({ batch }) => batch);
  return records.map((record) =>
    batchOf(record, (accounts.get(record.id) ?? []).map(({ account }) => accountId(account)).toSorted()),
  );
}

function batchOf(record: BatchRecord, accounts: readonly AccountId[]): Batch {
  return {
    id: batchId(record.id),
    accounts,
    zone: record.zone,
    zoneFrom: record.zone_from as ZoneFrom | null,
    file: record.file,
    fileHash: record.file_hash,
    format: record.format,
    account: accountId(record.account),
    importedAt: instantFromEpochMs(record.imported_at),
    skippedRows: record.skipped_rows,
    alreadyRows: record.already_rows,
    lines: record.lines,
    events: record.events,
    prices: record.prices,
    observations: record.observations,
    first: record.first_time === null ? null : instantFromEpochMs(record.first_time),
    last: record.last_time === null ? null : instantFromEpochMs(record.last_time),
  };
}

/**
 * Takes an import back, with the prices, market data and accounts that only it brought; rows that other files state, too,
 * become theirs. In: the change's own connection.
 * Errors: `ledger/no-such-batch`.
 */
export async function removeBatch(
  change: Change,
  database: Database.Database,
  id: BatchId,
): Promise<{ readonly removed: number }> {
  const { transaction, content } = change;
  const record = await findBatch(transaction, id);
  if (record === undefined) return refuse('ledger/no-such-batch', { batch: id });
  removeMarksOf(database, record.id, content);
  const observations = removeObservationsOf(database, record.id, content);
  const events = await removeEventsOf(database, record, content);
  removeCoverageOf(database, record.id);
  const statements = accountStatements(database);
  const accounts = statements.ofBatch(record.id);
  statements.remove(record.id);
  const batches = await transaction.deleteFrom('batch').where('id', '=', record.id).executeTakeFirst();
  invariant(batches.numDeletedRows === 1n, `batch ${id} is removed once`);
  statements.settle(accounts, content);
  return { removed: events + observations };
}

/** The batch with an id, in whatever form a caller sent the id. */
export async function findBatch(db: Kysely<LedgerSchema>, id: BatchId): Promise<BatchRecord | undefined> {
  const number = /^[1-9]\d{0,14}$/u.test(id) ? Number(id) : -1;
  return db.selectFrom('batch').selectAll().where('id', '=', number).executeTakeFirst();
}
