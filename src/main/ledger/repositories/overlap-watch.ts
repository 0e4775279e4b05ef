/** Looks at the new rows of a file that lie in times which other files of its format cover. */
import type Database from 'better-sqlite3-multiple-ciphers';
import { type AccountId, accountId } from '../../../shared/domain/account.ts';
import { epochMs } from '../../../shared/time/instant.ts';
import type { NewBatch } from '../batch.ts';
import type { ArrivingRow } from '../import-transaction.ts';
import type { NewRowInOverlap, OtherFile, Overlap, Reading, RowOfOther, RowWithId } from '../overlap.ts';
import { batchId } from './batch-id.ts';
import { storedRowHash } from './event-columns.ts';
import type { OpenBatch } from './open-batch.ts';

interface Span {
  readonly batch: number;
  readonly file: string;
  readonly account: string;
  readonly first: number;
  readonly last: number;
  /** Read by a program that kept no texts of rows. */
  readonly isOld: 0 | 1;
}

const minuteMs = 60_000;
/** Between as many and twice as many are looked at. */
const fewest = 200;

export class OverlapWatch {
  readonly #covered: ReadonlyMap<string, Covered>;
  readonly #inOld = new Map<Span, number>();
  #rows: NewRowInOverlap[] = [];
  #stride = 1;
  #seen = 0;

  /** In: a file before its rows. */
  constructor(database: Database.Database, { format }: NewBatch, batch: number) {
    // A row may have lost its seconds, so that a whole minute counts.
    const spans = database
      .prepare<[number, number, string, number], Span>(
        `SELECT c.batch, b.file, c.account, b.layout IS NULL AS isOld,
           min(c.first_time) / ${minuteMs} * ? AS first, max(c.last_time) / ${minuteMs} * ? + ${minuteMs - 1} AS last
         FROM batch_coverage c JOIN batch b ON b.id = c.batch WHERE b.format = ? AND b.id <> ? GROUP BY c.batch, c.account`,
      )
      .all(minuteMs, minuteMs, format, batch);
    const byAccount = [...Map.groupBy(spans, ({ account }) => account)];
    this.#covered = new Map(byAccount.map(([account, own]) => [account, coveredBy(own)]));
  }

  /** Whether there is nothing to look at. */
  get isIdle(): boolean {
    return this.#covered.size === 0;
  }

  /** In: a row that the ledger did not have. */
  note({ event, raw, rowHash: whole }: ArrivingRow): void {
    const account = event.fill?.account ?? event.legs[0]?.account;
    const covered = account === undefined ? undefined : this.#covered.get(account);
    if (account === undefined || covered === undefined) return;
    const time = epochMs(event.time);
    if (!covered.times.some((one) => isIn(one, time))) return;
    for (const span of covered.old)
      if (isIn(span, time)) this.#inOld.set(span, (this.#inOld.get(span) ?? 0) + 1);
    const { externalId = null, source } = event;
    const rowHash = storedRowHash(whole);
    const minute = Math.floor(time / minuteMs);
    this.#keep({ account, minute, raw, line: source.line, externalId, rowHash });
  }

  found(): Omit<Overlap, 'others'> {
    const newInOld = [...this.#inOld].map(([{ batch, file }, rows]) => ({ id: batchId(batch), file, rows }));
    return { rows: this.#rows, newInOld };
  }

  /** Every so many, spread over the whole file. */
  #keep(row: NewRowInOverlap): void {
    if (this.#seen++ % this.#stride !== 0) return;
    this.#rows.push(row);
    if (this.#rows.length < 2 * fewest) return;
    this.#rows = this.#rows.filter((_, at) => at % 2 === 0);
    this.#stride *= 2;
  }
}

interface Times {
  readonly first: number;
  readonly last: number;
}

/** What files cover of one account. */
interface Covered {
  /** Without those that touch each other: exports of months in a row are one. */
  readonly times: readonly Times[];
  readonly old: readonly Span[];
}

function coveredBy(spans: readonly Span[]): Covered {
  const times: { first: number; last: number }[] = [];
  for (const { first, last } of spans.toSorted((a, b) => a.first - b.first)) {
    const before = times.at(-1);
    if (before !== undefined && first <= before.last) before.last = Math.max(before.last, last);
    else times.push({ first, last });
  }
  return { times, old: spans.filter(({ isOld }) => isOld === 1) };
}

function isIn({ first, last }: Times, time: number): boolean {
  return first <= time && time <= last;
}

interface OtherRow {
  readonly id: number;
  readonly file: string;
  readonly zone: string | null;
  readonly reading: string | null;
  readonly isSame: 0 | 1;
}

/** In: a file whose rows are stored. */
export function overlapOf(
  database: Database.Database,
  { id, account, file, places, watch }: OpenBatch,
): Overlap {
  const others = otherFiles(database, file, { id, account, shared: places.repeated });
  return { others, ...(watch?.found() ?? { rows: [], newInOld: [] }) };
}

/** In: a file, and the imports that brought rows which it states again. */
function otherFiles(
  database: Database.Database,
  { fileHash, format }: NewBatch,
  {
    id,
    account,
    shared,
  }: { readonly id: number; readonly account: string; readonly shared: Iterable<number> },
): readonly OtherFile[] {
  const rows = database
    .prepare<[string, string, string, number, string], OtherRow>(
      `SELECT id, file, zone, reading, file_hash = ? AND account = ? AS isSame FROM batch
       WHERE format = ? AND id <> ? AND (isSame OR id IN (SELECT value FROM json_each(?))) ORDER BY id`,
    )
    .all(fileHash, account, format, id, JSON.stringify([...shared]));
  return rows.map(({ reading, ...row }) => ({
    id: batchId(row.id),
    file: row.file,
    zone: row.zone,
    reading: reading === null ? null : (JSON.parse(reading) as Reading),
    isSame: row.isSame === 1,
  }));
}

/** About ten milliseconds of looking. */
const rowsAtOnce = 20_000;

interface FoundRow {
  readonly batch: number;
  readonly file: string;
  readonly account: string | null;
  readonly minute: number;
  readonly raw: string;
}

/** Rows of other files of the format in some minutes: a scan of all rows, in steps. */
export function* rowsInMinutes(
  database: Database.Database,
  { id, file: { format } }: OpenBatch,
  minutes: readonly number[],
): Generator<readonly RowOfOther[]> {
  const last = database.prepare<[], number | null>('SELECT max(position) FROM event').pluck().get() ?? 0;
  const step = database.prepare<[number, number, string, string, number], FoundRow>(
    `SELECT e.batch, b.file, coalesce(e.fill_account, e.legs ->> '$[0][0]') AS account, e.time / ${minuteMs} AS minute, e.raw
     FROM event e CROSS JOIN batch b WHERE e.position > ? AND e.position <= ?
       AND e.time / ${minuteMs} IN (SELECT value FROM json_each(?)) AND b.id = e.batch AND b.format = ? AND b.id <> ?`,
  );
  const wanted = JSON.stringify([...new Set(minutes)]);
  for (let at = 0; at < last; at += rowsAtOnce)
    yield step.all(at, at + rowsAtOnce, wanted, format, id).map(({ batch, account, ...row }) => ({
      id: batchId(batch),
      account: accountId(account ?? '') as AccountId,
      ...row,
    }));
}

interface FoundId extends Omit<RowWithId, 'id'> {
  readonly batch: number;
}

/** Rows of other files of the format with one of these ids: a scan of all rows, in steps. */
export function* rowsWithIds(
  database: Database.Database,
  { id, file: { format } }: OpenBatch,
  ids: readonly string[],
): Generator<readonly RowWithId[]> {
  const last = database.prepare<[], number | null>('SELECT max(position) FROM event').pluck().get() ?? 0;
  const step = database.prepare<[number, number, string, string, number], FoundId>(
    `SELECT e.batch, b.file, e.external_id AS externalId, lower(hex(e.row_hash)) AS rowHash
     FROM event e CROSS JOIN batch b WHERE e.position > ? AND e.position <= ?
       AND e.external_id IN (SELECT value FROM json_each(?)) AND b.id = e.batch AND b.format = ? AND b.id <> ?`,
  );
  const wanted = JSON.stringify(ids);
  for (let at = 0; at < last; at += rowsAtOnce)
    yield step
      .all(at, at + rowsAtOnce, wanted, format, id)
      .map(({ batch, ...row }) => ({ id: batchId(batch), ...row }));
}
