import type { Instant } from '../time/instant.ts';
import type { AccountId } from './account.ts';
import type { Subject } from './subject.ts';

/** What one import states of one account and subject: rows that another file had brought before it included. */
export interface StatedSpan {
  readonly batch: string;
  readonly file: string;
  readonly format: string;
  readonly account: AccountId;
  readonly subject: Subject;
  readonly first: Instant;
  readonly last: Instant;
}
