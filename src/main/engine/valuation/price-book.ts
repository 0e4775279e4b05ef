/**
 * Prices in the reporting currency, looked up by time.
 *
 * Marks come from files and from the user's hand; Hedgerow never fetches one. The reporting currency is worth one;
 * a stablecoin is worth one where no mark is known, by the stated assumption "stablecoins at par", which the user can switch off.
 */
import { assetClass } from '../../../shared/domain/asset.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { ContractId } from '../../../shared/domain/contract-spec.ts';
import type { PriceMark } from '../../../shared/domain/price-mark.ts';
import { price } from '../../../shared/num/parse.ts';
import type { Price } from '../../../shared/num/types.ts';
import { epochMs, msBetween } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';

/** A price with its time and origin; `time` is null for what needs no mark (the currency itself, par). */
export interface KnownPrice {
  readonly price: Price;
  readonly time: Instant | null;
  readonly source: string;
  /** True where no mark is known and a stablecoin is taken at par. */
  readonly atPar: boolean;
}

export interface PriceBook {
  readonly currency: AssetId;
  /** Whether a stablecoin without a mark is taken for its money; otherwise its price is missing. */
  readonly stablecoinsAtPar: boolean;
  /** What it was made of, in the order given. */
  readonly marks: readonly PriceMark[];
  /** The latest mark at or before an instant: what a holding is worth. null where there is none. */
  latest(of: AssetId | ContractId, at: Instant): KnownPrice | null;
  /** The mark nearest to an instant, at most a day away: what an event was worth. The earlier of two as near. */
  nearest(of: AssetId | ContractId, at: Instant): KnownPrice | null;
  /** Everything that has a mark at or before an instant, in alphabetical order. */
  marked(at: Instant): readonly (AssetId | ContractId)[];
}

/** How far from an event a price may lie that values it. */
export const REACH_MS = 86_400_000;
const ONE = price('1');

/**
 * The price book of a ledger.
 * In: marks in any order; of two marks for one thing at one instant the later in the list wins.
 */
export function priceBookOf(
  currency: AssetId,
  marks: readonly PriceMark[],
  stablecoinsAtPar = true,
): PriceBook {
  const series = seriesOf(marks);
  const known = (of: AssetId | ContractId, mark: PriceMark | undefined): KnownPrice | null =>
    mark === undefined
      ? withoutMark(of, currency, stablecoinsAtPar)
      : { price: mark.price, time: mark.time, source: mark.source, atPar: false };
  return {
    currency,
    stablecoinsAtPar,
    marks,
    latest: (of, at) => known(of, of === currency ? undefined : latestMark(series.get(of), at)),
    nearest: (of, at) => known(of, of === currency ? undefined : nearestMark(series.get(of), at)),
    marked: (at) =>
      [...series.keys()].filter((of) => latestMark(series.get(of), at) !== undefined).toSorted(),
  };
}

function seriesOf(marks: readonly PriceMark[]): ReadonlyMap<AssetId | ContractId, readonly PriceMark[]> {
  const series = new Map<AssetId | ContractId, PriceMark[]>();
  for (const mark of marks) {
    const list = series.get(mark.of);
    if (list === undefined) series.set(mark.of, [mark]);
    else list.push(mark);
  }
  for (const list of series.values()) list.sort((a, b) => epochMs(a.time) - epochMs(b.time));
  return series;
}

function withoutMark(
  of: AssetId | ContractId,
  currency: AssetId,
  stablecoinsAtPar: boolean,
): KnownPrice | null {
  if (of === currency) return { price: ONE, time: null, source: 'the reporting currency', atPar: false };
  if (!stablecoinsAtPar || of.includes(':') || assetClass(of as AssetId, currency) !== 'stablecoin')
    return null;
  return { price: ONE, time: null, source: `assumed at par with ${currency}`, atPar: true };
}

/** How many marks lie at or before an instant. */
function countUpTo(list: readonly PriceMark[], at: Instant): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const mark = list[middle];
    if (mark !== undefined && mark.time <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function latestMark(list: readonly PriceMark[] | undefined, at: Instant): PriceMark | undefined {
  return list?.[countUpTo(list, at) - 1];
}

function nearestMark(list: readonly PriceMark[] | undefined, at: Instant): PriceMark | undefined {
  if (list === undefined) return undefined;
  const count = countUpTo(list, at);
  const before = list[count - 1];
  const after = list[count];
  const beforeMs = before === undefined ? Infinity : msBetween(before.time, at);
  const afterMs = after === undefined ? Infinity : msBetween(at, after.time);
  if (Math.min(beforeMs, afterMs) > REACH_MS) return undefined;
  return beforeMs <= afterMs ? before : after;
}
