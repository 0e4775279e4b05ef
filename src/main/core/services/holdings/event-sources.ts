import type { EventId, EventSource, LedgerEvent } from '../../../../shared/domain/event.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { firstWhere } from '../../../../shared/first-where.ts';

/** In: `time`, the event's own where it is known: then it is looked up by it. */
export type SourceOf = (event: EventId, time?: Instant) => Pick<EventSource, 'file' | 'line'>;

const UNKNOWN = { file: '', line: 0 };

/** Where events come from, by id. The first that is asked for without its time makes an index of all of them. */
export function sourcesOf({ facts }: Pick<Derived, 'facts'>): SourceOf {
  const { events } = facts;
  return (event, time) => {
    const found = time === undefined ? undefined : eventAt(events, event, time);
    return (found ?? eventsById(events).get(event))?.source ?? UNKNOWN;
  };
}

/** In: events in ledger order. */
function eventAt(events: readonly LedgerEvent[], id: EventId, time: Instant): LedgerEvent | undefined {
  let place = firstWhere(events, (event) => event.time >= time);
  while (events[place]?.time === time && events[place]?.id !== id) place++;
  return events[place]?.id === id ? events[place] : undefined;
}

const eventsById = keptFor((events: readonly LedgerEvent[]): ReadonlyMap<EventId, LedgerEvent> => {
  const byId = new Map<EventId, LedgerEvent>();
  for (const event of events) byId.set(event.id, event);
  return byId;
});
