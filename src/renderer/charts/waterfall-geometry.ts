/** Where the bars of an exposure waterfall stand, in percent of the width. Floats: geometry only. */
import { toFloat } from '../../shared/num/approximate.ts';
import { money } from '../../shared/num/parse.ts';

/** Money of one row, as decimal text: coins and futures add up to the net. */
export interface ExposureAmounts {
  readonly coins: string;
  readonly futures: string;
  readonly net: string;
}

export interface Bar {
  readonly left: number;
  readonly width: number;
}

export interface WaterfallBars {
  /** From zero to the coins. */
  readonly coins: Bar;
  /** From where the coins end to the net. */
  readonly futures: Bar;
  /** From zero to the net. */
  readonly net: Bar;
  /** Where coins end and futures begin. */
  readonly turn: number;
  /** Where futures end and the net ends. */
  readonly end: number;
}

export interface Waterfall {
  /** Where zero stands; not at the left edge where something is negative. */
  readonly zero: number;
  readonly rows: readonly WaterfallBars[];
}

/** One scale for all rows, wide enough for every bar and for zero. */
export function waterfall(rows: readonly ExposureAmounts[]): Waterfall {
  const numbers = rows.map(({ coins, net }) => ({ coins: asFloat(coins), net: asFloat(net) }));
  const points = numbers.flatMap(({ coins, net }) => [coins, net]);
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
    rows: numbers.map(({ coins, net }) => ({
      coins: bar(0, coins),
      futures: bar(coins, net),
      net: bar(0, net),
      turn: at(coins),
      end: at(net),
    })),
  };
}

function asFloat(text: string): number {
  return toFloat(money(text));
}
