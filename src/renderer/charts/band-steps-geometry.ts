/** Where exposure stands within its band over time, in percent of the plot. Floats: geometry only. */
import { toFloat } from '../../shared/num/approximate.ts';
import { quantity } from '../../shared/num/parse.ts';
import type { Spot } from './price-lines-geometry.ts';

export interface BandPoint {
  /** "YYYY-MM-DD". */
  readonly date: string;
  /** Coins, decimal text. */
  readonly coins: string;
}

export interface BandShapes {
  /** A stair: what is held stays until the next day on which something is done. */
  readonly stair: readonly Spot[];
  /** Each day on which something is done. */
  readonly spots: readonly Spot[];
  readonly band: { readonly top: number; readonly height: number };
  readonly meant: number;
  xOf(date: string): number;
}

/** In: days in order; the band around `meant`, decimal texts. */
export function bandSteps(points: readonly BandPoint[], meant: string, tolerance: string): BandShapes {
  const aim = toFloat(quantity(meant));
  const half = toFloat(quantity(tolerance));
  const days = points.map(({ date }) => Date.parse(date));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const values = points.map(({ coins }) => toFloat(quantity(coins)));
  const spread = Math.max(half, ...values.map((value) => Math.abs(value - aim))) * 1.5 || 1;
  const x = (day: number): number => (last === first ? 50 : ((day - first) / (last - first)) * 100);
  const y = (value: number): number => ((aim + spread - value) / (2 * spread)) * 100;
  const spots = points.map(({ date }, index) => ({ x: x(Date.parse(date)), y: y(values[index] ?? aim) }));
  return {
    stair: spots.flatMap((spot, index) => {
      const before = spots[index - 1];
      return before === undefined ? [spot] : [{ x: spot.x, y: before.y }, spot];
    }),
    spots,
    band: { top: y(aim + half), height: y(aim - half) - y(aim + half) },
    meant: y(aim),
    xOf: (date) => x(Date.parse(date)),
  };
}
