import type { CheckedSample } from './checked-samples.fixture.ts';
import { checkRotkiFact } from './facts/rotki-facts.ts';

/** Samples of Bitfinex, Bitstamp and Gemini. */
export const exchangeSamples: Readonly<Record<string, CheckedSample>> = {
  // Its dates can be read with the day or the month first.
  'bitfinex/trades_2020.csv': { format: 'bitfinex-trades', dateOrder: 'day-first' },
  'bitfinex/trades_2020_date_order.csv': { format: 'bitfinex-trades' },
  'bitstamp/transactions_v1_2019.csv': { format: 'bitstamp' },
  'bitstamp/transactions_v1_rotki.csv': { format: 'bitstamp', check: checkRotkiFact() },
  'bitstamp/transactions_v2_2025.csv': { format: 'bitstamp' },
  // A total below the rows; amounts that were disguised have up to 22 decimals, which nobody rounds by himself.
  'gemini/transaction_history_2021.csv': { format: 'gemini', bad: 4, ignored: 1 },
};
