import { sql, type Transaction } from 'kysely';
import { invariant } from '../../../shared/invariant.ts';
import { quantity } from '../../../shared/num/parse.ts';
import { ContentSum, type Fact } from '../database/content-sum.ts';
import { lineHash } from '../database/journal.ts';
import type { LedgerMigration } from './migration.ts';

const statements = [
  sql`ALTER TABLE batch ADD COLUMN layout /* of its rows: header and what they share; NULL: not kept then */ TEXT`,
  sql`ALTER TABLE batch ADD COLUMN download /* names what the file is one part of; NULL: it is whole */ TEXT`,
  sql`ALTER TABLE batch ADD COLUMN part /* which part */ INTEGER`,
  sql`ALTER TABLE batch ADD COLUMN zone /* in which times without one were read; NULL: not kept then */ TEXT`,
  sql`CREATE INDEX batch_of_download ON batch (download) WHERE download IS NOT NULL`,
];

const markTable = sql`CREATE TABLE mark (
  of TEXT NOT NULL,
  time INTEGER NOT NULL,
  batch INTEGER NOT NULL, -- the file that states it; 0: typed
  price TEXT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (of, time, batch)
) STRICT, WITHOUT ROWID`;

interface Statement {
  /** 0: typed. */
  readonly batch: number;
  readonly value: string;
  readonly hours: number | null;
}

interface OldMark {
  readonly of: string;
  readonly time: number;
  readonly source: string;
  readonly price: string;
  readonly batch: number | null;
}

interface OldObservation extends Statement {
  readonly series: number;
  readonly measure: string;
  readonly of: string;
  readonly level: string;
  readonly time: number;
  readonly source: string | null;
}

interface LastLine {
  readonly counter: number;
  readonly content_hash: string;
  readonly recorded_at: number;
  readonly hash: string;
}

/**
 * Every file remembers the prices and the market data that it states, whatever stated them before. The content hash
 * counts those in force, which no longer depends on the order of files, nor on their names.
 */
export const filesKnowTheirRows: LedgerMigration = {
  name: '0008-files-know-their-rows',
  async up(transaction) {
    for (const statement of statements) await statement.execute(transaction);
    const changes: Changes = { gone: [], come: [] };
    await marksAnew(transaction, changes);
    await observationsAnew(transaction, changes);
    if (changes.gone.length + changes.come.length > 0) await journal(transaction, changes);
  },
};

interface Changes {
  readonly gone: Fact[];
  readonly come: Fact[];
}

async function marksAnew(transaction: Transaction<unknown>, { gone, come }: Changes): Promise<void> {
  const { rows } = await sql<OldMark>`SELECT * FROM mark`.execute(transaction);
  await sql`DROP TABLE mark`.execute(transaction);
  await markTable.execute(transaction);
  for (const { of, time, source, price } of rows) gone.push(['mark', of, time, source, price]);
  const kept = rows.map((row) => ({ ...row, batch: row.batch ?? 0, value: row.price, hours: null }));
  for (const stated of Map.groupBy(kept, ({ of, time, batch }) => `${of} ${time} ${batch}`).values()) {
    const { of, time, batch, price, source } = inForce(stated);
    await sql`INSERT INTO mark (of, time, batch, price, source)
      VALUES (${of}, ${time}, ${batch}, ${price}, ${source})`.execute(transaction);
  }
  for (const stated of Map.groupBy(kept, ({ of, time }) => `${of} ${time}`).values()) {
    const { of, time, price, source, batch } = inForce(stated);
    come.push(['mark', of, time, price, batch === 0 ? source : null]);
  }
}

/** Only where several states one time: the rest counts as it did. */
async function observationsAnew(transaction: Transaction<unknown>, { gone, come }: Changes): Promise<void> {
  const { rows } = await sql<OldObservation>`SELECT s.measure, s.of, s.level, o.*
    FROM (SELECT *, count(*) OVER (PARTITION BY series, time) AS several FROM observation) o
    JOIN observed_series s ON s.id = o.series WHERE o.several > 1`.execute(transaction);
  for (const stated of Map.groupBy(rows, ({ series, time }) => `${series} ${time}`).values()) {
    const counted =
      stated.find(({ batch }) => batch === 0) ?? stated.toSorted((a, b) => b.batch - a.batch)[0];
    for (const one of stated)
      gone.push([one === counted ? 'observation' : 'observation-below', ...valuesOf(one)]);
    come.push(['observation', ...valuesOf(inForce(stated))]);
  }
}

function valuesOf({
  measure,
  of,
  level,
  time,
  value,
  hours,
  source,
}: OldObservation): (string | number | null)[] {
  return [measure, of, level, time, value, hours, source];
}

async function journal(transaction: Transaction<unknown>, { gone, come }: Changes): Promise<void> {
  const { rows } = await sql<LastLine>`SELECT * FROM journal ORDER BY counter DESC LIMIT 1`.execute(
    transaction,
  );
  const [last] = rows;
  invariant(last !== undefined, 'a ledger with prices has a journal');
  const content = new ContentSum(last.content_hash);
  for (const fact of gone) content.remove(fact);
  for (const fact of come) content.add(fact);
  const counter = last.counter + 1;
  const { name } = filesKnowTheirRows;
  const hash = lineHash(counter, { kind: 'upgrade', subject: name }, content.hash(), last.hash);
  await sql`INSERT INTO journal (counter, kind, subject, recorded_at, content_hash, hash)
    VALUES (${counter}, 'upgrade', ${name}, ${last.recorded_at}, ${content.hash()}, ${hash})`.execute(
    transaction,
  );
}

/** The rule of `in-force.ts` as it is in this version: what a migration wrote once must stay what it was. */
function inForce<One extends Statement>(stated: Iterable<One>): One {
  return [...stated].reduce((best, one) => (compare(one, best) < 0 ? one : best));
}

function compare(a: Statement, b: Statement): number {
  if ((a.batch === 0) !== (b.batch === 0)) return a.batch === 0 ? -1 : 1;
  return (
    (a.hours ?? 0) - (b.hours ?? 0) ||
    digits(b.value) - digits(a.value) ||
    larger(a.value, b.value) ||
    a.batch - b.batch
  );
}

function digits(text: string): number {
  return text.replaceAll(/\D/gu, '').length;
}

function larger(a: string, b: string): number {
  if (a === b) return 0;
  return quantity(a) > quantity(b) ? -1 : 1;
}
