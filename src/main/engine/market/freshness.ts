import type { Measure } from '../../../shared/domain/observation.ts';
import { msBetween } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';

const HOUR_MS = 3_600_000;
/** Mood and worth of a whole coin change slowly; funding, depth and prices do not. */
const WEEK_MEASURES: ReadonlySet<Measure> = new Set(['fear-greed', 'market-cap', 'realised-cap']);

/** Hours after which a value is said to be old: a day, or a week for sentiment. */
function freshHours(measure: Measure): number {
  return WEEK_MEASURES.has(measure) ? 7 * 24 : 24;
}

/** Age in hours, to a tenth; never negative. */
export function ageHours(time: Instant, now: Instant): number {
  return Math.max(0, Math.round((msBetween(time, now) / HOUR_MS) * 10) / 10);
}

/** Whether a value is too old to be taken for today's. */
export function isStale(measure: Measure, time: Instant, now: Instant): boolean {
  return msBetween(time, now) > freshHours(measure) * HOUR_MS;
}
