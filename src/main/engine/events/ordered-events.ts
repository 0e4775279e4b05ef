import { compareEvents } from '../../../shared/domain/event-order.ts';
import type { LedgerEvent } from '../../../shared/domain/event.ts';

/**
 * The events that hold, in ledger order: time, then sequence, then id. What a later event replaces is left out.
 */
export function orderedEvents(events: readonly LedgerEvent[]): readonly LedgerEvent[] {
  return withoutReplaced(events).toSorted(compareEvents);
}

/** Without what a later event replaces: in the order given. */
export function withoutReplaced(events: readonly LedgerEvent[]): readonly LedgerEvent[] {
  const replaced = new Set(events.flatMap((event) => event.replaces ?? []));
  return replaced.size === 0 ? events : events.filter((event) => !replaced.has(event.id));
}
