import { compareInstants } from '../time/instant.ts';
import type { LedgerEvent } from './event.ts';

/** The total order of events: time, then the row's place in its file, then id. */
export function compareEvents(a: LedgerEvent, b: LedgerEvent): number {
  return (
    compareInstants(a.time, b.time) || a.sequence - b.sequence || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
