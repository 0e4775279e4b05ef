/** Tables that hold one document under each key; a new one takes the place of the one before. */
import type { Kysely } from 'kysely';
import { invariant } from '../../../shared/invariant.ts';
import { epochMs, type Instant } from '../../../shared/time/instant.ts';
import type { Change } from '../database/change.ts';
import type { Fact } from '../database/content-sum.ts';
import type { LedgerSchema } from '../database/schema.ts';

/** A table with the columns key, saved_at, document; some call the key by what it names. */
export type KeyedTable = 'own_contract' | 'setting' | 'row_decision';

export interface KeyedDocument {
  readonly key: string;
  readonly document: string;
}

/** In the order of their keys. */
export async function readDocuments(
  db: Kysely<LedgerSchema>,
  table: KeyedTable,
): Promise<readonly KeyedDocument[]> {
  if (table === 'row_decision')
    return db.selectFrom('row_decision').select(['event as key', 'document']).orderBy('event').execute();
  return table === 'setting'
    ? db.selectFrom('setting').select(['key', 'document']).orderBy('key').execute()
    : db.selectFrom('own_contract').select(['contract as key', 'document']).orderBy('contract').execute();
}

export async function storeDocument(
  change: Change,
  table: KeyedTable,
  { key, document }: KeyedDocument,
  savedAt: Instant,
): Promise<void> {
  await removeDocument(change, table, key);
  const saved = { saved_at: epochMs(savedAt), document };
  const { numInsertedOrUpdatedRows } = await (
    table === 'setting'
      ? change.transaction.insertInto('setting').values({ key, ...saved })
      : table === 'row_decision'
        ? change.transaction.insertInto('row_decision').values({ event: key, ...saved })
        : change.transaction.insertInto('own_contract').values({ contract: key, ...saved })
  ).executeTakeFirstOrThrow();
  invariant(numInsertedOrUpdatedRows === 1n, `one document is stored in ${table}`);
  change.content.add(keyedFact(table, { key, document }));
}

/** Out: whether there was one. */
export async function removeDocument(
  { transaction, content }: Change,
  table: KeyedTable,
  key: string,
): Promise<boolean> {
  const removed = await (
    table === 'setting'
      ? transaction.deleteFrom('setting').where('key', '=', key)
      : table === 'row_decision'
        ? transaction.deleteFrom('row_decision').where('event', '=', key)
        : transaction.deleteFrom('own_contract').where('contract', '=', key)
  )
    .returning('document')
    .executeTakeFirst();
  if (removed === undefined) return false;
  content.remove(keyedFact(table, { key, document: removed.document }));
  return true;
}

export function keyedFact(table: KeyedTable, { key, document }: KeyedDocument): Fact {
  return [table, key, document];
}
