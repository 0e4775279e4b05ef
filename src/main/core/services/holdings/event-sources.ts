import type { EventId, EventSource } from '../../../../shared/domain/event.ts';
import type { Derived } from '../../derived.ts';

export type SourceOf = (event: EventId) => Pick<EventSource, 'file' | 'line'>;

const UNKNOWN = { file: '', line: 0 };

/** Where events come from, by id. */
export function sourcesOf({ facts }: Pick<Derived, 'facts'>): SourceOf {
  const sources = new Map(facts.events.map((event) => [event.id, event.source]));
  return (event) => sources.get(event) ?? UNKNOWN;
}
