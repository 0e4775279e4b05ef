import { epochMs, type Instant } from '../../../../shared/time/instant.ts';
import type { EventDraft } from '../../../importers/importer.ts';

/** Drafts with a place among those of the same instant. */
export interface Placed {
  readonly draft: EventDraft;
  readonly sequence: number;
}

/**
 * The events of a file by time. Exports run oldest first or newest first; rows of one instant keep the file's order, or
 * its reverse, and their number counts from 0 at each instant, so that two files that share an instant agree on it.
 */
export function* chronological(drafts: readonly EventDraft[]): Generator<Placed> {
  const inLines = isSorted(drafts, byLine) ? drafts : drafts.toSorted(byLine);
  const forward = isNewestFirst(inLines) ? inLines.toReversed() : inLines;
  const ordered = isSorted(forward, byTime) ? forward : forward.toSorted(byTime);
  let sequence = 0;
  let time: Instant | undefined;
  for (const draft of ordered) {
    sequence = draft.time === time ? sequence + 1 : 0;
    time = draft.time;
    yield { draft, sequence };
  }
}

function byLine(a: EventDraft, b: EventDraft): number {
  return a.line - b.line;
}

function byTime(a: EventDraft, b: EventDraft): number {
  return epochMs(a.time) - epochMs(b.time);
}

function isSorted(drafts: readonly EventDraft[], compare: (a: EventDraft, b: EventDraft) => number): boolean {
  for (let at = 1; at < drafts.length; at++) {
    const [before, after] = [drafts[at - 1], drafts[at]];
    if (before !== undefined && after !== undefined && compare(before, after) > 0) return false;
  }
  return true;
}

/** Whether more steps go back in time than forward. */
function isNewestFirst(drafts: readonly EventDraft[]): boolean {
  let balance = 0;
  for (let at = 1; at < drafts.length; at++) {
    const [before, after] = [drafts[at - 1], drafts[at]];
    if (before !== undefined && after !== undefined) balance += Math.sign(byTime(before, after));
  }
  return balance > 0;
}
