import { binanceAutoInvest } from './binance/binance-auto-invest.ts';
import { binanceConvert } from './binance/binance-convert.ts';
import { binanceEarn } from './binance/binance-earn.ts';
import { binanceEthStaking } from './binance/binance-eth-staking.ts';
import { binanceFiatMoves } from './binance/binance-fiat-moves.ts';
import { binanceFuturesOrders } from './binance/binance-futures-orders.ts';
import { binanceMoves } from './binance/binance-moves.ts';
import { binanceOrderHistory } from './binance/binance-order-history.ts';
import { binanceP2p } from './binance/binance-p2p.ts';
import { binancePositionHistory } from './binance/binance-position-history.ts';
import { binanceStatement } from './binance/binance-statement.ts';
import { binanceSpot } from './binance-spot.ts';
import { binanceUmIncome } from './binance-um-income.ts';
import { binanceUmTrades } from './binance-um-trades.ts';
import { bingxFund } from './bingx/bingx-fund.ts';
import { bingxFuturesOrders } from './bingx/bingx-futures-orders.ts';
import { bingxSpotOrders } from './bingx/bingx-spot-orders.ts';
import { bingxFuturesTransactions, bingxSpotTransactions } from './bingx/bingx-transactions.ts';
import { bitgetFuturesBills } from './bitget/bitget-futures-bills.ts';
import { bitgetFuturesOrders } from './bitget/bitget-futures-orders.ts';
import { bitgetEarn, bitgetMoves } from './bitget/bitget-moves.ts';
import { bitgetSpotBills } from './bitget/bitget-spot-bills.ts';
import { bitgetSpotFills } from './bitget/bitget-spot-fills.ts';
import { bitgetSpotOrders } from './bitget/bitget-spot-orders.ts';
import { bybitAssetChanges } from './bybit/bybit-asset-changes.ts';
import { bybitClosedPnl } from './bybit/bybit-closed-pnl.ts';
import { bybitDeposits } from './bybit/bybit-deposits.ts';
import { bybitFunding } from './bybit/bybit-funding.ts';
import { bybitFuturesTrades } from './bybit/bybit-futures-trades.ts';
import { bybitSpotTrades } from './bybit/bybit-spot-trades.ts';
import { bybitUnifiedDetails } from './bybit/bybit-unified-details.ts';
import { bybitUnifiedLog } from './bybit/bybit-unified-log.ts';
import { binanceUs } from './binance-us/binance-us.ts';
import { bitfinexLedger } from './bitfinex/bitfinex-ledger.ts';
import { bitfinexMovements } from './bitfinex/bitfinex-movements.ts';
import { bitfinexTrades } from './bitfinex/bitfinex-trades.ts';
import { bitstamp } from './bitstamp/bitstamp.ts';
import { gemini } from './gemini/gemini.ts';
import { coinbase } from './coinbase.ts';
import { coinbaseTransactions, coinbaseTransfers } from './coinbase/coinbase-old-reports.ts';
import { coinbasePrimeOrders, coinbasePrimeTransactions } from './coinbase/coinbase-prime.ts';
import { coinbaseProStatement } from './coinbase/coinbase-pro-account.ts';
import { coinbaseProFills } from './coinbase/coinbase-pro-fills.ts';
import { krakenFuturesLog } from './kraken/kraken-futures-log.ts';
import { krakenLedgers } from './kraken/kraken-ledgers.ts';
import { krakenTrades } from './kraken/kraken-trades.ts';
import { bitmexTrades } from './bitmex/bitmex-trades.ts';
import { bitmexWallet } from './bitmex/bitmex-wallet.ts';
import { cryptoComApp } from './crypto-com/crypto-com-app.ts';
import { cryptoComLog } from './crypto-com/crypto-com-exchange-log.ts';
import { cryptoComTrades } from './crypto-com/crypto-com-exchange-trades.ts';
import { deribitLog } from './deribit/deribit-log.ts';
import { ibkrActivity } from './ibkr/ibkr-activity.ts';
import { ibkrFlex } from './ibkr/ibkr-flex.ts';
import { bitcoinTax } from './generic/bitcoin-tax.ts';
import { bittytax } from './generic/bittytax.ts';
import { blockpit } from './generic/blockpit.ts';
import { coinledger } from './generic/coinledger.ts';
import { cointrackerExport, cointrackerImport } from './generic/cointracker.ts';
import { cointracking } from './generic/cointracking.ts';
import { koinlyExport } from './generic/koinly-export.ts';
import { koinlySimple } from './generic/koinly-simple.ts';
import { koinlyUniversal } from './generic/koinly-universal.ts';
import { dali } from './generic/dali.ts';
import { pionexMoves } from './generic/pionex-moves.ts';
import { rotkiEvents, rotkiTrades } from './generic/rotki.ts';
import { hedgerowCsv } from './hedgerow-csv.ts';
import type { Importer } from './importer.ts';
import { binanceBookDepth } from './market/binance-book-depth.ts';
import { binanceFunding } from './market/binance-funding.ts';
import { binanceKlines } from './market/binance-klines.ts';
import { binanceMetrics } from './market/binance-metrics.ts';
import { binancePremiumIndex } from './market/binance-premium-index.ts';
import { coinGecko } from './market/coin-gecko.ts';
import { coinMetrics } from './market/coin-metrics.ts';
import { cryptoDataDownload } from './market/crypto-data-download.ts';
import { fearGreed } from './market/fear-greed.ts';
import { hedgerowMarketCsv } from './market/hedgerow-market-csv.ts';
import { priceList } from './market/price-list.ts';
import { mexcDeposits } from './mexc/mexc-deposits.ts';
import { mexcFuturesFlow } from './mexc/mexc-futures-flow.ts';
import { mexcFuturesOrders } from './mexc/mexc-futures-orders.ts';
import { mexcFuturesPositions } from './mexc/mexc-futures-positions.ts';
import { mexcFuturesTrades } from './mexc/mexc-futures-trades.ts';
import { mexcSpotMoves } from './mexc/mexc-spot-moves.ts';
import { mexcSpotOrders } from './mexc/mexc-spot-orders.ts';
import { mexcSpotTrades } from './mexc/mexc-spot-trades.ts';
import { mexcWithdrawals } from './mexc/mexc-withdrawals.ts';
import { kucoinAccountHistory } from './kucoin/kucoin-account-history.ts';
import { kucoinConvert } from './kucoin/kucoin-convert.ts';
import { kucoinEarn } from './kucoin/kucoin-earn.ts';
import { kucoinFiat } from './kucoin/kucoin-fiat.ts';
import { kucoinFuturesFills, kucoinFuturesPnl } from './kucoin/kucoin-futures.ts';
import { kucoinMoves } from './kucoin/kucoin-moves.ts';
import { kucoinOldTrades } from './kucoin/kucoin-old-trades.ts';
import { kucoinSpotFills } from './kucoin/kucoin-spot-fills.ts';
import { kucoinSpotOrders } from './kucoin/kucoin-spot-orders.ts';
import { okxFunding } from './okx/okx-funding.ts';
import { okxPositions } from './okx/okx-positions.ts';
import { okxTrades2018 } from './okx/okx-trades-2018.ts';
import { okxTrades2020 } from './okx/okx-trades-2020.ts';
import { okxTrading } from './okx/okx-trading.ts';
import { okxWithdrawals } from './okx/okx-withdrawals.ts';

/** Every format there is. A file belongs to the first that knows its header. */
export const importers: readonly Importer[] = [
  binanceSpot,
  binanceStatement,
  binanceMoves,
  binanceFiatMoves,
  binanceConvert,
  binanceEarn,
  binanceAutoInvest,
  binanceEthStaking,
  binanceP2p,
  binanceOrderHistory,
  binanceFuturesOrders,
  binancePositionHistory,
  binanceUmTrades,
  binanceUmIncome,
  binanceUs,
  bitfinexTrades,
  bitfinexMovements,
  bitfinexLedger,
  bitstamp,
  gemini,
  coinbase,
  coinbaseProStatement,
  coinbaseProFills,
  coinbasePrimeOrders,
  coinbasePrimeTransactions,
  coinbaseTransactions,
  coinbaseTransfers,
  krakenLedgers,
  krakenTrades,
  krakenFuturesLog,
  deribitLog,
  bitmexWallet,
  bitmexTrades,
  cryptoComApp,
  cryptoComTrades,
  cryptoComLog,
  ibkrActivity,
  ibkrFlex,
  bybitUnifiedLog,
  bybitUnifiedDetails,
  bybitAssetChanges,
  bybitFunding,
  bybitDeposits,
  bybitSpotTrades,
  bybitFuturesTrades,
  bybitClosedPnl,
  okxTrading,
  okxFunding,
  okxPositions,
  okxWithdrawals,
  okxTrades2020,
  okxTrades2018,
  mexcSpotTrades,
  mexcSpotOrders,
  mexcDeposits,
  mexcWithdrawals,
  mexcSpotMoves,
  mexcFuturesTrades,
  mexcFuturesOrders,
  mexcFuturesPositions,
  mexcFuturesFlow,
  bingxFund,
  bingxFuturesOrders,
  bingxSpotOrders,
  bingxFuturesTransactions,
  bingxSpotTransactions,
  bitgetFuturesBills,
  bitgetFuturesOrders,
  bitgetEarn,
  bitgetMoves,
  bitgetSpotBills,
  bitgetSpotFills,
  bitgetSpotOrders,
  kucoinAccountHistory,
  kucoinConvert,
  kucoinEarn,
  kucoinFiat,
  kucoinFuturesFills,
  kucoinFuturesPnl,
  kucoinMoves,
  kucoinOldTrades,
  kucoinSpotFills,
  kucoinSpotOrders,
  koinlyUniversal,
  koinlySimple,
  koinlyExport,
  cointrackerImport,
  cointrackerExport,
  cointracking,
  rotkiTrades,
  rotkiEvents,
  bittytax,
  blockpit,
  coinledger,
  bitcoinTax,
  pionexMoves,
  dali,
  hedgerowCsv,
  binanceKlines,
  binancePremiumIndex,
  binanceFunding,
  binanceMetrics,
  binanceBookDepth,
  fearGreed,
  coinMetrics,
  cryptoDataDownload,
  hedgerowMarketCsv,
  coinGecko,
  priceList,
];
