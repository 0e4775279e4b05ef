/** Which months of each account files cover, subject by subject. */
import type { AccountId } from '../../../shared/domain/account.ts';
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import type { StatedSpan } from '../../../shared/domain/stated-span.ts';
import { SUBJECTS, subjectOf } from '../../../shared/domain/subject.ts';
import type { Subject } from '../../../shared/domain/subject.ts';
import { toldAccounts } from '../../../shared/domain/told-accounts.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { RankOf } from './rank/ranked-formats.ts';

export interface CoveredMonth {
  /** Months are numbers: one more is the next month. */
  readonly month: number;
  readonly state: 'covered' | 'gap';
  /** Events that count. */
  readonly events: number;
  readonly files: readonly CoveringFile[];
}

export interface CoveringFile {
  /** The import: files of one name are told apart by it. */
  readonly batch: string;
  readonly file: string;
  readonly format: string;
  /** false where a better file covers the same month: its rows are compared. */
  readonly counts: boolean;
}

export interface Coverage {
  readonly account: AccountId;
  readonly subject: Subject;
  /** From the first covered month to the last. */
  readonly months: readonly CoveredMonth[];
}

export interface CoverageInput {
  /** In ledger order, put together; those that do not count included. */
  readonly events: readonly LedgerEvent[];
  readonly isCounted: (event: LedgerEvent, place: number) => boolean;
  readonly spans: readonly StatedSpan[];
  readonly monthOf: (time: Instant) => number;
  readonly rankOf: RankOf;
}

/** What one import says of one account. */
interface Told {
  readonly batch: string;
  readonly file: string;
  readonly format: string;
  first: number;
  last: number;
  /** Those that it has rows of. */
  readonly subjects: Set<Subject>;
}

interface Place {
  readonly imports: Map<string, Told>;
  /** Events that count, by subject and month. */
  readonly counts: Map<Subject, Map<number, number>>;
  /** Months with events, by format and subject: several rows together can be about what none of them is about alone. */
  readonly events: Map<string, Map<Subject, Set<number>>>;
}

/**
 * An import covers all that it has rows of, and all that it has a rank for, from its first row of the account to its last.
 * What it states counts, not what it was the first to bring: so the order of imports makes no difference.
 */
export function coverageOf(input: CoverageInput): readonly Coverage[] {
  const places = new Map<AccountId, Place>();
  for (const span of input.spans) tell(placeOf(places, span.account), span, input.monthOf);
  for (const [at, event] of input.events.entries()) {
    const month = input.monthOf(event.time);
    const isCounted = input.isCounted(event, at);
    for (const account of toldAccounts(event)) note(placeOf(places, account), event, month, isCounted);
  }
  return [...places].flatMap(([account, place]) => {
    for (const told of place.imports.values()) addSubjects(told, place);
    return subjectsOf(place).map((subject) => ({
      account,
      subject,
      months: monthsOf(place, subject, input.rankOf),
    }));
  });
}

function placeOf(places: Map<AccountId, Place>, account: AccountId): Place {
  let place = places.get(account);
  if (place === undefined)
    places.set(account, (place = { imports: new Map(), counts: new Map(), events: new Map() }));
  return place;
}

function tell({ imports }: Place, span: StatedSpan, monthOf: CoverageInput['monthOf']): void {
  const { batch, file, format, subject } = span;
  const [first, last] = [monthOf(span.first), monthOf(span.last)];
  let told = imports.get(batch);
  if (told === undefined)
    imports.set(batch, (told = { batch, file, format, first, last, subjects: new Set() }));
  told.first = Math.min(told.first, first);
  told.last = Math.max(told.last, last);
  // Rows that are something only together are what they are together.
  if (subject !== 'other') told.subjects.add(subject);
}

function note({ counts, events }: Place, event: LedgerEvent, month: number, isCounted: boolean): void {
  const subject = subjectOf(event.kind);
  const bySubject = inMap(events, event.source.format, () => new Map<Subject, Set<number>>());
  inMap(bySubject, subject, () => new Set<number>()).add(month);
  if (!isCounted) return;
  const byMonth = inMap(counts, subject, () => new Map<number, number>());
  byMonth.set(month, (byMonth.get(month) ?? 0) + 1);
}

function inMap<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

/** What its rows are about together with others. */
function addSubjects(told: Told, { events }: Place): void {
  for (const [subject, months] of events.get(told.format) ?? [])
    if ([...months].some((month) => told.first <= month && month <= told.last)) told.subjects.add(subject);
}

function subjectsOf({ imports }: Place): readonly Subject[] {
  const all = [...imports.values()];
  return SUBJECTS.filter((subject) => all.some(({ subjects }) => subjects.has(subject)));
}

function monthsOf({ imports, counts }: Place, subject: Subject, rankOf: RankOf): readonly CoveredMonth[] {
  const all = [...imports.values()];
  const own = all.filter(({ subjects }) => subjects.has(subject));
  const telling = all.filter(
    ({ subjects, format }) => subjects.has(subject) || rankOf(format, subject) !== null,
  );
  const first = Math.min(...own.map((told) => told.first));
  const last = Math.max(...own.map((told) => told.last));
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const month = first + at;
    const there = telling.filter((told) => told.first <= month && month <= told.last);
    const rank = ({ format }: Told): number | null => rankOf(format, subject);
    const best = Math.min(...there.map((told) => rank(told) ?? Infinity));
    const files = there.map((told) => ({
      batch: told.batch,
      file: told.file,
      format: told.format,
      counts: rank(told) === null || rank(told) === best,
    }));
    const state = files.length === 0 ? 'gap' : 'covered';
    return { month, state, events: counts.get(subject)?.get(month) ?? 0, files };
  });
}
