import type { CheckedSample } from './checked-samples.fixture.ts';
import { venueFacts } from './facts/venue-facts.ts';

const check = venueFacts();

/** Samples of Bybit, OKX, MEXC, BingX, Bitget and KuCoin. */
export const venueSamples: Readonly<Record<string, CheckedSample>> = {
  'bybit/asset_change_details_fund_2026.csv': { format: 'bybit-funding' },
  'bybit/asset_change_details_fund_earn_2026.csv': { format: 'bybit-funding' },
  'bybit/asset_change_details_uta_derivatives_2026.csv': { format: 'bybit-unified-details', check },
  'bybit/asset_change_details_uta_same_second_fills.csv': { format: 'bybit-unified-details', check },
  // The file states one net figure and no fees: profit before fees would be a guess from average prices.
  'bybit/closed_pnl_2025.csv': { format: 'bybit-closed-pnl', check: venueFacts({ except: ['gross'] }) },
  'bybit/closed_pnl_2026.csv': { format: 'bybit-closed-pnl', check },
  'bybit/derivatives_trade_history_2026.csv': { format: 'bybit-futures-trades', check },
  'bybit/spot_trade_history_2024.csv': { format: 'bybit-spot-trades', check },
  'bybit/spot_trade_history_2026.csv': { format: 'bybit-spot-trades' },
  'bybit/uta_transaction_log_perp_2026.csv': { format: 'bybit-unified-log', check },
  'okx/okex_trades_2020_bom_per_field.csv': { format: 'okx-trades-2020', check },
  'okx/positions_history_2026.csv': { format: 'okx-positions', check },
  'okx/trading_history_17col_2025.csv': { format: 'okx-trading', check },
  'okx/trading_history_17col_preamble_2026.csv': { format: 'okx-trading', check },
  'okx/trading_history_19col_2023.csv': { format: 'okx-trading', check },
  'okx/trading_history_swap_2026.csv': { format: 'okx-trading', check },
  'okx/trading_history_usd_columns_2026.csv': { format: 'okx-trading', check },
  'okx/withdrawal_history_2026.csv': { format: 'okx-withdrawals' },
  'mexc/futures_capital_flow_2025.csv': { format: 'mexc-futures-flow' },
  'mexc/futures_order_history_2025.csv': { format: 'mexc-futures-orders' },
  'mexc/futures_position_history_2025.csv': { format: 'mexc-futures-positions' },
  'mexc/spot_order_history_portuguese.csv': { format: 'mexc-spot-orders' },
  'mexc/spot_statement_header.csv': { format: 'mexc-spot-moves' },
  'bingx/fund_account_history_2026.csv': { format: 'bingx-fund', check },
  'bingx/perpetual_order_history_2026.csv': { format: 'bingx-futures-orders', check },
  'bingx/perpetual_transaction_history.csv': { format: 'bingx-futures-transactions' },
  'bingx/spot_order_history_2026.csv': { format: 'bingx-spot-orders', check },
  'bitget/futures_transactions_2024.csv': { format: 'bitget-futures-bills', check },
  // Its fact about the time holds where the user says that the file is in UTC-3: the file does not.
  'bitget/spot_order_details_2026.csv': { format: 'bitget-spot-fills', check: venueFacts({ zoneHours: -3 }) },
  'kucoin/deposits_2024.csv': { format: 'kucoin-moves' },
  'kucoin/futures_realized_pnl_header.csv': { format: 'kucoin-futures-pnl' },
  'kucoin/order_history_2019_rotki.csv': { format: 'kucoin-old-trades' },
  'kucoin/spot_fills_2023_utc_plus2.csv': { format: 'kucoin-spot-fills', check },
  'kucoin/spot_order_splitting_2024_account_mode.csv': { format: 'kucoin-spot-fills', check },
  'kucoin/spot_orders_2024_tax_column.csv': { format: 'kucoin-spot-orders' },
  'kucoin/spot_orders_filled_2024_account_mode.csv': { format: 'kucoin-spot-orders', check },
  'kucoin/withdrawals_2024.csv': { format: 'kucoin-moves' },
};
