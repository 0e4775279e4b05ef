import type { LedgerEvent } from '../../../shared/domain/event.ts';
import { compareInstants } from '../../../shared/time/instant.ts';

/**
 * The events that hold, in ledger order: time, then sequence, then id. What a later event replaces is left out.
 */
export function orderedEvents(events: readonly LedgerEvent[]): readonly LedgerEvent[] {
  const replaced = new Set(events.flatMap((event) => (event.replaces === undefined ? [] : [event.replaces])));
  const holding = replaced.size === 0 ? [...events] : events.filter((event) => !replaced.has(event.id));
  return holding.sort(compareEvents);
}

/** The total order of events: time, then the row's place in its file, then id. */
export function compareEvents(a: LedgerEvent, b: LedgerEvent): number {
  return (
    compareInstants(a.time, b.time) || a.sequence - b.sequence || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
