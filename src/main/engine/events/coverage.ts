/** Which months of each account files cover, subject by subject. */
import type { AccountId } from '../../../shared/domain/account.ts';
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import { SUBJECTS, subjectOf } from '../../../shared/domain/subject.ts';
import type { Subject } from '../../../shared/domain/subject.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { accountOf } from './rank/ranked-formats.ts';
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
  readonly monthOf: (time: Instant) => number;
  readonly rankOf: RankOf;
}

/** What one file says of one account. */
interface Span {
  readonly file: string;
  readonly format: string;
  first: number;
  last: number;
  /** Those that it has rows of. */
  readonly subjects: Set<Subject>;
}

interface Place {
  readonly spans: Map<string, Span>;
  /** Events that count, by subject and month. */
  readonly counts: Map<Subject, Map<number, number>>;
}

/** A file covers all that it has rows of, and all that it has a rank for, from its first row of the account to its last. */
export function coverageOf(input: CoverageInput): readonly Coverage[] {
  const places = new Map<AccountId, Place>();
  for (const [place, event] of input.events.entries()) {
    const month = input.monthOf(event.time);
    const isCounted = input.isCounted(event, place);
    for (const account of accountsOf(event)) note(placeOf(places, account), event, month, isCounted);
  }
  return [...places].flatMap(([account, place]) =>
    SUBJECTS.filter((subject) => [...place.spans.values()].some(({ subjects }) => subjects.has(subject))).map(
      (subject) => ({ account, subject, months: monthsOf(place, subject, input.rankOf) }),
    ),
  );
}

function accountsOf(event: LedgerEvent): Iterable<AccountId> {
  const first = accountOf(event);
  if (first === undefined) return [];
  return event.kind === 'transfer' ? new Set(event.legs.map(({ account }) => account)) : [first];
}

function placeOf(places: Map<AccountId, Place>, account: AccountId): Place {
  let place = places.get(account);
  if (place === undefined) places.set(account, (place = { spans: new Map(), counts: new Map() }));
  return place;
}

function note({ spans, counts }: Place, event: LedgerEvent, month: number, isCounted: boolean): void {
  const { file, format } = event.source;
  const subject = subjectOf(event.kind);
  const key = `${format}\n${file}`;
  let span = spans.get(key);
  if (span === undefined)
    spans.set(key, (span = { file, format, first: month, last: month, subjects: new Set() }));
  span.last = month;
  span.subjects.add(subject);
  if (!isCounted) return;
  let byMonth = counts.get(subject);
  if (byMonth === undefined) counts.set(subject, (byMonth = new Map<number, number>()));
  byMonth.set(month, (byMonth.get(month) ?? 0) + 1);
}

function monthsOf({ spans, counts }: Place, subject: Subject, rankOf: RankOf): readonly CoveredMonth[] {
  const own = [...spans.values()].filter(({ subjects }) => subjects.has(subject));
  const telling = [...spans.values()].filter(
    ({ subjects, format }) => subjects.has(subject) || rankOf(format, subject) !== null,
  );
  const first = Math.min(...own.map((span) => span.first));
  const last = Math.max(...own.map((span) => span.last));
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const month = first + at;
    const there = telling.filter((span) => span.first <= month && month <= span.last);
    const rank = ({ format }: Span): number | null => rankOf(format, subject);
    const best = Math.min(...there.map((span) => rank(span) ?? Infinity));
    const files = there.map((span) => ({
      file: span.file,
      format: span.format,
      counts: rank(span) === null || rank(span) === best,
    }));
    const state = files.length === 0 ? 'gap' : 'covered';
    return { month, state, events: counts.get(subject)?.get(month) ?? 0, files };
  });
}
