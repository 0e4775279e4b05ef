/** Which observations of files the ledger does not state yet. */
import type { SeriesKey } from '../../../../shared/domain/observation.ts';
import { toText } from '../../../../shared/num/format.ts';
import { epochMs } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import type { ReadableLedger } from '../../../ledger/ledger.ts';
import type { ParsedFile, ParsedObservation } from './parsed-file.ts';
import type { Pacer } from './pacer.ts';

/** Values by series and time, as the ledger and the files before state them. */
export type StatedValues = Map<string, Map<number, string>>;

/** What the ledger states in the spans that the files cover. */
export async function statedValues(
  files: readonly ParsedFile[],
  ledger: ReadableLedger,
  pacer: Pacer,
): Promise<StatedValues> {
  const spans = new Map<string, { key: SeriesKey; from: Instant; to: Instant }>();
  for (const { observation } of files.flatMap((file) => file.observations)) {
    const { measure, of, level, time } = observation;
    const name = nameOf(observation);
    const span = spans.get(name);
    if (span === undefined) spans.set(name, { key: { measure, of, level }, from: time, to: time });
    else if (time < span.from) span.from = time;
    else if (time > span.to) span.to = time;
  }
  const stated: StatedValues = new Map();
  for (const [name, { key, from, to }] of spans) {
    const values = new Map<number, string>();
    for (const { time, value, hours } of await ledger.observations(key, from, to))
      values.set(epochMs(time), saidBy(toText(value), hours));
    stated.set(name, values);
    await pacer.pause();
  }
  return stated;
}

/** The new ones of a file; what it brings is stated for the next. */
export async function newObservations(
  { observations }: ParsedFile,
  stated: StatedValues,
  pacer: Pacer,
): Promise<readonly ParsedObservation[]> {
  const found: ParsedObservation[] = [];
  for (const [at, one] of observations.entries()) {
    if (at % 2000 === 0) await pacer.pause();
    const { observation } = one;
    const said = saidBy(toText(observation.value), observation.hours);
    const values = stated.get(nameOf(observation));
    const ms = epochMs(observation.time);
    if (values === undefined || values.get(ms) === said) continue;
    values.set(ms, said);
    found.push(one);
  }
  return found;
}

function nameOf({ measure, of, level }: SeriesKey): string {
  return `${measure} ${level} ${of}`;
}

function saidBy(value: string, hours: number | null): string {
  return `${value} ${hours ?? ''}`;
}
