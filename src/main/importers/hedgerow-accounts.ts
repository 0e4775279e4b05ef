import {
  type Account,
  ACCOUNT_KINDS,
  type AccountId,
  type AccountKind,
  accountSlug,
} from '../../shared/domain/account.ts';
import { knownAccounts } from './known-accounts.ts';

interface Named {
  name: string;
  stated: AccountKind | null;
  hasFutures: boolean;
}

/**
 * The accounts that the rows of one file name, and what kind each seems to be. Of several names or kinds of one account
 * that is taken which would be taken if each stood in a file of its own: `account-in-force.ts` of the ledger.
 */
export class AccountBook {
  readonly #accounts = new Map<AccountId, Named>();

  /** Notes an account of a row. In: the kind that the row states, and whether the row can only be in a futures account. */
  take(name: string, stated: AccountKind | null, isFutures: boolean): AccountId {
    const id = accountSlug(name);
    const known = this.#accounts.get(id);
    if (known === undefined) this.#accounts.set(id, { name, stated, hasFutures: isFutures });
    else {
      if (name < known.name) known.name = name;
      known.stated = firstKind(known.stated, stated);
      known.hasFutures ||= isFutures;
    }
    return id;
  }

  /** A kind that any row states counts; else futures rows make a futures account; what is no known exchange is a wallet. */
  all(): readonly { readonly account: Account; readonly isGuess: boolean }[] {
    return [...this.#accounts].map(([id, { name, stated, hasFutures }]) => {
      const known = knownAccounts.get(id);
      if (known !== undefined && stated === null) return { account: known, isGuess: false };
      const kind = stated ?? (hasFutures ? 'futures' : 'wallet');
      const account = { id, name, kind, venue: kind === 'wallet' ? null : name, country: null };
      return { account, isGuess: stated === null };
    });
  }
}

function firstKind(a: AccountKind | null, b: AccountKind | null): AccountKind | null {
  return ACCOUNT_KINDS.find((kind) => kind === a || kind === b) ?? null;
}
