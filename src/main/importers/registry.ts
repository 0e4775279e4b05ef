import { binanceSpot } from './binance-spot.ts';
import { binanceUmIncome } from './binance-um-income.ts';
import { binanceUmTrades } from './binance-um-trades.ts';
import { coinbase } from './coinbase.ts';
import { hedgerowCsv } from './hedgerow-csv.ts';
import type { Importer } from './importer.ts';
import { binanceBookDepth } from './market/binance-book-depth.ts';
import { binanceFunding } from './market/binance-funding.ts';
import { binanceKlines } from './market/binance-klines.ts';
import { binanceMetrics } from './market/binance-metrics.ts';
import { binancePremiumIndex } from './market/binance-premium-index.ts';
import { coinMetrics } from './market/coin-metrics.ts';
import { cryptoDataDownload } from './market/crypto-data-download.ts';
import { fearGreed } from './market/fear-greed.ts';
import { hedgerowMarketCsv } from './market/hedgerow-market-csv.ts';

/** Every format there is. A file belongs to the first that knows its header. */
export const importers: readonly Importer[] = [
  binanceSpot,
  binanceUmTrades,
  binanceUmIncome,
  coinbase,
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
];
