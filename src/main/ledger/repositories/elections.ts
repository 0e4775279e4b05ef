/** Choices that law or practice leaves open. Every choice stays; the last of each counts, and each is on record. */
import type { Election, IdentificationRecord } from '../../../shared/domain/hedge.ts';
import { invariant } from '../../../shared/invariant.ts';
import { epochMs, instantFromEpochMs, toIso } from '../../../shared/time/instant.ts';
import type { Kysely } from 'kysely';
import type { Change } from '../database/change.ts';
import type { Fact } from '../database/content-sum.ts';
import type { LedgerSchema } from '../database/schema.ts';
import { canonicalJson } from './canonical-json.ts';
import { appendRecord } from './records.ts';

export async function readElections(db: Kysely<LedgerSchema>): Promise<readonly Election[]> {
  const versions = await db.selectFrom('election').selectAll().orderBy('version').execute();
  const latest = new Map(
    versions.map(({ id, value, made_at }) => [id, { id, value, madeAt: instantFromEpochMs(made_at) }]),
  );
  return [...latest.values()];
}

/** In: `keptElsewhere`, own books are said to show that it was made in time. */
export async function storeElection(
  change: Change,
  election: Election,
  keptElsewhere = false,
): Promise<IdentificationRecord> {
  const before = (await readElections(change.transaction)).find(({ id }) => id === election.id);
  if (before !== undefined) change.content.remove(electionFact(before));
  const { id, value, madeAt } = election;
  const { numInsertedOrUpdatedRows } = await change.transaction
    .insertInto('election')
    .values({ id, value, made_at: epochMs(madeAt) })
    .executeTakeFirstOrThrow();
  invariant(numInsertedOrUpdatedRows === 1n, 'one election is stored');
  change.content.add(electionFact(election));
  return appendRecord(change, {
    kind: 'election',
    body: canonicalJson({ election: id, value, ...(keptElsewhere ? { keptElsewhere } : {}) }),
    recordedAt: madeAt,
  });
}

export function electionFact({ id, value, madeAt }: Election): Fact {
  return ['election', id, value, toIso(madeAt)];
}
