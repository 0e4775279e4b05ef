/** Rows that a correction names alone are put together with nothing; see `replaced-id.ts`. */
import type { EventId, LedgerEvent } from '../../../shared/domain/event.ts';
import { withoutOrphans } from './orphaned-corrections.ts';
import { isNamedAlone, nameAlone, replacedId } from './replaced-id.ts';

/** The names of an event's rows, each alone. Rows that no other ever joins are named as they are. */
export function rowNamesOf({ id, part, parts = [] }: LedgerEvent): readonly EventId[] {
  if (part === undefined && parts.length === 0) return [id];
  return [id, ...parts.map((one) => one.id)].map(nameAlone);
}

/** Rows that a correction names alone are put together with nothing. In: rows as stored. Out: the very list where none is. */
export function withNamedAlone(rows: readonly LedgerEvent[]): readonly LedgerEvent[] {
  const isAlone = ({ replaces }: LedgerEvent): boolean => replaces?.some(isNamedAlone) === true;
  if (!rows.some(isAlone)) return rows;
  const named = new Set<EventId>();
  for (const { replaces = [] } of withoutOrphans(rows).filter(isAlone))
    for (const name of replaces) if (isNamedAlone(name)) named.add(replacedId(name));
  return named.size === 0 ? rows : rows.map((row) => (named.has(row.id) ? withoutPart(row) : row));
}

const made = new WeakMap<LedgerEvent, LedgerEvent>();

/** The same object as before for the same row. */
function withoutPart(row: LedgerEvent): LedgerEvent {
  if (row.part === undefined) return row;
  let alone = made.get(row);
  if (alone === undefined) {
    const { part: _, ...rest } = row;
    made.set(row, (alone = rest));
  }
  return alone;
}
