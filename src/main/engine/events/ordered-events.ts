import { compareEvents } from '../../../shared/domain/event-order.ts';
import type { LedgerEvent } from '../../../shared/domain/event.ts';

/**
 * The events that hold, in ledger order: time, then sequence, then id. What a later event replaces is left out.
 */
export function orderedEvents(events: readonly LedgerEvent[]): readonly LedgerEvent[] {
  const replaced = new Set(events.flatMap((event) => (event.replaces === undefined ? [] : [event.replaces])));
  const holding = replaced.size === 0 ? [...events] : events.filter((event) => !replaced.has(event.id));
  return holding.sort(compareEvents);
}
