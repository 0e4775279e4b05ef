/**
 * Writing market data, of an import or typed. A value that the ledger states already is not stored again; another one for
 * the same series and time is stored beside it and counts from then on (`observation-rows.ts`).
 */
import type Database from 'better-sqlite3-multiple-ciphers';
import type { Observation, SeriesKey } from '../../../shared/domain/observation.ts';
import { invariant } from '../../../shared/invariant.ts';
import type { ContentSum } from '../database/content-sum.ts';
import {
  observationColumns,
  observationFact,
  observationRow,
  rowInForce,
  seriesKeyOf,
  statesTheSame,
  type ObservationRow,
} from './observation-rows.ts';
import { seriesId } from './observation-reader.ts';

/** Stores observations one by one, prepared once for many. */
export interface ObservationWriter {
  /** Of a file. */
  storeImported(
    observation: Omit<Observation, 'source'>,
    batch: number,
    line: number,
    content: ContentSum,
  ): Stored;
  storeTyped(observation: Observation, content: ContentSum): Stored;
}

/** A row more; in place of one of the same origin; or nothing, because the ledger states it already. */
type Stored = 'new' | 'changed' | 'there';

/** A series that is being written. */
interface OpenSeries {
  readonly id: number;
  readonly key: SeriesKey;
  /** The latest time stored: whatever comes later meets nothing. */
  latest: number;
}

interface Statements {
  readonly insert: (row: ObservationRow) => void;
  readonly sameTime: (series: number, time: number) => ObservationRow[];
}

export function observationWriter(database: Database.Database): ObservationWriter {
  const statements = statementsOf(database);
  const open = new Map<string, OpenSeries>();
  const seriesOf = (key: SeriesKey): OpenSeries => {
    const name = `${key.measure} ${key.level} ${key.of}`;
    let series = open.get(name);
    if (series === undefined) open.set(name, (series = openSeries(database, key)));
    return series;
  };
  const store = (series: OpenSeries, row: ObservationRow, content: ContentSum): Stored => {
    const isLater = row[1] > series.latest;
    if (isLater) series.latest = row[1];
    const there = isLater ? [] : statements.sameTime(series.id, row[1]);
    const stored = put(series.key, there, row, content);
    if (stored !== 'there') statements.insert(row);
    return stored;
  };
  return {
    storeImported(observation, batch, line, content) {
      const series = seriesOf(observation);
      return store(series, observationRow(observation, series.id, { batch, line }), content);
    },
    storeTyped(observation, content) {
      const series = seriesOf(observation);
      return store(series, observationRow(observation, series.id, observation), content);
    },
  };
}

/**
 * Takes back what an import brought; what was below it counts again. Out: how many rows.
 */
export function removeObservationsOf(
  database: Database.Database,
  batch: number,
  content: ContentSum,
): number {
  const series = database
    .prepare<[number], { id: number; measure: string; of: string; level: string }>(
      'SELECT * FROM observed_series WHERE EXISTS (SELECT 1 FROM observation WHERE series = id AND batch = ?)',
    )
    .all(batch);
  const { sameTime } = statementsOf(database);
  for (const one of series) forget(database, one.id, seriesKeyOf(one), batch, sameTime, content);
  const { changes } = database.prepare<[number]>('DELETE FROM observation WHERE batch = ?').run(batch);
  database.exec(
    'DELETE FROM observed_series WHERE NOT EXISTS (SELECT 1 FROM observation WHERE series = observed_series.id)',
  );
  return changes;
}

/** Counts the facts of a row that comes to others of its time. */
function put(
  key: SeriesKey,
  there: readonly ObservationRow[],
  row: ObservationRow,
  content: ContentSum,
): Stored {
  const before = rowInForce(there);
  if (before === undefined) {
    content.add(observationFact(key, row, true));
    return 'new';
  }
  if (statesTheSame(before, row)) return 'there';
  const replaced = there.find(([, , batch]) => batch === row[2]);
  if (replaced !== undefined) content.remove(observationFact(key, replaced, replaced === before));
  const others = there.filter((one) => one !== replaced);
  const counts = rowInForce([...others, row]) === row;
  if (counts && before !== replaced) {
    content.remove(observationFact(key, before, true));
    content.add(observationFact(key, before, false));
  }
  content.add(observationFact(key, row, counts));
  return replaced === undefined ? 'new' : 'changed';
}

function forget(
  database: Database.Database,
  series: number,
  key: SeriesKey,
  batch: number,
  sameTime: Statements['sameTime'],
  content: ContentSum,
): void {
  const rows = database
    .prepare<[number, number], [...ObservationRow, others: number]>(
      `SELECT ${observationColumns}, (SELECT count(*) FROM observation p
         WHERE p.series = o.series AND p.time = o.time AND p.batch <> o.batch) AS others
       FROM observation o WHERE series = ? AND batch = ?`,
    )
    .raw()
    .all(series, batch) as unknown as [...ObservationRow, others: number][];
  for (const [...columns] of rows) {
    const others = columns.pop() as number;
    const row = columns as unknown as ObservationRow;
    if (others === 0) content.remove(observationFact(key, row, true));
    else forgetAmong(key, row, sameTime(series, row[1]), content);
  }
}

function forgetAmong(
  key: SeriesKey,
  row: ObservationRow,
  there: readonly ObservationRow[],
  content: ContentSum,
): void {
  const counted = rowInForce(there)?.[2] === row[2];
  content.remove(observationFact(key, row, counted));
  const next = rowInForce(there.filter(([, , batch]) => batch !== row[2]));
  if (!counted || next === undefined) return;
  content.remove(observationFact(key, next, false));
  content.add(observationFact(key, next, true));
}

function openSeries(database: Database.Database, { measure, of, level }: SeriesKey): OpenSeries {
  const key = { measure, of, level };
  const known = seriesId(database, key);
  if (known === undefined) {
    const { lastInsertRowid } = database
      .prepare<[string, string, string]>('INSERT INTO observed_series (measure, of, level) VALUES (?, ?, ?)')
      .run(measure, of, level);
    return { id: Number(lastInsertRowid), key, latest: -Infinity };
  }
  const latest = database
    .prepare<[number], number | null>('SELECT max(time) FROM observation WHERE series = ?')
    .pluck()
    .get(known);
  return { id: known, key, latest: latest ?? -Infinity };
}

function statementsOf(database: Database.Database): Statements {
  const insert = database.prepare<[ObservationRow]>(
    `INSERT INTO observation (${observationColumns}) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET value = excluded.value, hours = excluded.hours, line = excluded.line,
       source = excluded.source`,
  );
  const sameTime = database
    .prepare<[number, number], ObservationRow>(
      `SELECT ${observationColumns} FROM observation WHERE series = ? AND time = ? ORDER BY batch`,
    )
    .raw();
  return {
    insert(row) {
      invariant(insert.run(row).changes === 1, 'one observation is stored');
    },
    sameTime: (series, time) => sameTime.all(series, time) as unknown as ObservationRow[],
  };
}
