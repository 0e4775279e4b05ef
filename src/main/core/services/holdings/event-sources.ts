import type { EventId, EventSource, LedgerEvent } from '../../../../shared/domain/event.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';

export type SourceOf = (event: EventId) => Pick<EventSource, 'file' | 'line'>;

const UNKNOWN = { file: '', line: 0 };

/** Where events come from, by id. The first that is asked for makes the index, once per state of the ledger. */
export function sourcesOf({ facts }: Pick<Derived, 'facts'>): SourceOf {
  return (event) => eventsById(facts.events).get(event)?.source ?? UNKNOWN;
}

const eventsById = keptFor((events: readonly LedgerEvent[]): ReadonlyMap<EventId, LedgerEvent> => {
  const byId = new Map<EventId, LedgerEvent>();
  for (const event of events) byId.set(event.id, event);
  return byId;
});
