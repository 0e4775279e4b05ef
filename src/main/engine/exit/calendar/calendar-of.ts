/** All that happens, ends or has to be done, in one order. */
import { invariant } from '../../../../shared/invariant.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { compareEntries, lastDayOf } from './calendar-entry.ts';
import type { CalendarEntry, CalendarKind } from './calendar-entry.ts';

/** What of a calendar is asked for; null: all. */
export interface CalendarFilter {
  readonly asOf: LocalDate;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly kinds: ReadonlySet<CalendarKind> | null;
  /** Entries of no single asset (year ends, payments) stay. */
  readonly assets: ReadonlySet<AssetId> | null;
}

/**
 * The entries in their total order. A span counts while one of its days is asked for; what waits to be done stays as long
 * as the filter begins no later than today.
 */
export function calendarOf(
  entries: readonly CalendarEntry[],
  filter: CalendarFilter,
): readonly CalendarEntry[] {
  const sorted = entries.filter((entry) => isAsked(entry, filter)).toSorted(compareEntries);
  invariant(
    sorted.length === new Set(sorted.map(({ id }) => id)).size,
    'every entry of a calendar has an id of its own',
  );
  return sorted;
}

function isAsked(entry: CalendarEntry, { asOf, from, to, kinds, assets }: CalendarFilter): boolean {
  if (kinds !== null && !kinds.has(entry.kind)) return false;
  if (assets !== null && entry.asset !== null && !assets.has(entry.asset)) return false;
  if (entry.date > to) return false;
  return lastDayOf(entry) >= from || (entry.waits && from <= asOf);
}
