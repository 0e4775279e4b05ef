import { epochMs, type Instant } from '../../../../shared/time/instant.ts';
import type { EventDraft } from '../../../importers/importer.ts';

interface OfRow {
  readonly draft: EventDraft;
}

/** An item with its event's place among those of the same instant. */
export interface Placed<T extends OfRow> {
  readonly item: T;
  readonly sequence: number;
}

/**
 * The events of a file by time. Exports run oldest first or newest first; rows of one instant keep the file's order, or
 * its reverse, and their number counts from 0 at each instant, so that two files that share an instant agree on it.
 */
export function* chronological<T extends OfRow>(items: readonly T[]): Generator<Placed<T>> {
  const inLines = isSorted(items, byLine) ? items : items.toSorted(byLine);
  const forward = isNewestFirst(inLines) ? inLines.toReversed() : inLines;
  const ordered = isSorted(forward, byTime) ? forward : forward.toSorted(byTime);
  let sequence = 0;
  let time: Instant | undefined;
  for (const item of ordered) {
    sequence = item.draft.time === time ? sequence + 1 : 0;
    time = item.draft.time;
    yield { item, sequence };
  }
}

function byLine(a: OfRow, b: OfRow): number {
  return a.draft.line - b.draft.line;
}

function byTime(a: OfRow, b: OfRow): number {
  return epochMs(a.draft.time) - epochMs(b.draft.time);
}

function isSorted(items: readonly OfRow[], compare: (a: OfRow, b: OfRow) => number): boolean {
  for (let at = 1; at < items.length; at++) {
    const [before, after] = [items[at - 1], items[at]];
    if (before !== undefined && after !== undefined && compare(before, after) > 0) return false;
  }
  return true;
}

/** Whether more steps go back in time than forward. */
function isNewestFirst(items: readonly OfRow[]): boolean {
  let balance = 0;
  for (let at = 1; at < items.length; at++) {
    const [before, after] = [items[at - 1], items[at]];
    if (before !== undefined && after !== undefined) balance += Math.sign(byTime(before, after));
  }
  return balance > 0;
}
