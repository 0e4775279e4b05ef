import type { Sample } from './sample.fixture.ts';

/** Samples of Binance's exports whose facts `binance-facts.test.ts` checks. */
export const binanceSamples: Readonly<Record<string, Sample>> = {
  // Thirteen rows move coins within Earn and staking, or between wallets of the spot account.
  'binance/transaction_history_operations_composite.csv': { format: 'binance-statement', ignored: 13 },
  // Two rows have empty cells, on purpose.
  'binance/transaction_history_rotki_part1.csv': { format: 'binance-statement', bad: 2, ignored: 9 },
  'binance/transaction_history_rotki_part2_multifill.csv': { format: 'binance-statement' },
  'binance/transaction_history_same_events.csv': { format: 'binance-statement' },
  'binance/transaction_history_usdt_futures_2021.csv': { format: 'binance-statement' },
  'binance/withdrawals_2021_txfee.csv': { format: 'binance-moves' },
};
