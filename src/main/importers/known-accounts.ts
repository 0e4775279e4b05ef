import { type Account, type AccountId, type AccountKind, accountId } from '../../shared/domain/account.ts';

function at(venue: string, id: string, kind: AccountKind, name = venue): Account {
  return { id: accountId(id), name, kind, venue, country: null };
}

// The accounts that exports of known exchanges belong to, unless the user says otherwise.
export const binanceAccount = at('Binance', 'binance', 'exchange');
export const binanceFuturesAccount = at('Binance', 'binance-futures', 'futures', 'Binance Futures');
export const binanceUsAccount = at('Binance.US', 'binance-us', 'exchange');
export const bitfinexAccount = at('Bitfinex', 'bitfinex', 'exchange');
export const bitstampAccount = at('Bitstamp', 'bitstamp', 'exchange');
export const geminiAccount = at('Gemini', 'gemini', 'exchange');
export const coinbaseAccount = at('Coinbase', 'coinbase', 'exchange');
export const coinbaseProAccount = at('Coinbase', 'coinbase-pro', 'exchange', 'Coinbase Pro');
export const coinbasePrimeAccount = at('Coinbase', 'coinbase-prime', 'exchange', 'Coinbase Prime');
export const krakenAccount = at('Kraken', 'kraken', 'exchange');
export const krakenFuturesAccount = at('Kraken', 'kraken-futures', 'futures', 'Kraken Futures');
export const deribitAccount = at('Deribit', 'deribit', 'futures');
export const bitmexAccount = at('BitMEX', 'bitmex', 'futures');
export const cryptoComAccount = at('Crypto.com', 'crypto-com', 'exchange', 'Crypto.com App');
export const cryptoComExchangeAccount = at(
  'Crypto.com',
  'crypto-com-exchange',
  'exchange',
  'Crypto.com Exchange',
);
export const interactiveBrokersAccount = at('Interactive Brokers', 'interactive-brokers', 'futures');
export const bybitAccount = at('Bybit', 'bybit', 'exchange', 'Bybit Funding');
export const bybitUnifiedAccount = at('Bybit', 'bybit-unified', 'futures', 'Bybit Unified Trading');
export const okxAccount = at('OKX', 'okx', 'exchange', 'OKX Funding');
export const okxTradingAccount = at('OKX', 'okx-trading', 'futures', 'OKX Trading');
export const mexcAccount = at('MEXC', 'mexc', 'exchange');
export const mexcFuturesAccount = at('MEXC', 'mexc-futures', 'futures', 'MEXC Futures');
export const bingxAccount = at('BingX', 'bingx', 'exchange');
export const bingxFundAccount = at('BingX', 'bingx-fund', 'exchange', 'BingX Fund');
export const bingxFuturesAccount = at('BingX', 'bingx-futures', 'futures', 'BingX Perpetual Futures');
export const bitgetAccount = at('Bitget', 'bitget', 'exchange');
export const bitgetFuturesAccount = at('Bitget', 'bitget-futures', 'futures', 'Bitget Futures');
export const kucoinAccount = at('KuCoin', 'kucoin', 'exchange');
export const kucoinFuturesAccount = at('KuCoin', 'kucoin-futures', 'futures', 'KuCoin Futures');

/** By id, for files whose rows name an account that is one of these. */
export const knownAccounts: ReadonlyMap<AccountId, Account> = new Map(
  [
    binanceAccount,
    binanceFuturesAccount,
    binanceUsAccount,
    bitfinexAccount,
    bitstampAccount,
    geminiAccount,
    coinbaseAccount,
    coinbaseProAccount,
    coinbasePrimeAccount,
    krakenAccount,
    krakenFuturesAccount,
    deribitAccount,
    bitmexAccount,
    cryptoComAccount,
    cryptoComExchangeAccount,
    interactiveBrokersAccount,
    bybitAccount,
    bybitUnifiedAccount,
    okxAccount,
    okxTradingAccount,
    mexcAccount,
    mexcFuturesAccount,
    bingxAccount,
    bingxFundAccount,
    bingxFuturesAccount,
    bitgetAccount,
    bitgetFuturesAccount,
    kucoinAccount,
    kucoinFuturesAccount,
  ].map((account) => [account.id, account]),
);
