/**
 * Several files may name one account, each in its own way. What the account is follows from what is said of it alone,
 * never from which file came first. What the user saved counts before all files (it is not among the statements). Else:
 *
 * - its kind, with venue and country: what the program knows; else what rows state; else that of the format of a file for
 *   which the user chose the account; else what a reader guessed from the rows. Where several say it alike: futures before
 *   exchange before wallet.
 * - its name: what the user chose; else the program's; else the first of the names in rows, by the numbers of their
 *   characters. A venue that is called like its account keeps the account's name.
 *
 * A file that is cut in two says the same as the whole: its readers choose among rows in the same order.
 */
import { ACCOUNT_KINDS, type AccountKind } from '../../../shared/domain/account.ts';
import type { SaidBy } from '../account-statement.ts';

export interface AccountStatement {
  readonly name: string;
  readonly kind: AccountKind;
  readonly venue: string | null;
  readonly country: string | null;
  readonly saidBy: SaidBy;
}

const kindRank: { readonly [By in SaidBy]: number } = { program: 0, row: 1, choice: 2, guess: 3 };
const nameRank: { readonly [By in SaidBy]: number } = { choice: 0, program: 1, row: 2, guess: 2 };

/** In: at least one. */
export function accountInForce(stated: readonly AccountStatement[]): Omit<AccountStatement, 'saidBy'> {
  const { name } = first(
    stated,
    (a, b) => nameRank[a.saidBy] - nameRank[b.saidBy] || inOrder(a.name, b.name),
  );
  const { kind, venue, country, name: ownName } = first(stated, compareKinds);
  return { name, kind, venue: venue === ownName ? name : venue, country };
}

function compareKinds(a: AccountStatement, b: AccountStatement): number {
  return (
    kindRank[a.saidBy] - kindRank[b.saidBy] ||
    ACCOUNT_KINDS.indexOf(a.kind) - ACCOUNT_KINDS.indexOf(b.kind) ||
    inOrder(a.venue ?? '', b.venue ?? '') ||
    inOrder(a.country ?? '', b.country ?? '') ||
    inOrder(a.name, b.name)
  );
}

function first<T>(list: readonly T[], compare: (a: T, b: T) => number): T {
  return list.reduce((best, one) => (compare(one, best) < 0 ? one : best));
}

function inOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
