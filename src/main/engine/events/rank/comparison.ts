import type { AccountId } from '../../../../shared/domain/account.ts';
import type { EventId, LegRole } from '../../../../shared/domain/event.ts';
import type { Subject } from '../../../../shared/domain/subject.ts';
import type { Quantity } from '../../../../shared/num/types.ts';

/** One figure of one day that two formats state differently. */
export interface Difference {
  /** A number for the taxpayer's day, as `dayOf` gives it. */
  readonly day: number;
  readonly asset: string;
  readonly contract: string | null;
  readonly role: LegRole;
  readonly counted: Quantity;
  readonly stated: Quantity;
  readonly countedRows: readonly EventId[];
  readonly statedRows: readonly EventId[];
}

/** What two formats say of one subject in one account. */
export interface Comparison {
  readonly account: AccountId;
  readonly subject: Subject;
  /** The format whose rows count. */
  readonly counts: string;
  /** The format that is compared with it. */
  readonly compared: string;
  /** In ms, of the rows of `compared` that do not count. */
  first: number;
  last: number;
  /** Rows of `compared` that do not count. */
  leftOut: number;
  /** Things that both state equally. */
  agreed: number;
  /** Rows that count and took a field from `compared`. */
  filled: number;
  /** Rows of `compared` that count, because neither `counts` nor another file has anything like them. */
  alone: number;
  readonly differences: Difference[];
}

/** What two formats are compared about. */
export type Compares = Pick<Comparison, 'account' | 'subject' | 'counts' | 'compared'>;

export function newComparison(of: Compares): Comparison {
  const none = { first: Infinity, last: -Infinity, leftOut: 0, agreed: 0, filled: 0, alone: 0 };
  return { ...of, ...none, differences: [] };
}

/** The comparison of a list that is about the same, put there where it is missing. */
export function comparisonIn(comparisons: Comparison[], of: Compares): Comparison {
  let found = comparisons.find(
    (one) =>
      one.account === of.account &&
      one.subject === of.subject &&
      one.counts === of.counts &&
      one.compared === of.compared,
  );
  if (found === undefined) comparisons.push((found = newComparison(of)));
  return found;
}

/** A row of the compared format that was looked at. In: its time in ms. */
export function reachOver(comparison: Comparison, ms: number): void {
  comparison.first = Math.min(comparison.first, ms);
  comparison.last = Math.max(comparison.last, ms);
}
