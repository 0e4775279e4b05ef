/** Reading market data: past Kysely and in pages, because there can be millions of rows. */
import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3-multiple-ciphers';
import type { Observation, SeriesKey } from '../../../shared/domain/observation.ts';
import { epochMs, instantFromEpochMs, type Instant } from '../../../shared/time/instant.ts';
import type { LedgerFile } from '../database/ledger-file.ts';
import type { ObservedSeries } from '../ledger.ts';
import {
  observationColumns,
  observationOf,
  rowInForce,
  seriesKeyOf,
  type ObservationRow,
} from './observation-rows.ts';

interface SeriesRecord {
  readonly id: number;
  readonly measure: string;
  readonly of: string;
  readonly level: string;
}

interface SeriesSpan extends SeriesRecord {
  readonly count: number;
  readonly first: number;
  readonly last: number;
}

const pageSize = 5000;

/** Every series with how much of it there is, by measure, thing and level. */
export async function readObservedSeries(file: LedgerFile): Promise<readonly ObservedSeries[]> {
  return file.db.connection().execute(async () => {
    const spans = file.database
      .prepare<[], SeriesSpan>(
        `SELECT s.id, s.measure, s.of, s.level, count(DISTINCT o.time) AS count, min(o.time) AS first,
           max(o.time) AS last FROM observed_series s JOIN observation o ON o.series = s.id
         GROUP BY s.id ORDER BY s.measure, s.of, s.level`,
      )
      .all();
    const sources = sourcesBySeries(file.database);
    return spans.map((span) => ({
      key: seriesKeyOf(span),
      count: span.count,
      first: instantFromEpochMs(span.first),
      last: instantFromEpochMs(span.last),
      sources: sources.get(span.id) ?? [],
    }));
  });
}

/** Those that count, oldest first. In: both ends belong to it. */
export async function readObservations(
  file: LedgerFile,
  key: SeriesKey,
  from: Instant | undefined,
  to: Instant | undefined,
): Promise<readonly Observation[]> {
  return file.db.connection().execute(async () => {
    const series = seriesId(file.database, key);
    if (series === undefined) return [];
    const files = fileNames(file.database);
    const found: Observation[] = [];
    const first = from === undefined ? null : epochMs(from);
    const last = to === undefined ? null : epochMs(to);
    const end = file.arriving?.batch ?? Number.MAX_SAFE_INTEGER;
    for await (const rows of observationGroups(file.database, series, first, last)) {
      const row = rowInForce(rows.filter(([, , batch]) => batch < end));
      if (row !== undefined) found.push(observationOf(key, row, files));
    }
    return found;
  });
}

export function seriesId(database: Database.Database, key: SeriesKey): number | undefined {
  return database
    .prepare<[string, string, string], number>(
      'SELECT id FROM observed_series WHERE measure = ? AND of = ? AND level = ?',
    )
    .pluck()
    .get(key.measure, key.of, key.level);
}

/** The rows of one series, those of one time together, oldest first. Gives way to other work between pages. */
export async function* observationGroups(
  database: Database.Database,
  series: number,
  first: number | null = null,
  last: number | null = null,
): AsyncGenerator<readonly ObservationRow[]> {
  const page = database
    .prepare<[number, number, number, number], ObservationRow>(
      `SELECT ${observationColumns} FROM observation WHERE series = ? AND (time, batch) > (?, ?) AND time <= ?
       ORDER BY time, batch LIMIT ${pageSize}`,
    )
    .raw();
  // Times are within ±8.64e15.
  const end = last ?? Number.MAX_SAFE_INTEGER;
  let after: readonly [time: number, batch: number] =
    first === null ? [Number.MIN_SAFE_INTEGER, 0] : [first, -1];
  let group: ObservationRow[] = [];
  for (; ; await setImmediate()) {
    const rows = page.all(series, ...after, end) as unknown as ObservationRow[];
    for (const row of rows) {
      if (group[0] !== undefined && group[0][1] !== row[1]) {
        yield group;
        group = [];
      }
      group.push(row);
    }
    const lastRow = rows.at(-1);
    if (lastRow === undefined || rows.length < pageSize) break;
    after = [lastRow[1], lastRow[2]];
  }
  if (group.length > 0) yield group;
}

function fileNames(database: Database.Database): ReadonlyMap<number, string> {
  const batches = database.prepare<[], { id: number; file: string }>('SELECT id, file FROM batch').all();
  return new Map(batches.map(({ id, file }) => [id, file]));
}

function sourcesBySeries(database: Database.Database): ReadonlyMap<number, readonly string[]> {
  const rows = database
    .prepare<[], { series: number; source: string }>(
      `SELECT o.series, coalesce(b.file, o.source) AS source FROM
         (SELECT DISTINCT series, batch, source FROM observation) o LEFT JOIN batch b ON b.id = o.batch
       GROUP BY o.series, 2 ORDER BY o.series, 2`,
    )
    .all();
  const sources = new Map<number, string[]>();
  for (const { series, source } of rows) {
    const known = sources.get(series);
    if (known === undefined) sources.set(series, [source]);
    else known.push(source);
  }
  return sources;
}
