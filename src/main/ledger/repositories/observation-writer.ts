/**
 * Writing market data, of an import or typed. Every file remembers what it states, also where another states the same or
 * something else for the same series and time: then one of them counts (`in-force.ts`).
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
  statementOf,
  type ObservationRow,
} from './observation-rows.ts';
import { isBetter, statesTheSame, TYPED } from './in-force.ts';
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

/**
 * A row more; one more that another states, too; in place of one of the same origin; or nothing, because its origin
 * states it already.
 */
export type Stored = 'new' | 'repeat' | 'changed' | 'there';

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
 * Takes back what an import states; what was below it counts again. Out: how many values nobody states any more.
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
  let gone = 0;
  for (const one of series) gone += forget(database, one.id, seriesKeyOf(one), batch, sameTime, content);
  database.prepare<[number]>('DELETE FROM observation WHERE batch = ?').run(batch);
  database.exec(
    'DELETE FROM observed_series WHERE NOT EXISTS (SELECT 1 FROM observation WHERE series = observed_series.id)',
  );
  return gone;
}

/** Counts the facts of a row that comes to others of its time. */
function put(
  key: SeriesKey,
  there: readonly ObservationRow[],
  row: ObservationRow,
  content: ContentSum,
): Stored {
  const states = (one: ObservationRow): boolean => statesTheSame(statementOf(one), statementOf(row));
  const own = there.find(([, , batch]) => batch === row[2]);
  if (own !== undefined && (states(own) || !takesItsPlace(row, own))) return 'there';
  turn(key, there, [...there.filter((one) => one !== own), row], content);
  if (own !== undefined) return 'changed';
  return there.some(states) ? 'repeat' : 'new';
}

/** What is typed anew does. Of two values for one time in one file, the one that would count beside the other. */
function takesItsPlace(row: ObservationRow, own: ObservationRow): boolean {
  return row[2] === TYPED || isBetter(statementOf(row), statementOf(own));
}

/** Another row may count now. */
function turn(
  key: SeriesKey,
  rowsBefore: readonly ObservationRow[],
  rowsAfter: readonly ObservationRow[],
  content: ContentSum,
): void {
  const [before, after] = [rowInForce(rowsBefore), rowInForce(rowsAfter)];
  if (before === after) return;
  if (before !== undefined) content.remove(observationFact(key, before));
  if (after !== undefined) content.add(observationFact(key, after));
}

function forget(
  database: Database.Database,
  series: number,
  key: SeriesKey,
  batch: number,
  sameTime: Statements['sameTime'],
  content: ContentSum,
): number {
  const rows = database
    .prepare<[number, number], [...ObservationRow, others: number]>(
      `SELECT ${observationColumns}, (SELECT count(*) FROM observation p
         WHERE p.series = o.series AND p.time = o.time AND p.batch <> o.batch) AS others
       FROM observation o WHERE series = ? AND batch = ?`,
    )
    .raw()
    .all(series, batch) as unknown as [...ObservationRow, others: number][];
  let gone = 0;
  for (const [...columns] of rows) {
    const others = columns.pop() as number;
    const row = columns as unknown as ObservationRow;
    const there = others === 0 ? [row] : sameTime(series, row[1]);
    const left = there.filter(([, , one]) => one !== batch);
    turn(key, there, left, content);
    if (!left.some((one) => statesTheSame(statementOf(one), statementOf(row)))) gone++;
  }
  return gone;
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
