import { invariant } from '../../../shared/invariant.ts';
import { epochMs, type Instant } from '../../../shared/time/instant.ts';
import type { Kysely } from 'kysely';
import type { Change } from '../database/change.ts';
import type { Fact } from '../database/content-sum.ts';
import type { LedgerSchema } from '../database/schema.ts';

/** A table whose last line counts and whose lines before it stay. */
export type VersionTable = 'profile_version' | 'policy_version';

export async function readLatest(db: Kysely<LedgerSchema>, table: VersionTable): Promise<string | undefined> {
  const latest = await db
    .selectFrom(table)
    .select('document')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return latest?.document;
}

/** Only the version in force is a fact; the time of saving is history. */
export async function storeVersion(
  { transaction, content }: Change,
  table: VersionTable,
  document: string,
  savedAt: Instant,
): Promise<void> {
  const before = await readLatest(transaction, table);
  if (before !== undefined) content.remove(documentFact(table, before));
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto(table)
    .values({ saved_at: epochMs(savedAt), document })
    .executeTakeFirstOrThrow();
  invariant(numInsertedOrUpdatedRows === 1n, `one version is added to ${table}`);
  content.add(documentFact(table, document));
}

export function documentFact(table: VersionTable, document: string): Fact {
  return [table, document];
}
