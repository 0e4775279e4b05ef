import { compareInstants } from '../time/instant.ts';
import type { LedgerEvent } from './event.ts';

/** The total order of events: time, then what comes first within one instant, then id. */
export function compareEvents(a: LedgerEvent, b: LedgerEvent): number {
  return (
    compareInstants(a.time, b.time) || a.sequence - b.sequence || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
