import { sql, type RawBuilder, type Transaction } from 'kysely';
import type { IdentificationRecord } from '../../../shared/domain/hedge.ts';
import { invariant } from '../../../shared/invariant.ts';
import { epochMs, instantFromEpochMs, toIso } from '../../../shared/time/instant.ts';
import { ContentSum } from '../database/content-sum.ts';
import { beforeFirst, lineHash } from '../database/journal.ts';
import { linkRecord, recordFact } from '../repositories/records.ts';
import type { LedgerMigration } from './migration.ts';

interface ProfileVersion {
  readonly saved_at: number;
  readonly document: string;
}

interface LastRecord {
  readonly sequence: number;
  readonly recorded_at: number;
  readonly hash: string;
}

interface LastLine {
  readonly counter: number;
  readonly content_hash: string;
  readonly hash: string;
}

/**
 * The lot method was a field of the profile that counted for all years. Now it is what the standing orders say: every
 * change of it becomes an order from the time at which that profile was saved. Stored profiles stay as they are.
 * It reads and writes in SQL of its own: what repositories do may change with later schemas.
 */
export const methodsAsOrders: LedgerMigration = {
  name: '0004-methods-as-orders',
  async up(transaction) {
    const { rows } =
      await sql<ProfileVersion>`SELECT saved_at, document FROM profile_version ORDER BY version`.execute(
        transaction,
      );
    let method = 'fifo'; // what the law takes before the first order
    for (const { saved_at: savedAt, document } of rows) {
      const { lotMethod = 'fifo' } = JSON.parse(document) as { readonly lotMethod?: string };
      if (lotMethod !== method) await appendOrder(transaction, lotMethod, savedAt);
      method = lotMethod;
    }
  },
};

/** A record at the end of the chain, and the line of the journal that says so. */
async function appendOrder(
  transaction: Transaction<unknown>,
  method: string,
  savedAt: number,
): Promise<void> {
  const from = toIso(instantFromEpochMs(savedAt));
  const body = JSON.stringify({
    account: null,
    from,
    keptElsewhere: false,
    method,
    savedInProfile: true,
    toldBroker: false,
  });
  const last = await lastOf<LastRecord>(
    transaction,
    sql`SELECT sequence, recorded_at, hash FROM identification_record ORDER BY sequence DESC LIMIT 1`,
  );
  // A clock that was set back must not keep the ledger shut.
  const recordedAt = Math.max(Date.now(), last?.recorded_at ?? 0);
  const record = linkRecord(
    { kind: 'standing-lot-order', body, recordedAt: instantFromEpochMs(recordedAt) },
    (last?.sequence ?? 0) + 1,
    last?.hash ?? beforeFirst,
  );
  await sql`INSERT INTO identification_record (sequence, recorded_at, kind, body, previous_hash, hash)
    VALUES (${record.sequence}, ${recordedAt}, ${record.kind}, ${body}, ${record.previousHash}, ${record.hash})`.execute(
    transaction,
  );
  await journal(transaction, record);
}

async function journal(transaction: Transaction<unknown>, record: IdentificationRecord): Promise<void> {
  const last = await lastOf<LastLine>(
    transaction,
    sql`SELECT counter, content_hash, hash FROM journal ORDER BY counter DESC LIMIT 1`,
  );
  invariant(last !== undefined, 'a ledger with a profile has a journal');
  const content = new ContentSum(last.content_hash);
  content.add(recordFact(record));
  const entry = { kind: 'record', subject: record.kind, at: record.recordedAt } as const;
  const counter = last.counter + 1;
  const contentHash = content.hash();
  const hash = lineHash(counter, entry, contentHash, last.hash);
  await sql`INSERT INTO journal (counter, kind, subject, recorded_at, content_hash, hash)
    VALUES (${counter}, ${entry.kind}, ${entry.subject}, ${epochMs(entry.at)}, ${contentHash}, ${hash})`.execute(
    transaction,
  );
}

async function lastOf<Row>(
  transaction: Transaction<unknown>,
  query: RawBuilder<unknown>,
): Promise<Row | undefined> {
  const { rows } = await query.execute(transaction);
  return rows[0] as Row | undefined;
}
