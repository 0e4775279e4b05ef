import type { z } from 'zod';
import { namedTickers } from '../../../../shared/contract/tickers-calls.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import { nameKey, type TickerNames } from '../../../importers/tickers/ticker-book.ts';
import { canonicalJson } from '../../../ledger/repositories/canonical-json.ts';
import { keptDocument } from '../../kept-document.ts';

export const TICKERS_KEY = 'tickers';

export type NamedTicker = z.output<typeof namedTickers>[number];

/** What the user named, by exchange and ticker. */
export function namedTickersIn(settings: ReadonlyMap<string, string>): readonly NamedTicker[] {
  return keptDocument(settings, TICKERS_KEY, namedTickers) ?? [];
}

/** As readers of files look them up. */
export function tickerNamesIn(settings: ReadonlyMap<string, string>): TickerNames {
  return new Map(
    namedTickersIn(settings).map(({ exchange, ticker, asset }) => [
      nameKey(exchange, ticker),
      assetId(asset),
    ]),
  );
}

/** In: the names in any order. Out: null where there are none. */
export function tickersDocument(named: readonly NamedTicker[]): string | null {
  if (named.length === 0) return null;
  const sorted = named.toSorted((a, b) =>
    nameKey(a.exchange, a.ticker) < nameKey(b.exchange, b.ticker) ? -1 : 1,
  );
  return canonicalJson(sorted as never);
}
