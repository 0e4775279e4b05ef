/**
 * How observations lie in their rows, and which of several counts (`in-force.ts`). The others stay below it, so that the
 * undo of an import gives back what was there before.
 */
import type { Measure, Observation, SeriesKey } from '../../../shared/domain/observation.ts';
import { toText } from '../../../shared/num/format.ts';
import { quantity } from '../../../shared/num/parse.ts';
import { epochMs, instantFromEpochMs } from '../../../shared/time/instant.ts';
import type { Fact } from '../database/content-sum.ts';
import { inForce, type Statement, TYPED } from './in-force.ts';

export const observationColumns = 'series, time, batch, value, hours, line, source';

export type ObservationRow = readonly [
  series: number,
  time: number,
  batch: number,
  value: string,
  hours: number | null,
  line: number | null,
  source: string | null,
];

/** In: from an import with its line, or typed with its source. */
export function observationRow(
  observation: Omit<Observation, 'source'>,
  series: number,
  from: { readonly batch: number; readonly line: number } | { readonly source: string },
): ObservationRow {
  const { time, value, hours } = observation;
  return 'source' in from
    ? [series, epochMs(time), TYPED, toText(value), hours, null, from.source]
    : [series, epochMs(time), from.batch, toText(value), hours, from.line, null];
}

export function observationOf(
  key: SeriesKey,
  [, time, batch, value, hours, line, source]: ObservationRow,
  fileOf: ReadonlyMap<number, string>,
): Observation {
  return {
    ...key,
    time: instantFromEpochMs(time),
    value: quantity(value),
    hours,
    source: source ?? `${fileOf.get(batch) ?? ''} line ${line ?? ''}`,
  };
}

/** Of rows of one series and time: the one that counts. */
export function rowInForce(rows: readonly ObservationRow[]): ObservationRow | undefined {
  if (rows.length < 2) return rows[0];
  return inForce(rows.map((row) => ({ ...statementOf(row), row }))).row;
}

export function statementOf([, , batch, value, hours]: ObservationRow): Statement {
  return { batch, value, hours };
}

/** Of the row that counts. In which line of which file it stands is no fact. */
export function observationFact(
  { measure, of, level }: SeriesKey,
  [, time, , value, hours, , source]: ObservationRow,
): Fact {
  return ['observation', measure, of, level, time, value, hours, source];
}

export function seriesKeyOf(row: {
  readonly measure: string;
  readonly of: string;
  readonly level: string;
}): SeriesKey {
  return { measure: row.measure as Measure, of: row.of, level: row.level };
}
