import { binanceSpot } from './binance-spot.ts';
import { binanceUmIncome } from './binance-um-income.ts';
import { binanceUmTrades } from './binance-um-trades.ts';
import { coinbase } from './coinbase.ts';
import { hedgerowCsv } from './hedgerow-csv.ts';
import type { Importer } from './importer.ts';

/** Every format there is. A file belongs to the first that knows its header. */
export const importers: readonly Importer[] = [
  binanceSpot,
  binanceUmTrades,
  binanceUmIncome,
  coinbase,
  hedgerowCsv,
];
