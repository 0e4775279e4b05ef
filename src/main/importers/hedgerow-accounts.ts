import { type Account, type AccountId, type AccountKind, accountSlug } from '../../shared/domain/account.ts';
import { knownAccounts } from './known-accounts.ts';

interface Named {
  readonly name: string;
  stated: AccountKind | null;
  hasFutures: boolean;
}

/** The accounts that the rows of one file name, and what kind each seems to be. */
export class AccountBook {
  readonly #accounts = new Map<AccountId, Named>();

  /** Notes an account of a row. In: the kind that the row states, and whether the row can only be in a futures account. */
  take(name: string, stated: AccountKind | null, isFutures: boolean): AccountId {
    const id = accountSlug(name);
    const known = this.#accounts.get(id);
    if (known === undefined) this.#accounts.set(id, { name, stated, hasFutures: isFutures });
    else {
      known.stated ??= stated;
      known.hasFutures ||= isFutures;
    }
    return id;
  }

  /** A kind that any row states counts; else futures rows make a futures account; what is no known exchange is a wallet. */
  all(): readonly Account[] {
    return [...this.#accounts].map(([id, { name, stated, hasFutures }]) => {
      const known = knownAccounts.get(id);
      if (known !== undefined && stated === null) return known;
      const kind = stated ?? (hasFutures ? 'futures' : 'wallet');
      return { id, name, kind, venue: kind === 'wallet' ? null : name, country: null };
    });
  }
}
