/** What is known of a contract's market: middle, levels, spread, volatility and volume, each with where it comes from. */
import type { Side } from '../../../../shared/domain/event.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { Observation } from '../../../../shared/domain/observation.ts';
import { asPrice, asRate } from '../../../../shared/domain/observed-value.ts';
import { absolute, compare, isPositive } from '../../../../shared/num/arithmetic.ts';
import { rateFromFraction } from '../../../../shared/num/integers.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { rateTimes } from '../../../../shared/num/products.ts';
import type { Price, Rate } from '../../../../shared/num/types.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { coins } from '../../../engine/futures/units.ts';
import type { Coins } from '../../../engine/futures/units.ts';
import { depthBands } from '../../../engine/market/depth-bands.ts';
import type { DepthPoint } from '../../../engine/market/depth-bands.ts';
import { isStale } from '../../../engine/market/freshness.ts';
import { halfSpread } from '../../../engine/market/half-spread.ts';
import { depthWithin } from '../../../engine/market/order-cost.ts';
import type { MarketSide } from '../../../engine/market/order-cost.ts';
import { contractPoint } from '../../../engine/valuation/contract-point.ts';
import type { Derived } from '../../derived.ts';
import { averageDailyVolume, dailyVolumes } from './daily-volume.ts';
import { bookMid, keptBookOf } from './kept-book.ts';
import type { KeptBook } from './kept-book.ts';
import type { Observed } from './observed.ts';
import { sigmaOf } from './sigma-of.ts';
import { percentWords, roundedText } from './texts.ts';

const ONE_PERCENT = rate('0.01');
const HALF = rate('0.5');

export interface MarketInput {
  readonly name: string;
  readonly words: string;
  readonly time: string | null;
  readonly source: string;
  readonly stale: boolean;
}

export interface ContractMarket {
  readonly side: MarketSide;
  readonly inputs: readonly MarketInput[];
  /** What is not known, in words. */
  readonly missing: readonly string[];
}

export interface MarketSources {
  readonly derived: Derived;
  readonly observed: Observed;
  readonly now: Instant;
}

/** In: the side of the order. What is old counts all the same and is said to be old. */
export async function contractMarket(
  terms: ContractTerms,
  side: Side,
  sources: MarketSources,
): Promise<ContractMarket> {
  const book = keptBookOf(sources.derived.facts, terms.id);
  const mid = await middleOf(terms, book, sources);
  const depth = await depthOf(terms.id, side, mid?.price ?? null, book, sources);
  const spread = await spreadOf(terms.id, book, sources);
  const sigma = await sigmaOf([terms.id, terms.underlying], sources.observed, sources.derived);
  const volume = await volumeOf(terms.id, sources);
  const sigmaInput =
    sigma === null
      ? null
      : {
          name: 'Daily volatility',
          words: `${percentWords(sigma.sigma, 2)} a day, from closes of ${sigma.of}`,
          time: toIso(sigma.last),
          source: 'computed',
          stale: isStale('close', sigma.last, sources.now),
        };
  const inputs = [mid?.input, depth?.input, spread?.input, sigmaInput, volume?.input];
  return {
    side: {
      side,
      mid: mid?.price ?? null,
      levels: depth?.levels ?? null,
      bestLevels: depth?.bestLevels ?? null,
      halfSpread: spread?.half ?? null,
      dailySigma: sigma?.sigma ?? null,
      averageDailyVolume: volume?.coins ?? null,
      depth: depth?.within ?? null,
    },
    inputs: inputs.filter((input) => input !== null && input !== undefined),
    missing: [
      ...(depth === null
        ? ['No order book or depth: paste a book, type the size within 1 %, or import book depth.']
        : []),
      ...(spread === null ? ['No spread: type bid and ask.'] : []),
      ...(sigma === null ? ['No daily volatility: import a month of klines.'] : []),
      ...(volume === null ? ['No daily volume: import klines, or type the volume of 24 hours.'] : []),
    ],
  };
}

interface Middle {
  readonly price: Price;
  readonly input: MarketInput;
}

/** The book's own middle, else the contract's or its coin's latest price, else a close that was observed. */
async function middleOf(
  terms: ContractTerms,
  book: KeptBook | null,
  { derived, observed, now }: MarketSources,
): Promise<Middle | null> {
  const inputOf = (words: string, time: Instant | null, source: string): MarketInput => ({
    name: 'Middle of the market',
    words,
    time: time === null ? null : toIso(time),
    source,
    stale: time !== null && isStale('close', time, now),
  });
  const ofBook = book === null ? null : bookMid(book);
  const point = contractPoint(terms, derived.prices, now);
  const closes = await observed.series({ measure: 'close', of: terms.id, level: '' });
  const close = closes.findLast(({ time }) => time <= now);
  const pointTime = point?.mark.time ?? null;
  if (book !== null && ofBook !== null) {
    const isLatest =
      (close === undefined || book.time >= close.time) && (pointTime === null || book.time >= pointTime);
    if (isLatest || !isStale('depth', book.time, now))
      return { price: ofBook, input: inputOf('between the best prices of the book', book.time, book.source) };
  }
  if (close !== undefined && (pointTime === null || close.time >= pointTime)) {
    const price = asPrice(close.value);
    return isPositive(price) ? { price, input: inputOf('the last close', close.time, close.source) } : null;
  }
  if (point === null) return null;
  const words = point.fromUnderlying ? `the price of ${terms.underlying}` : 'the contract’s own price';
  return { price: point.price, input: inputOf(words, pointTime, point.mark.source) };
}

interface KnownDepth {
  readonly levels: NonNullable<MarketSide['levels']>;
  readonly bestLevels: MarketSide['bestLevels'];
  readonly within: Coins | null;
  readonly input: MarketInput;
}

/** The newer of a pasted book and of sums by distance. */
async function depthOf(
  of: string,
  side: Side,
  mid: Price | null,
  book: KeptBook | null,
  sources: MarketSources,
): Promise<KnownDepth | null> {
  const sums = await latestDepth(of, side, sources);
  const levels = side === 'buy' ? book?.asks : book?.bids;
  const useBook = book !== null && levels !== undefined && levels.length > 0;
  if (useBook && (sums === null || book.time >= sums.time)) {
    const count = levels.length === 1 ? '1 level' : `${levels.length} levels`;
    return {
      levels,
      bestLevels: null,
      within: mid === null ? null : depthWithin(levels, mid, ONE_PERCENT, side),
      input: {
        name: 'Order book',
        words: count,
        time: toIso(book.time),
        source: book.source,
        stale: isStale('depth', book.time, sources.now),
      },
    };
  }
  if (sums === null || mid === null) return null;
  const { worst, best } = depthBands(sums.points, mid, side);
  const within = sums.points.find(({ distance }) => compare(distance, ONE_PERCENT) === 0);
  return {
    levels: worst,
    bestLevels: best,
    within: within?.cumulative ?? null,
    input: {
      name: 'Depth',
      words: `sums at ${sums.points.length === 1 ? '1 distance' : `${sums.points.length} distances`} from the middle: only bounds are known`,
      time: toIso(sums.time),
      source: sums.source,
      stale: isStale('depth', sums.time, sources.now),
    },
  };
}

interface DepthSums {
  readonly points: readonly DepthPoint[];
  readonly time: Instant;
  readonly source: string;
}

/** The latest sums on the side that the order takes, all of one time. */
async function latestDepth(
  of: string,
  side: Side,
  { observed, now }: MarketSources,
): Promise<DepthSums | null> {
  const latest: Observation[] = [];
  for (const level of observed.levels('depth', of)) {
    if (level.startsWith('-') !== (side === 'sell')) continue;
    const series = await observed.series({ measure: 'depth', of, level });
    const one = series.findLast(({ time }) => time <= now);
    if (one !== undefined) latest.push(one);
  }
  const [newest] = latest.toSorted((a, b) => (a.time < b.time ? 1 : -1));
  if (newest === undefined) return null;
  const points = latest
    .filter(({ time }) => time === newest.time)
    .map(({ level, value }) => ({
      distance: rateTimes(absolute(rate(level)), rateFromFraction(1n, 100n, 'half-even'), 'half-even'),
      cumulative: coins(value),
    }));
  return { points, time: newest.time, source: newest.source };
}

async function spreadOf(
  of: string,
  book: KeptBook | null,
  { observed, now }: MarketSources,
): Promise<{ readonly half: Rate; readonly input: MarketInput } | null> {
  const inputOf = (half: Rate, time: Instant, source: string): MarketInput => ({
    name: 'Half the spread',
    words: percentWords(half, 4),
    time: toIso(time),
    source,
    stale: isStale('spread', time, now),
  });
  const series = await observed.series({ measure: 'spread', of, level: '' });
  const typed = series.findLast(({ time }) => time <= now);
  const [bid] = book?.bids ?? [];
  const [ask] = book?.asks ?? [];
  if (
    book !== null &&
    bid !== undefined &&
    ask !== undefined &&
    (typed === undefined || book.time >= typed.time)
  ) {
    const half = halfSpread(bid.price, ask.price);
    return { half, input: inputOf(half, book.time, book.source) };
  }
  if (typed === undefined) return null;
  const half = rateTimes(asRate(typed.value), HALF, 'half-even');
  return { half, input: inputOf(half, typed.time, typed.source) };
}

async function volumeOf(
  of: string,
  { observed, now }: MarketSources,
): Promise<{ readonly coins: Coins; readonly input: MarketInput } | null> {
  const average = averageDailyVolume(
    dailyVolumes(await observed.series({ measure: 'volume', of, level: '' })),
    now,
  );
  if (average === null) return null;
  const { last, days } = average;
  return {
    coins: average.coins,
    input: {
      name: 'Average daily volume',
      words: `${roundedText(average.coins, 4)} coins over ${days === 1 ? '1 day' : `${days} days`}`,
      time: toIso(last.time),
      source: last.source,
      stale: isStale('volume', last.time, now),
    },
  };
}
