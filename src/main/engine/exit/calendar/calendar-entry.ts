/** One line of the calendar: a day, or a span of days, on which something happens, ends or has to be done. */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { Trace } from '../../../../shared/domain/trace.ts';
import { compareDates } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { Exact } from '../../../../shared/num/types.ts';

/** In the order in which entries of one day stand. */
export const CALENDAR_KINDS = [
  'year-end',
  'mark',
  'payment',
  'election',
  'expiry',
  'roll',
  'step',
  'long-term',
  'window',
  'price-target',
  'review',
] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

export interface CalendarAmount {
  readonly words: string;
  readonly value: Exact;
  /** The currency, or a coin. */
  readonly unit: string;
  /** Re-adds to the value; null for what the ledger simply holds. */
  readonly trace: Trace | null;
}

export interface CalendarLink {
  readonly kind: 'lot' | 'position' | 'contract' | 'plan' | 'step' | 'exit-plan' | 'year' | 'election';
  readonly id: string;
}

export interface CalendarEntry {
  /** Stable as long as what it is about; unique in a calendar. */
  readonly id: string;
  readonly date: LocalDate;
  /** The last day of a span; null for a single day. */
  readonly until: LocalDate | null;
  readonly kind: CalendarKind;
  /** A few words, no amounts. */
  readonly title: string;
  /** A whole sentence. */
  readonly text: string;
  /** What it means and why it is so, whole sentences without amounts. */
  readonly why: string;
  readonly law: string | null;
  readonly asset: AssetId | null;
  readonly amounts: readonly CalendarAmount[];
  readonly of: readonly CalendarLink[];
  /** True where it rests on something that is only meant. */
  readonly planned: boolean;
  /** What a what-if calls it (a step of the projection, or of a saved exit plan); null where it cannot be moved. */
  readonly moves: string | null;
  /** A step that waits to be done: it stays in the calendar however old it is. */
  readonly waits: boolean;
}

type Given = Pick<CalendarEntry, 'id' | 'date' | 'kind' | 'title' | 'text' | 'why'> & Partial<CalendarEntry>;

/** An entry with what most of them have not. */
export function entryOf(given: Given): CalendarEntry {
  return {
    until: null,
    law: null,
    asset: null,
    amounts: [],
    of: [],
    planned: false,
    moves: null,
    waits: false,
    ...given,
  };
}

/** A total order: by day, then kind, then id. */
export function compareEntries(a: CalendarEntry, b: CalendarEntry): number {
  return (
    compareDates(a.date, b.date) ||
    CALENDAR_KINDS.indexOf(a.kind) - CALENDAR_KINDS.indexOf(b.kind) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** The last day on which an entry still is one. */
export function lastDayOf({ date, until }: Pick<CalendarEntry, 'date' | 'until'>): LocalDate {
  return until ?? date;
}
