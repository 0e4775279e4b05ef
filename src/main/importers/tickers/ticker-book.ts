/**
 * What a ticker stands for: it means something only together with an exchange and a day.
 *
 * the user's own names → the exchange's lines of the dated table → its lines for all → the ticker as it stands
 *
 * A name that answers a doubt holds as long as the doubt does: before Terra's new chain UST was Terra's, whatever it is
 * called since.
 */
import { assetId, type AssetId } from '../../../shared/domain/asset.ts';
import { epochMs, type Instant } from '../../../shared/time/instant.ts';
import { tickerAliases, type TickerAlias, type TickerInDoubt, tickersInDoubt } from './ticker-aliases.ts';

/** By `nameKey`: what the user says that a ticker of an exchange stands for; at all times, where there is no dated doubt. */
export type TickerNames = ReadonlyMap<string, AssetId>;

export interface TickerBook {
  readonly exchange: string;
  /** In: a ticker in any case, as the file writes it. */
  asset(ticker: string, time: Instant): AssetId;
  /** The doubt about an asset that still has the name of a ticker which stands for several; null where there is none. */
  doubtAbout(asset: AssetId, time: Instant): TickerInDoubt | null;
}

export function nameKey(exchange: string, ticker: string): string {
  return `${exchange}|${ticker.toUpperCase()}`;
}

export function tickerBook(exchange: string, names: TickerNames = new Map()): TickerBook {
  const aliases = linesOf(tickerAliases, exchange);
  const doubts = linesOf(tickersInDoubt, exchange);
  const plain = new Map<string, AssetId>();
  return {
    exchange,
    asset: (ticker, time) => {
      const known = plain.get(ticker);
      if (known !== undefined) return known;
      const upper = ticker.toUpperCase();
      const own = names.get(nameKey(exchange, upper));
      const dated = aliases.get(upper);
      const doubted = own === undefined ? undefined : doubts.get(upper);
      if (own !== undefined && doubted !== undefined && lineAt(doubted, time) !== null) return own;
      if (dated !== undefined && (own === undefined || doubted !== undefined))
        return lineAt(dated, time)?.asset ?? assetId(upper);
      if (doubted !== undefined) return assetId(upper);
      const asset = own ?? assetId(upper);
      plain.set(ticker, asset);
      return asset;
    },
    doubtAbout: (asset, time) => {
      const lines = doubts.get(asset);
      if (lines === undefined || names.has(nameKey(exchange, asset))) return null;
      const isTold = lineAt(aliases.get(asset) ?? [], time) !== null;
      return isTold ? null : lineAt(lines, time);
    },
  };
}

type Line = Pick<TickerAlias, 'exchange' | 'ticker' | 'from' | 'until'>;

/** The exchange's own lines before those for all. */
function linesOf<T extends Line>(lines: readonly T[], exchange: string): ReadonlyMap<string, readonly T[]> {
  const own = lines.filter((line) => line.exchange === exchange);
  const general = lines.filter((line) => line.exchange === null);
  return Map.groupBy([...own, ...general], ({ ticker }) => ticker);
}

function lineAt<T extends Line>(lines: readonly T[], time: Instant): T | null {
  const at = epochMs(time);
  const found = lines.find(
    ({ from, until }) => (from === null || at >= epochMs(from)) && (until === null || at < epochMs(until)),
  );
  return found ?? null;
}
