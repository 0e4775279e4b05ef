/** Prices with their time and source. Every file remembers which it states; one thing has one price in force at one time. */
import type Database from 'better-sqlite3-multiple-ciphers';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { PriceMark } from '../../../shared/domain/price-mark.ts';
import { invariant } from '../../../shared/invariant.ts';
import { toText } from '../../../shared/num/format.ts';
import { price as priceOf } from '../../../shared/num/parse.ts';
import { epochMs, instantFromEpochMs } from '../../../shared/time/instant.ts';
import type { Selectable } from 'kysely';
import type { ContentSum, Fact } from '../database/content-sum.ts';
import type { LedgerFile } from '../database/ledger-file.ts';
import type { LedgerSchema } from '../database/schema.ts';
import { inForce, isBetter, type Statement, statesTheSame, TYPED } from './in-force.ts';

type MarkRecord = Selectable<LedgerSchema['mark']>;
type MarkStatement = MarkRecord & Statement;

/** What became of a price. */
export interface StoredMark {
  /** Whether nothing stated it before. */
  readonly isNew: boolean;
  /** Whether the file, or the user, states one thing more than before. */
  readonly isAdded: boolean;
  /** What the ledger has for the same thing and time, where it differs. */
  readonly other: PriceMark | null;
}

export interface MarkWriter {
  store(mark: PriceMark, batch: number, content: ContentSum): StoredMark;
}

/** Those in force, oldest first. */
export async function readMarks({ database, arriving }: LedgerFile): Promise<readonly PriceMark[]> {
  const end = arriving?.batch ?? Number.MAX_SAFE_INTEGER;
  return [...marksInForce(database, end)].map(markOf);
}

/** In: the batch from which on nothing counts. */
export function* marksInForce(
  database: Database.Database,
  end = Number.MAX_SAFE_INTEGER,
): Generator<MarkStatement> {
  const rows = database
    .prepare<[number], MarkRecord>('SELECT * FROM mark WHERE batch < ? ORDER BY time, of, batch')
    .all(end);
  let stated: MarkStatement[] = [];
  for (const row of rows) {
    const [first] = stated;
    if (first !== undefined && (first.of !== row.of || first.time !== row.time)) {
      yield inForce(stated);
      stated = [];
    }
    stated.push(statementOf(row));
  }
  if (stated.length > 0) yield inForce(stated);
}

/** Prices that the user typed or confirmed: they count before what files state. Out: how many were new or different. */
export function storeTypedMarks(
  database: Database.Database,
  content: ContentSum,
  marks: readonly PriceMark[],
): number {
  const writer = markWriter(database);
  return marks.filter((mark) => {
    const { isNew, isAdded } = writer.store(mark, TYPED, content);
    return isNew || isAdded;
  }).length;
}

export function markWriter(database: Database.Database): MarkWriter {
  const sameTime = sameTimeIn(database);
  const insert = database.prepare<unknown[]>(
    `INSERT INTO mark (of, time, batch, price, source) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET price = excluded.price, source = excluded.source`,
  );
  return {
    store({ of, time, price, source }, batch, content) {
      const row = statementOf({ of, time: epochMs(time), batch, price: toText(price), source });
      const there = sameTime(row.of, row.time);
      const own = there.find((one) => one.batch === batch);
      const isNew = !there.some((one) => statesTheSame(one, row));
      const differing = there.filter((one) => !statesTheSame(one, row));
      const other = differing.length === 0 ? null : markOf(inForce(differing));
      if (own !== undefined && (statesTheSame(own, row) || (batch !== TYPED && !isBetter(row, own))))
        return { isNew: false, isAdded: false, other };
      turn(content, there, [...there.filter((one) => one !== own), row]);
      invariant(insert.run(of, row.time, batch, row.price, source).changes === 1, 'one price is stored');
      return { isNew, isAdded: own === undefined, other };
    },
  };
}

/** Prices that only an import states go with it. */
export function removeMarksOf(database: Database.Database, batch: number, content: ContentSum): void {
  const rows = database.prepare<[number], MarkRecord>('SELECT * FROM mark WHERE batch = ?').all(batch);
  const sameTime = sameTimeIn(database);
  for (const row of rows) {
    const there = sameTime(row.of, row.time);
    turn(
      content,
      there,
      there.filter((one) => one.batch !== batch),
    );
  }
  database.prepare<[number]>('DELETE FROM mark WHERE batch = ?').run(batch);
}

/** Where a price stands is no fact. */
export function markFact({ of, time, price, source, batch }: MarkRecord): Fact {
  return ['mark', of, time, price, batch === TYPED ? source : null];
}

function turn(content: ContentSum, before: readonly MarkStatement[], after: readonly MarkStatement[]): void {
  if (before.length > 0) content.remove(markFact(inForce(before)));
  if (after.length > 0) content.add(markFact(inForce(after)));
}

function sameTimeIn(database: Database.Database): (of: string, time: number) => MarkStatement[] {
  const same = database.prepare<[string, number], MarkRecord>('SELECT * FROM mark WHERE of = ? AND time = ?');
  return (of, time) => same.all(of, time).map(statementOf);
}

function statementOf(row: MarkRecord): MarkStatement {
  return { ...row, value: row.price, hours: null };
}

function markOf({ of, time, price, source }: MarkRecord): PriceMark {
  return { of: of as AssetId, time: instantFromEpochMs(time), price: priceOf(price), source };
}
