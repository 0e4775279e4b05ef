import { epochMs } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';

const HOUR_MS = 3_600_000;

/** When an observation was made, and the hours that it covers; null for a state. */
export interface Spanned {
  readonly time: Instant;
  readonly hours: number | null;
}

export interface SeriesGaps {
  /** The step between most observations; null for fewer than three. */
  readonly stepMs: number | null;
  /** Places where the next observation came later than one step and a half. */
  readonly gaps: number;
  /** How many observations are missing there. */
  readonly missing: number;
}

/**
 * Where a series has holes. Missing values are never zero: they are counted and said. What covers a span is a step of its
 * own length (days of one file may go before hours of another), a state of the commonest. In: oldest first.
 */
export function seriesGaps(series: readonly Spanned[]): SeriesGaps {
  const stepMs = commonStep(series);
  if (stepMs === null) return { stepMs, gaps: 0, missing: 0 };
  let gaps = 0;
  let missing = 0;
  for (const [at, step] of stepsOf(series).entries()) {
    const hours = series[at + 1]?.hours ?? null;
    const due = hours === null ? stepMs : hours * HOUR_MS;
    if (step <= due * 1.5) continue;
    gaps++;
    missing += Math.round(step / due) - 1;
  }
  return { stepMs, gaps, missing };
}

function stepsOf(series: readonly Spanned[]): readonly number[] {
  return series.slice(1).map(({ time }, at) => epochMs(time) - epochMs(series[at]?.time ?? time));
}

function commonStep(series: readonly Spanned[]): number | null {
  if (series.length < 3) return null;
  const counts = new Map<number, number>();
  for (const step of stepsOf(series)) if (step > 0) counts.set(step, (counts.get(step) ?? 0) + 1);
  const most = [...counts].toSorted(([a, n], [b, m]) => m - n || a - b)[0];
  return most === undefined ? null : most[0];
}
