/** Where the bars of causes stand that lead from one figure to another, in percent of the width. Floats: geometry only. */
import { toFloat } from '../../shared/num/approximate.ts';
import { money } from '../../shared/num/parse.ts';
import type { Bar } from './waterfall-geometry.ts';

export interface CauseShapes {
  readonly zero: number;
  readonly start: Bar;
  /** Each begins where the one before it ended. */
  readonly causes: readonly (Bar & { readonly end: number })[];
  readonly end: Bar;
}

/** In: decimal texts. `from` plus all `causes` is `to`; one scale for all, with zero. */
export function causeBars(from: string, causes: readonly string[], to: string): CauseShapes {
  const first = asFloat(from);
  const last = asFloat(to);
  const ends = causes.reduce<number[]>((all, cause) => [...all, (all.at(-1) ?? first) + asFloat(cause)], []);
  const low = Math.min(0, first, last, ...ends);
  const high = Math.max(0, first, last, ...ends);
  const span = high - low || 1;
  const at = (value: number): number => ((value - low) / span) * 100;
  const bar = (a: number, b: number): Bar => ({
    left: Math.min(at(a), at(b)),
    width: Math.abs(at(b) - at(a)),
  });
  return {
    zero: at(0),
    start: bar(0, first),
    causes: ends.map((end, index) => ({ ...bar(ends[index - 1] ?? first, end), end: at(end) })),
    end: bar(0, last),
  };
}

function asFloat(text: string): number {
  return toFloat(money(text));
}
