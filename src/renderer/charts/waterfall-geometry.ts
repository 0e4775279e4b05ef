/** Where the bars of an exposure waterfall stand, in percent of the width. Floats: geometry only. */
import { toFloat } from '../../shared/num/approximate.ts';
import { money } from '../../shared/num/parse.ts';

/** Money of one row, as decimal text: coins and futures add up to the net. */
export interface ExposureAmounts {
  readonly coins: string;
  readonly futures: string;
  readonly net: string;
  /** The two sides of `futures`, the short one zero or below; all of `futures` on its own side where left out. */
  readonly longFutures?: string;
  readonly shortFutures?: string;
}

export interface Bar {
  readonly left: number;
  readonly width: number;
}

export interface FuturesBar extends Bar {
  /** Where the bar above ended, and this one begins. */
  readonly from: number;
}

export interface WaterfallBars {
  /** From zero to the coins. */
  readonly coins: Bar;
  /** From where the coins end; null where no long futures are open. */
  readonly long: FuturesBar | null;
  /** Back from where coins and long futures end; null where no short futures are open. */
  readonly short: FuturesBar | null;
  /** From zero to the net. */
  readonly net: Bar;
  /** Where futures end and the net ends. */
  readonly end: number;
}

export interface Waterfall {
  /** Where zero stands; not at the left edge where something is negative. */
  readonly zero: number;
  readonly rows: readonly WaterfallBars[];
}

/** Long and short futures of a row, as decimal text. */
export function sidesOf({ futures, longFutures, shortFutures }: ExposureAmounts): {
  readonly long: string;
  readonly short: string;
} {
  const isShort = futures.startsWith('-');
  return { long: longFutures ?? (isShort ? '0' : futures), short: shortFutures ?? (isShort ? futures : '0') };
}

/** One scale for all rows, wide enough for every bar and for zero. */
export function waterfall(rows: readonly ExposureAmounts[]): Waterfall {
  const numbers = rows.map((row) => {
    const { long, short } = sidesOf(row);
    const coins = asFloat(row.coins);
    return { coins, long: asFloat(long), short: asFloat(short), net: asFloat(row.net) };
  });
  const points = numbers.flatMap(({ coins, long, net }) => [coins, coins + long, net]);
  const low = Math.min(0, ...points);
  const high = Math.max(0, ...points);
  const span = high - low || 1;
  const at = (value: number): number => ((value - low) / span) * 100;
  const bar = (from: number, to: number): Bar => ({
    left: Math.min(at(from), at(to)),
    width: Math.abs(at(to) - at(from)),
  });
  return {
    zero: at(0),
    rows: numbers.map(({ coins, long, short, net }) => ({
      coins: bar(0, coins),
      long: long === 0 ? null : { ...bar(coins, coins + long), from: at(coins) },
      short: short === 0 ? null : { ...bar(coins + long, net), from: at(coins + long) },
      net: bar(0, net),
      end: at(net),
    })),
  };
}

function asFloat(text: string): number {
  return toFloat(money(text));
}
