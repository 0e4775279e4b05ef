/** A readable slug that never changes ("binance", "binance-futures", "ledger-nano"). */
export type AccountId = string & { readonly __id: 'account' };

/** In the order that decides where files say different kinds of one account: the kind that asks for most care first. */
export const ACCOUNT_KINDS = ['futures', 'exchange', 'wallet'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** A place that holds units: basis is tracked inside one account (US: from 2025-01-01). */
export interface Account {
  readonly id: AccountId;
  readonly name: string;
  readonly kind: AccountKind;
  /** "Binance", "Coinbase" …; null for a wallet of one's own. */
  readonly venue: string | null;
  /** ISO 3166 code of where the account is held, where known (foreign-account rules need it). */
  readonly country: string | null;
}

export function accountId(slug: string): AccountId {
  return slug as AccountId;
}

/** "Ledger Nano (old)" → "ledger-nano-old": how a user's account name becomes an id. */
export function accountSlug(name: string): AccountId {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
  return accountId(slug === '' ? 'account' : slug);
}
