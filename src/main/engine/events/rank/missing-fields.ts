import type { LedgerEvent } from '../../../../shared/domain/event.ts';

const made = new WeakMap<LedgerEvent, { readonly from: LedgerEvent; readonly event: LedgerEvent }>();

/**
 * An event with what only another file's row of the same event states: its contract, its transaction id. Out: the event
 * itself where there is nothing to take; the same object as before for the same two.
 */
export function withMissingFields(event: LedgerEvent, from: LedgerEvent | undefined): LedgerEvent {
  if (from === undefined) return event;
  const isContractMissing =
    event.contract === undefined && event.fill === undefined && from.contract !== undefined;
  const isIdMissing = event.externalId === undefined && from.externalId !== undefined;
  if (!isContractMissing && !isIdMissing) return event;
  const known = made.get(event);
  if (known?.from === from) return known.event;
  const whole: LedgerEvent = {
    ...event,
    ...(isContractMissing && { contract: from.contract }),
    ...(isIdMissing && { externalId: from.externalId }),
  };
  made.set(event, { from, event: whole });
  return whole;
}
