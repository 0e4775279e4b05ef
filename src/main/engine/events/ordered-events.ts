import { compareEvents } from '../../../shared/domain/event-order.ts';
import type { EventId, LedgerEvent } from '../../../shared/domain/event.ts';
import { firstWhere } from '../../../shared/first-where.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { replacedId } from './replaced-id.ts';

/**
 * The events that hold, in ledger order: time, then sequence, then id. What a later event replaces is left out.
 */
export function orderedEvents(events: readonly LedgerEvent[]): readonly LedgerEvent[] {
  return withoutReplaced(events).toSorted(compareEvents);
}

/** Those up to an instant. In: events in ledger order. Out: the same list where that is all of them. */
export function eventsUntil(events: readonly LedgerEvent[], at: Instant): readonly LedgerEvent[] {
  const last = events.at(-1);
  if (last === undefined || last.time <= at) return events;
  return events.slice(
    0,
    firstWhere(events, (event) => event.time > at),
  );
}

/** Without what a later event replaces, by the name of any of its rows: in the order given. */
export function withoutReplaced(events: readonly LedgerEvent[]): readonly LedgerEvent[] {
  const replaced = new Set<EventId>();
  for (const event of events) for (const name of event.replaces ?? []) replaced.add(replacedId(name));
  if (replaced.size === 0) return events;
  return events.filter(
    ({ id, parts }) => !replaced.has(id) && parts?.some((part) => replaced.has(part.id)) !== true,
  );
}
