/** Rows that the user forced in or out, against what the rules make of them. */
import type { EventId, LedgerEvent } from '../../../shared/domain/event.ts';
import { replacedId } from './replaced-id.ts';

export interface RowDecision {
  readonly choice: 'in' | 'out';
  /** Of a row that is in: how often it happened. */
  readonly copies: number;
  readonly why: string;
  /** Epoch milliseconds. */
  readonly decidedAt: number;
}

/**
 * Before anything is made of rows: those that are out are gone, and those that happened several times are there as often.
 * In and out: in ledger order; rows without a decision are the same objects.
 */
export function decidedRows(
  stored: readonly LedgerEvent[],
  decisions: ReadonlyMap<EventId, RowDecision>,
): readonly LedgerEvent[] {
  if (decisions.size === 0) return stored;
  return stored.flatMap((event) => {
    const decision = decisions.get(event.id);
    if (decision?.choice === 'out') return [];
    const copies = decision?.copies ?? copiesReplaced(event, decisions);
    return copies === 1 ? event : copiesOf(event, copies);
  });
}

/** The row itself, where an id names one of its copies. */
export function rowIdOf(id: EventId): EventId {
  const end = id.lastIndexOf('+');
  return end === -1 ? id : (id.slice(0, end) as EventId);
}

/** A correction of rows that happened several times corrects each of them. */
function copiesReplaced(
  { replaces = [] }: LedgerEvent,
  decisions: ReadonlyMap<EventId, RowDecision>,
): number {
  const copies = replaces.map((name) => decisions.get(replacedId(name))?.copies ?? 1);
  return copies.length === 0 ? 1 : Math.min(...copies);
}

function copiesOf(event: LedgerEvent, copies: number): readonly LedgerEvent[] {
  const { id, replaces } = event;
  // Right behind the row in the total order: ids of one instant and place compare as texts.
  const more = Array.from({ length: copies - 1 }, (_, at) => ({
    ...event,
    id: copyId(id, at + 1),
    ...(replaces !== undefined && { replaces: replaces.map((one) => copyId(one, at + 1)) }),
  }));
  return [event, ...more];
}

function copyId(id: EventId, copy: number): EventId {
  return `${id}+${String(copy).padStart(3, '0')}` as EventId;
}
