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
