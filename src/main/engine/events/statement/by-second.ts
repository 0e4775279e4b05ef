import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import { epochMs } from '../../../../shared/time/instant.ts';

/** In: rows in ledger order. Out: those of one second each. */
export function bySecond(rows: readonly LedgerEvent[]): readonly (readonly LedgerEvent[])[] {
  const seconds: LedgerEvent[][] = [];
  for (const row of rows) {
    const last = seconds.at(-1);
    if (last?.[0] !== undefined && isOneSecond(last[0], row)) last.push(row);
    else seconds.push([row]);
  }
  return seconds;
}

function isOneSecond(a: LedgerEvent, b: LedgerEvent): boolean {
  return secondOf(a) === secondOf(b);
}

export function secondOf({ time }: LedgerEvent): number {
  return Math.floor(epochMs(time) / 1000);
}

/** How many seconds lie between two times, whole ones. */
export function secondsBetween(a: readonly LedgerEvent[], b: readonly LedgerEvent[]): number {
  const [from, to] = [a[0], b[0]];
  return from === undefined || to === undefined ? Infinity : Math.abs(secondOf(to) - secondOf(from));
}
