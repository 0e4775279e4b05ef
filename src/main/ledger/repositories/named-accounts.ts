/** The accounts that the files of an import name: what each is follows from all files, and is found out at the end. */
import type Database from 'better-sqlite3-multiple-ciphers';
import type { AccountId } from '../../../shared/domain/account.ts';
import { invariant } from '../../../shared/invariant.ts';
import type { DifferentKind, StatedAccount } from '../account-statement.ts';
import type { ContentSum } from '../database/content-sum.ts';
import { type AccountStatements, accountStatements } from './account-statements.ts';

export class NamedAccounts {
  readonly #statements: AccountStatements;
  /** Those that are known, or that a file of this import has named. */
  readonly #known: Set<string>;
  /** Of this import. */
  readonly #named = new Set<string>();
  /** What is said of accounts by the file that is open, or else by the next. */
  #stated = new Map<AccountId, StatedAccount>();

  constructor(database: Database.Database) {
    this.#statements = accountStatements(database);
    this.#known = new Set(this.#statements.known());
  }

  /** Out: those that other files say to be of another kind. */
  state(accounts: readonly StatedAccount[]): readonly DifferentKind[] {
    for (const account of accounts) if (!this.#stated.has(account.id)) this.#stated.set(account.id, account);
    return this.#statements.differing(accounts);
  }

  /** In: a file that is whole, and the accounts that it uses. */
  store(batch: number, accounts: ReadonlySet<AccountId>): void {
    for (const one of accounts) {
      const isThere = this.#known.has(one) || this.#stated.has(one);
      invariant(isThere, `the account ${one} is stored with the rows that name it`);
      this.#known.add(one);
      this.#named.add(one);
    }
    this.#statements.store(batch, accounts, this.#stated);
    this.#stated = new Map();
  }

  /** What the file that is open has said. */
  forget(): void {
    this.#stated = new Map();
  }

  names(): ReadonlyMap<AccountId, string> {
    return this.#statements.names(this.#named);
  }

  /** At the end of the import. */
  settle(content: ContentSum): void {
    this.#statements.settle(this.#named, content);
  }
}
