import type { Quantity } from '../num/types.ts';
import type { Instant } from '../time/instant.ts';

/**
 * What files of market data state over time. Rates are fractions (0.0001 is 0.01 %), volumes and open interest in coins
 * of the underlying unless the name says money, depth in coins up to `level` per cent from the middle.
 */
export const MEASURES = [
  'close', // price at the end of the span
  'volume', // coins traded in the span
  'volume-money',
  'funding-rate', // paid by longs where positive, for the span
  'premium', // of a perpetual's price over its index: 0.001 is 0.1 %
  'open-interest', // coins, one side counted
  'open-interest-money',
  'account-ratio', // long accounts over short ones
  'top-account-ratio',
  'top-position-ratio',
  'taker-ratio', // bought over sold by takers
  'depth', // coins resting up to `level` per cent from the middle: −1 is the bid side
  'spread', // best ask less best bid, over the middle
  'fear-greed', // 0 to 100, by the vendor named
  'market-cap',
  'realised-cap',
] as const;
export type Measure = (typeof MEASURES)[number];

/** What an observation is one of. */
export interface SeriesKey {
  readonly measure: Measure;
  /** A contract ("binance-um:BTCUSDT"), a spot market ("binance-spot:BTCUSDT"), an asset ("BTC"), or a vendor ("alternative.me"). */
  readonly of: string;
  /** Of depth: per cent from the middle, negative for bids ("-1"); else ''. */
  readonly level: string;
}

export interface Observation extends SeriesKey {
  /** The end of the span that it covers: never known earlier. */
  readonly time: Instant;
  readonly value: Quantity;
  /** Hours that it covers; null for a state at one time. */
  readonly hours: number | null;
  /** "typed", or the file and line. */
  readonly source: string;
}
