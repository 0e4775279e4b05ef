/** Where lines of money over a number or a day stand, in percent of the plot. Floats: geometry only. */
import { toFloat } from '../../shared/num/approximate.ts';
import { money } from '../../shared/num/parse.ts';
import type { Spot } from './price-lines-geometry.ts';

/** Decimal texts; null where a figure is not known. */
export interface LinePoint {
  readonly x: string;
  readonly ys: readonly (string | null)[];
}

export interface LineShapes {
  /** One a series, broken off where nothing is known. */
  readonly lines: readonly (readonly Spot[])[];
  readonly low: number;
  readonly high: number;
  /** Where zero stands; null outside the plot. */
  readonly zero: number | null;
  xOf(x: string): number;
}

/** In: points from left to right, each with as many `ys`. The scale is that of the data, with a little room around. */
export function lineShapes(points: readonly LinePoint[]): LineShapes {
  const xs = points.map(({ x }) => asFloat(x));
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const known = points.flatMap(({ ys }) => ys.flatMap((y) => (y === null ? [] : [asFloat(y)])));
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const room = (most - least) * 0.08 || Math.abs(most) * 0.1 || 1;
  const low = least >= 0 && least < room ? 0 : least - room;
  const high = most + room;
  const x = (value: number): number => (right === left ? 50 : ((value - left) / (right - left)) * 100);
  const y = (value: number): number => ((high - value) / (high - low)) * 100;
  const count = Math.max(0, ...points.map(({ ys }) => ys.length));
  return {
    lines: Array.from({ length: count }, (_, series) =>
      points.flatMap((point) => {
        const amount = point.ys[series];
        return amount === null || amount === undefined
          ? []
          : [{ x: x(asFloat(point.x)), y: y(asFloat(amount)) }];
      }),
    ),
    low,
    high,
    zero: low <= 0 && high >= 0 ? y(0) : null,
    xOf: (value) => x(asFloat(value)),
  };
}

function asFloat(text: string): number {
  return toFloat(money(text));
}
