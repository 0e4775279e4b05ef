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
  // Orders and the names above their fills.
  'binance/order_history_nested_2020.csv': { format: 'binance-order-history', ignored: 4 },
  'binance/order_history_nested_2021_excel.csv': { format: 'binance-order-history', ignored: 2 },
  'binance/um_futures_order_history.csv': { format: 'binance-futures-orders' },
  // One position is still open.
  'binance/um_futures_position_history_2026.csv': { format: 'binance-position-history', ignored: 1 },
  'binance/betheth_dali.csv': { format: 'binance-eth-staking' },
  'binance/c2c_order_history.csv': { format: 'binance-p2p' },
};
