import type { marketCalls } from '../../../../shared/contract/market-calls.ts';
import type { HandlersOf } from '../../call-context.ts';
import { bookHandlers } from './keep-book.ts';
import { readHistory } from './read-history.ts';
import { readReadings } from './read-readings.ts';
import { readSeries } from './read-series.ts';
import { readSlippage } from './read-slippage.ts';
import { typeMarket } from './type-market.ts';

/** The calls of market data: the tab of the targets screen, and `hedgerow market`. */
export const marketHandlers: HandlersOf<keyof typeof marketCalls> = {
  'market.series': readSeries,
  'market.readings': readReadings,
  'market.history': readHistory,
  'market.type': typeMarket,
  ...bookHandlers,
  'market.slippage': readSlippage,
};
