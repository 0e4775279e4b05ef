/** Where the marks of a drift bullet stand, in percent of the width. Floats: geometry only. */
import { toFloat } from '../../shared/num/approximate.ts';
import { rate } from '../../shared/num/parse.ts';
import type { Bar } from './waterfall-geometry.ts';

/** Shares as decimal text. */
export interface BulletShares {
  readonly weight: string;
  readonly target: string;
  readonly bandLow: string;
  readonly bandHigh: string;
  /** The weight before what the chart is about, drawn as a hollow bar. */
  readonly was?: string;
}

export interface Bullet {
  /** From zero to the weight. */
  readonly bar: Bar;
  readonly band: Bar;
  readonly target: number;
  /** From zero to the weight before; null where there is none. */
  readonly was: Bar | null;
}

export interface BulletScale {
  /** Share at the left edge, zero or below. */
  readonly low: number;
  /** Share at the right edge: a round tenth. */
  readonly high: number;
  readonly zero: number;
  readonly bullets: readonly Bullet[];
}

/** One scale for all rows, up to the next round tenth above the largest share. */
export function bullets(rows: readonly BulletShares[]): BulletScale {
  const numbers = rows.map(({ weight, target, bandLow, bandHigh, was }) => ({
    was: asFloat(was ?? weight),
    weight: asFloat(weight),
    target: asFloat(target),
    bandLow: asFloat(bandLow),
    bandHigh: asFloat(bandHigh),
  }));
  const all = numbers.flatMap((row) => Object.values(row));
  const low = tenth(Math.min(0, ...all), Math.floor);
  const high = Math.max(tenth(Math.max(0, ...all), Math.ceil), low + 0.1);
  const at = (share: number): number => ((Math.min(Math.max(share, low), high) - low) / (high - low)) * 100;
  const bar = (from: number, to: number): Bar => ({
    left: Math.min(at(from), at(to)),
    width: Math.abs(at(to) - at(from)),
  });
  return {
    low,
    high,
    zero: at(0),
    bullets: numbers.map(({ weight, target, bandLow, bandHigh, was }, index) => ({
      bar: bar(0, weight),
      band: bar(bandLow, bandHigh),
      target: at(target),
      was: rows[index]?.was === undefined ? null : bar(0, was),
    })),
  };
}

function tenth(share: number, round: (x: number) => number): number {
  // A hair inside, so that 0.1 + 0.2 does not ask for a fourth tenth.
  const hair = 1e-9;
  return round(share * 10 + (round === Math.ceil ? -hair : hair)) / 10 || 0;
}

function asFloat(text: string): number {
  return toFloat(rate(text));
}
