/**
 * Identification records: what was identified, and when. Each carries the hash of the one before it, so that none can
 * be changed, left out or put in between later without breaking the chain; SQL itself refuses UPDATE and DELETE.
 */
import { createHash } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { IdentificationRecord } from '../../../shared/domain/hedge.ts';
import { invariant } from '../../../shared/invariant.ts';
import { epochMs, instantFromEpochMs, toIso } from '../../../shared/time/instant.ts';
import { refuse, type Change } from '../database/change.ts';
import { beforeFirst } from '../database/journal.ts';
import type { Fact } from '../database/content-sum.ts';
import type { LedgerSchema } from '../database/schema.ts';
import type { NewRecord, RecordsCheck } from '../ledger.ts';

export async function readRecords(db: Kysely<LedgerSchema>): Promise<readonly IdentificationRecord[]> {
  const records = await db.selectFrom('identification_record').selectAll().orderBy('sequence').execute();
  return records.map(recordOf);
}

/** Adds a record at the end of the chain. Errors: `ledger/record-before-last`. */
export async function appendRecord(change: Change, record: NewRecord): Promise<IdentificationRecord> {
  const last = await change.transaction
    .selectFrom('identification_record')
    .select(['sequence', 'hash', 'recorded_at'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last !== undefined && epochMs(record.recordedAt) < last.recorded_at)
    refuse('ledger/record-before-last', { last: toIso(instantFromEpochMs(last.recorded_at)) });
  const linked = linkRecord(record, (last?.sequence ?? 0) + 1, last?.hash ?? beforeFirst);
  const { numInsertedOrUpdatedRows } = await change.transaction
    .insertInto('identification_record')
    .values({
      sequence: linked.sequence,
      recorded_at: epochMs(linked.recordedAt),
      kind: linked.kind,
      body: linked.body,
      previous_hash: linked.previousHash,
      hash: linked.hash,
    })
    .executeTakeFirstOrThrow();
  invariant(numInsertedOrUpdatedRows === 1n, 'one record is added');
  change.content.add(recordFact(linked));
  return linked;
}

/** Computes the chain anew, from the first record on. */
export async function verifyRecords(db: Kysely<LedgerSchema>): Promise<RecordsCheck> {
  let previousHash = beforeFirst;
  let sequence = 1;
  for (const record of await readRecords(db)) {
    const expected = linkRecord(record, sequence, previousHash);
    if (
      record.sequence !== sequence ||
      record.previousHash !== previousHash ||
      record.hash !== expected.hash
    ) {
      return { intact: false, brokenAt: record.sequence };
    }
    previousHash = record.hash;
    sequence += 1;
  }
  return { intact: true, brokenAt: null };
}

export function recordFact(record: IdentificationRecord): Fact {
  const { sequence, recordedAt, kind, body, previousHash, hash } = record;
  return ['record', sequence, toIso(recordedAt), kind, body, previousHash, hash];
}

export function recordOf(record: Selectable<LedgerSchema['identification_record']>): IdentificationRecord {
  return {
    sequence: record.sequence,
    recordedAt: instantFromEpochMs(record.recorded_at),
    kind: record.kind as IdentificationRecord['kind'],
    body: record.body,
    previousHash: record.previous_hash,
    hash: record.hash,
  };
}

/** A record with its place in the chain and its hash. */
export function linkRecord(
  { kind, body, recordedAt }: NewRecord,
  sequence: number,
  previousHash: string,
): IdentificationRecord {
  const text = JSON.stringify([sequence, toIso(recordedAt), kind, body, previousHash]);
  const hash = createHash('sha256').update(text).digest('hex');
  return { sequence, recordedAt, kind, body, previousHash, hash };
}
