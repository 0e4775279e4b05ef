/** Prices with their time and source. One thing, time and source has one price. */
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { PriceMark } from '../../../shared/domain/price-mark.ts';
import { invariant } from '../../../shared/invariant.ts';
import { toText } from '../../../shared/num/format.ts';
import { price } from '../../../shared/num/parse.ts';
import { epochMs, instantFromEpochMs } from '../../../shared/time/instant.ts';
import type { Selectable } from 'kysely';
import type { Change } from '../database/change.ts';
import type { Fact } from '../database/content-sum.ts';
import type { LedgerFile } from '../database/ledger-file.ts';
import type { LedgerSchema } from '../database/schema.ts';

type MarkRecord = Selectable<LedgerSchema['mark']>;

export async function readMarks({ db, arriving }: LedgerFile): Promise<readonly PriceMark[]> {
  const records = await db
    .selectFrom('mark')
    .selectAll()
    .orderBy('time')
    .orderBy('of')
    .orderBy('source')
    .execute();
  const end = arriving?.batch ?? Number.MAX_SAFE_INTEGER;
  const there = records.filter(({ batch }) => batch === null || batch < end);
  return there.map((record) => ({
    of: record.of as AssetId,
    time: instantFromEpochMs(record.time),
    price: price(record.price),
    source: record.source,
  }));
}

/** Prices that the user typed or confirmed. Out: how many were new or different. */
export async function storeMarks(change: Change, marks: readonly PriceMark[]): Promise<number> {
  let stored = 0;
  for (const mark of marks) stored += (await storeMark(change, markRecord(mark, null))) ? 1 : 0;
  return stored;
}

/** Prices that an import brought go with it. */
export async function removeMarksOf(change: Change, batch: number, expected: number): Promise<void> {
  const removed = await change.transaction
    .deleteFrom('mark')
    .where('batch', '=', batch)
    .returningAll()
    .execute();
  invariant(removed.length <= expected, `batch ${batch} holds no more prices than it was stored with`);
  for (const record of removed) change.content.remove(markFact(record));
}

export function markRecord(mark: PriceMark, batch: number | null): MarkRecord {
  return { of: mark.of, time: epochMs(mark.time), source: mark.source, price: toText(mark.price), batch };
}

export function markFact(mark: Omit<MarkRecord, 'batch'>): Fact {
  return ['mark', mark.of, mark.time, mark.source, mark.price];
}

async function storeMark({ transaction, content }: Change, record: MarkRecord): Promise<boolean> {
  const before = await transaction
    .selectFrom('mark')
    .selectAll()
    .where('of', '=', record.of)
    .where('time', '=', record.time)
    .where('source', '=', record.source)
    .executeTakeFirst();
  if (before?.price === record.price) return false;
  if (before !== undefined) content.remove(markFact(before));
  // What the user has corrected is the user's: it stays when the import that brought it first is undone.
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('mark')
    .values(record)
    .onConflict((conflict) =>
      conflict.columns(['of', 'time', 'source']).doUpdateSet({ price: record.price, batch: null }),
    )
    .executeTakeFirstOrThrow();
  invariant(numInsertedOrUpdatedRows === 1n, 'one price is stored');
  content.add(markFact(record));
  return true;
}
