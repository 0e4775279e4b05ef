/** The calendar's entries as its views show them. Pure. */
import type { CallAnswer, CallInput } from '../../../../shared/contract/contract.ts';
import { formatDate } from '../../../ui/date-format.ts';

export type Calendar = CallAnswer<'calendar.read'>;
export type Entry = Calendar['entries'][number];
export type EntryKind = Entry['kind'];
export type Moves = CallInput<'calendar.whatIf'>['moves'];

export const kindWords: Readonly<Record<EntryKind, string>> = {
  step: 'Your plan',
  'long-term': 'Long-term',
  expiry: 'Contract ends',
  roll: 'Roll',
  mark: 'Taxed as if sold',
  'year-end': 'Year end',
  payment: 'Tax is due',
  window: 'Watched days',
  'price-target': 'Your price',
  review: 'Review',
  election: 'Last day to choose',
};

/** What one does oneself stands out; the rest is grouped by what it is about. */
export const kindColors: Readonly<Record<EntryKind, string>> = {
  step: 'hedge',
  'price-target': 'hedge',
  'long-term': 'teal',
  expiry: 'blue',
  roll: 'blue',
  mark: 'orange',
  'year-end': 'orange',
  payment: 'red',
  election: 'red',
  window: 'yellow',
  review: 'gray',
};

export const calendarViews = ['month', 'year', 'agenda', 'table'] as const;
export type CalendarView = (typeof calendarViews)[number];

export const viewWords: Readonly<Record<CalendarView, string>> = {
  month: 'Month',
  year: 'Year',
  agenda: 'Agenda',
  table: 'Table',
};

export interface ShownEntry {
  readonly id: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly color: string;
  readonly payload: { readonly entry: Entry; readonly moved: boolean };
}

/** What one does oneself: it comes first where a day has little room. */
function isOwn({ kind }: Entry): boolean {
  return kind === 'step' || kind === 'price-target';
}

/** Entries of the kinds asked for as whole days; steps that are tried on another day stand there, and say so. */
export function shownEntries(
  entries: readonly Entry[],
  kinds: readonly EntryKind[],
  moves: Moves,
): readonly ShownEntry[] {
  return entries
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)))
    .map((entry) => {
      const to = moves.find((move) => move.entry === entry.id)?.date;
      const date = to ?? entry.date;
      return {
        id: entry.id,
        title: to === undefined ? entry.title : `What if: ${entry.title}`,
        start: `${date} 00:00:00`,
        end: `${to === undefined && entry.until !== null ? entry.until : date} 23:59:59`,
        color: kindColors[entry.kind],
        payload: { entry, moved: to !== undefined },
      };
    });
}

/** As few words as a day's cell has room for; the icon says the kind. */
export function shortTitle({ kind, asset, title }: Entry): string {
  return kind === 'long-term' && asset !== null ? `${asset} long-term` : title;
}

/** Each on its first day alone: a list would name a span again on each of its days. */
export function firstDays(shown: readonly ShownEntry[]): readonly ShownEntry[] {
  return shown.map((each) => ({ ...each, end: `${each.start.slice(0, 10)} 23:59:59` }));
}

/** Kinds that there are, in the order of the words, each with how many. */
export function kindsPresent(
  entries: readonly Entry[],
): readonly { readonly kind: EntryKind; readonly count: number }[] {
  const counts = Map.groupBy(entries, ({ kind }) => kind);
  return (Object.keys(kindWords) as EntryKind[]).flatMap((kind) => {
    const count = counts.get(kind)?.length ?? 0;
    return count === 0 ? [] : [{ kind, count }];
  });
}

export function isEntryKind(text: string): text is EntryKind {
  return Object.hasOwn(kindWords, text);
}

/** What falls on a day; a span counts on its first and its last. */
export function entriesOn(shown: readonly ShownEntry[], date: string): readonly Entry[] {
  return shown
    .filter(({ start, end }) => start.slice(0, 10) === date || end.slice(0, 10) === date)
    .map(({ payload }) => payload.entry);
}

/** "7 January 2027, 2 entries: BTC turns long-term; the tax year ends": what is heard on a day. */
export function dayAloud(shown: readonly ShownEntry[], date: string): string {
  const titles = entriesOn(shown, date).map(({ title }) => title);
  if (titles.length === 0) return formatDate(date);
  return `${formatDate(date)}, ${titles.length === 1 ? '1 entry' : `${titles.length} entries`}: ${titles.join('; ')}`;
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "November 2026", or the year alone where a whole year is looked at. */
export function periodWords(view: CalendarView, anchor: string): string {
  const [year = '', month = ''] = anchor.split('-');
  return view === 'month' ? `${monthNames[Number(month) - 1] ?? ''} ${year}` : year;
}

/** The first day of the period before or after. In: any day of a period. */
export function shiftPeriod(view: CalendarView, anchor: string, by: 1 | -1): string {
  const year = Number(anchor.slice(0, 4));
  if (view !== 'month') return `${year + by}-01-01`;
  const months = year * 12 + Number(anchor.slice(5, 7)) - 1 + by;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}

/** Another day for one step; its own day takes the move back. */
export function withMove(moves: Moves, entry: Entry, date: string): Moves {
  const others = moves.filter((move) => move.entry !== entry.id);
  return date === entry.date ? others : [...others, { entry: entry.id, date }];
}
