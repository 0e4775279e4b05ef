/**
 * How a correction names what it replaces: an event by its id, with all rows that are put together to it; or one row alone,
 * as `row:ID`, whatever it would be put together with. The latter is what somebody means who looked at one row.
 */
import type { EventId } from '../../../shared/domain/event.ts';

const ALONE = 'row:';

/** The id of the event or row that a name means. */
export function replacedId(name: EventId): EventId {
  return isNamedAlone(name) ? (name.slice(ALONE.length) as EventId) : name;
}

export function isNamedAlone(name: EventId): boolean {
  return name.startsWith(ALONE);
}

export function nameAlone(id: EventId): EventId {
  return `${ALONE}${id}` as EventId;
}
