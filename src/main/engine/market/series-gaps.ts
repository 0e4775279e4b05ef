import { epochMs } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';

export interface SeriesGaps {
  /** The step between most observations; null for fewer than three. */
  readonly stepMs: number | null;
  /** Places where the next observation came later than one step and a half. */
  readonly gaps: number;
  /** How many observations are missing there. */
  readonly missing: number;
}

/** Where a series has holes. Missing values are never zero: they are counted and said. In: times, oldest first. */
export function seriesGaps(times: readonly Instant[]): SeriesGaps {
  const stepMs = commonStep(times);
  if (stepMs === null) return { stepMs, gaps: 0, missing: 0 };
  let gaps = 0;
  let missing = 0;
  for (const step of stepsOf(times)) {
    if (step <= stepMs * 1.5) continue;
    gaps++;
    missing += Math.round(step / stepMs) - 1;
  }
  return { stepMs, gaps, missing };
}

function stepsOf(times: readonly Instant[]): readonly number[] {
  return times.slice(1).map((time, at) => epochMs(time) - epochMs(times[at] ?? time));
}

function commonStep(times: readonly Instant[]): number | null {
  if (times.length < 3) return null;
  const counts = new Map<number, number>();
  for (const step of stepsOf(times)) if (step > 0) counts.set(step, (counts.get(step) ?? 0) + 1);
  const most = [...counts].toSorted(([a, n], [b, m]) => m - n || a - b)[0];
  return most === undefined ? null : most[0];
}
