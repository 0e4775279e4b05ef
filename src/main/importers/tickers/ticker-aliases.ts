/** Tickers that stand for another asset than they say, by exchange and time. Each with where that is known from. */
import { assetId, type AssetId } from '../../../shared/domain/asset.ts';
import type { Instant } from '../../../shared/time/instant.ts';

export interface TickerAlias {
  /** null: at every exchange. */
  readonly exchange: string | null;
  readonly ticker: string;
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly asset: AssetId;
  readonly source: string;
}

function always(ticker: string, asset: string, source: string, exchange: string | null = null): TickerAlias {
  return { exchange, ticker, from: null, until: null, asset: assetId(asset), source };
}

const kraken = 'Kraken, asset codes of its ledger export';

export const tickerAliases: readonly TickerAlias[] = [
  always('XBT', 'BTC', 'ISO 4217 style code of Bitcoin, used by Kraken and BitMEX'),
  always('XXBT', 'BTC', kraken, 'Kraken'),
  always('XETH', 'ETH', kraken, 'Kraken'),
];
