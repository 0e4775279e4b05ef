import type { ReadText } from '../../../src/main/importers/read-text.fixture.ts';
import { checkIbkrFact } from './facts/ibkr-facts.ts';
import { checkKrakenFact } from './facts/kraken-facts.ts';
import { checkKrakenFuturesFact } from './facts/kraken-futures-facts.ts';
import { checkRotkiFact } from './facts/rotki-facts.ts';
import type { Sample } from './sample.fixture.ts';

export interface CheckedSample extends Sample {
  /** How a fact is checked that is worded in another way than rows of trades. Out: how many statements were checked. */
  readonly check?: (read: ReadText, fact: object) => number;
}

/**
 * rotki takes the whole amount as what left, and the fee on top of it. The balances of the file say that the fee is inside:
 * before the withdrawal and after it they differ by the amount alone.
 */
const isFeeInside = (leg: string): boolean => leg.startsWith('1577252845 principal');

/** Samples of Kraken, Coinbase Pro, Deribit, BitMEX, Crypto.com and Interactive Brokers. */
export const checkedSamples: Readonly<Record<string, CheckedSample>> = {
  'coinbase/pro_account_statement_rotki.csv': { format: 'coinbase-pro-account', check: checkRotkiFact() },
  'coinbase/pro_fills_2020.csv': { format: 'coinbase-pro-fills' },
  // A move that was cancelled.
  'bitmex/wallet_history_rotki.csv': {
    format: 'bitmex-wallet',
    ignored: 1,
    check: checkRotkiFact(isFeeInside),
  },
  'bitmex/trade_history_2020.csv': { format: 'bitmex-trades' },
  // Moves into earning and staking, orders that wait, rows that an overall swap sums up.
  'crypto_com/app_transactions_rotki.csv': { format: 'crypto-com-app', ignored: 15, check: checkRotkiFact() },
  'crypto_com/app_transactions_with_hash_2021.csv': { format: 'crypto-com-app', ignored: 1 },
  // It has only column names, and its name no currency.
  'deribit/transaction_log_header.csv': { format: 'deribit-log', market: 'BTC' },
  'ibkr/activity_statement_futures_2026.csv': { format: 'ibkr-activity', ignored: 4, check: checkIbkrFact },
  // Pending copies and moves into staking and back.
  'kraken/ledgers_10col.csv': { format: 'kraken-ledgers', ignored: 12, check: checkKrakenFact },
  'kraken/ledgers_11col_wallet.csv': { format: 'kraken-ledgers', ignored: 2, check: checkKrakenFact },
  'kraken/trades_13col.csv': { format: 'kraken-trades' },
  'kraken_futures/account_log_linear_pair_of_legs_2026.csv': {
    format: 'kraken-futures-log',
    check: checkKrakenFuturesFact,
  },
};
