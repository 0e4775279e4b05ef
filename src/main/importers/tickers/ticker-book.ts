/**
 * What a ticker stands for: it means something only together with an exchange and a day.
 *
 * the user's own names → the dated table of aliases → the ticker as it stands
 */
import { assetId, type AssetId } from '../../../shared/domain/asset.ts';
import { epochMs, type Instant } from '../../../shared/time/instant.ts';
import { tickerAliases, type TickerAlias } from './ticker-aliases.ts';

/** "Binance|LUNA" → LUNC: named once by the user, for all times. */
export type TickerNames = ReadonlyMap<string, AssetId>;

export interface TickerBook {
  /** In: a ticker in any case, as the file writes it. */
  asset(ticker: string, time: Instant): AssetId;
}

export function tickerBook(exchange: string, names: TickerNames = new Map()): TickerBook {
  const aliases = aliasesOf(exchange);
  const plain = new Map<string, AssetId>();
  return {
    asset: (ticker, time) => {
      const known = plain.get(ticker);
      if (known !== undefined) return known;
      const upper = ticker.toUpperCase();
      const dated = aliases.get(upper);
      const own = names.get(`${exchange}|${upper}`);
      if (own === undefined && dated !== undefined) return datedAsset(upper, dated, time);
      const asset = own ?? assetId(upper);
      plain.set(ticker, asset);
      return asset;
    },
  };
}

function aliasesOf(exchange: string): ReadonlyMap<string, readonly TickerAlias[]> {
  return Map.groupBy(
    tickerAliases.filter((alias) => alias.exchange === null || alias.exchange === exchange),
    ({ ticker }) => ticker,
  );
}

function datedAsset(ticker: string, aliases: readonly TickerAlias[], time: Instant): AssetId {
  const alias = aliases.find(
    ({ from, until }) =>
      (from === null || epochMs(time) >= epochMs(from)) && (until === null || epochMs(time) < epochMs(until)),
  );
  return alias?.asset ?? assetId(ticker);
}
