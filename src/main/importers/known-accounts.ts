import { type Account, type AccountId, accountId } from '../../shared/domain/account.ts';

/** The accounts that exports of known exchanges belong to, unless the user says otherwise. */
export const binanceAccount: Account = {
  id: accountId('binance'),
  name: 'Binance',
  kind: 'exchange',
  venue: 'Binance',
  country: null,
};
export const binanceFuturesAccount: Account = {
  id: accountId('binance-futures'),
  name: 'Binance Futures',
  kind: 'futures',
  venue: 'Binance',
  country: null,
};
export const coinbaseAccount: Account = {
  id: accountId('coinbase'),
  name: 'Coinbase',
  kind: 'exchange',
  venue: 'Coinbase',
  country: null,
};

/** By id, for files whose rows name an account that is one of these. */
export const knownAccounts: ReadonlyMap<AccountId, Account> = new Map(
  [binanceAccount, binanceFuturesAccount, coinbaseAccount].map((account) => [account.id, account]),
);
