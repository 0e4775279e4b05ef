import type { EventId, LedgerEvent, LegRole } from '../../../../shared/domain/event.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';

/** Which amount of an event is meant. */
export interface Amount {
  readonly asset: string;
  readonly role: LegRole;
}

/** The rows of an event that state an amount; none where the event is no more than its own row, or none does. */
export type LegRowsOf = (event: EventId, amount: Amount) => readonly LedgerEvent[];

/** A trade of three rows has its fee in one of them: that one is to be looked at. */
export function legRowsIn({ facts }: Pick<Derived, 'facts'>): LegRowsOf {
  return (event, { asset, role }) => {
    const others = othersOf(facts.events).get(event);
    if (others === undefined) return [];
    const byId = rowsById(facts.stored);
    return [event, ...others].flatMap((id) => {
      const row = byId.get(id);
      return row?.legs.some((leg) => leg.role === role && leg.asset === asset) === true ? [row] : [];
    });
  };
}

const othersOf = keptFor((events: readonly LedgerEvent[]): ReadonlyMap<EventId, readonly EventId[]> => {
  const others = new Map<EventId, readonly EventId[]>();
  for (const { id, parts } of events)
    if (parts !== undefined)
      others.set(
        id,
        parts.map((part) => part.id),
      );
  return others;
});

const rowsById = keptFor((stored: readonly LedgerEvent[]): ReadonlyMap<EventId, LedgerEvent> => {
  const rows = new Map<EventId, LedgerEvent>();
  for (const row of stored) if (row.part !== undefined) rows.set(row.id, row);
  return rows;
});
