/** Rows that the user forced in or out, against what the rules make of them. */
import type { EventId, LedgerEvent } from '../../../shared/domain/event.ts';

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
    if (decision === undefined) return event;
    return decision.choice === 'out' ? [] : copiesOf(event, decision.copies);
  });
}

function copiesOf(event: LedgerEvent, copies: number): readonly LedgerEvent[] {
  // Right behind the row in the total order: ids of one instant and place compare as texts.
  const more = Array.from({ length: copies - 1 }, (_, at) => ({
    ...event,
    id: `${event.id}+${String(at + 1).padStart(3, '0')}` as EventId,
  }));
  return [event, ...more];
}
