import type { Account, AccountId, AccountKind } from '../../shared/domain/account.ts';

/**
 * Who says what an account is: the program itself; rows that state its kind; the user, who chose its name for a file
 * whose format says the kind; or rows whose kind is a guess of their reader.
 */
export type SaidBy = 'program' | 'row' | 'choice' | 'guess';

/** What one file says of an account. */
export interface StatedAccount extends Account {
  /** `row` where it is left out. */
  readonly saidBy?: SaidBy;
}

/** An account that a file calls another kind than the program or another file does. */
export interface DifferentKind {
  readonly account: AccountId;
  readonly name: string;
  readonly kind: AccountKind;
  readonly otherKind: AccountKind;
  /** The other file; null: the program or the user says it. */
  readonly otherFile: string | null;
}
