import type { Measure, Observation } from '../../../shared/domain/observation.ts';
import { rateFromFraction } from '../../../shared/num/integers.ts';
import { rate } from '../../../shared/num/parse.ts';
import { quantityTimes } from '../../../shared/num/products.ts';
import type { Quantity, Rate } from '../../../shared/num/types.ts';
import { addDuration, epochMs } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { dayEndedAt } from './daily-sigma.ts';
import { percentileRank } from './percentile-rank.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const TRAILING_DAYS = 365;
/** Below this a rank is not shown: the sample is too small to know what is usual. */
export const MINIMUM_SAMPLE = 180;
const ELEVATED = { low: rate('0.1'), high: rate('0.9') } as const;
const EXTREME = { low: rate('0.025'), high: rate('0.975') } as const;
const USUAL_FUNDING_HOURS = 8;

export interface OwnHistory {
  /** null below the minimum sample. */
  readonly percentile: Rate | null;
  readonly sample: number;
  readonly mark: 'normal' | 'elevated' | 'extreme' | null;
  readonly end: 'low' | 'high' | null;
}

/**
 * Where the latest value at a time stands among the 365 days before it.
 *
 * Only what was known before counts (an observation's time is the end of its span), so a later file changes no earlier
 * rank. Funding is compared at one length of time, one payment in eight hours, because venues change the interval. Of all else
 * one value a UTC day counts, the last: hourly values of one week are no history.
 * In: observations of one series, oldest first. Out: null where none is at or before `at`.
 */
export function ownHistory(series: readonly Observation[], at: Instant): OwnHistory | null {
  const known = series.filter(({ time }) => time <= at);
  const latest = known.at(-1);
  if (latest === undefined) return null;
  const from = addDuration(latest.time, -TRAILING_DAYS * DAY_MS);
  const before = known.slice(0, -1).filter(({ time }) => time >= from && time < latest.time);
  const sample = comparedBefore(latest, before);
  if (sample.length < MINIMUM_SAMPLE)
    return { percentile: null, sample: sample.length, mark: null, end: null };
  const percentile = percentileRank(sample, comparable(latest));
  return { percentile, sample: sample.length, ...markOf(percentile) };
}

/** A funding rate as of eight hours, anything else as it is. Rounds half-even. */
export function comparable({ measure, value, hours }: Observation): Quantity {
  if (!isPayment(measure) || hours === null || hours === USUAL_FUNDING_HOURS) return value;
  const ms = BigInt(Math.round(hours * 3_600_000));
  const factor = rateFromFraction(BigInt(USUAL_FUNDING_HOURS * 3_600_000), ms, 'half-even');
  return quantityTimes(value, factor, 'half-even');
}

function comparedBefore(latest: Observation, before: readonly Observation[]): readonly Quantity[] {
  const bySlot = new Map<number, Quantity>();
  const now = slotOf(latest);
  for (const one of before) if (slotOf(one) < now) bySlot.set(slotOf(one), comparable(one));
  return [...bySlot.values()];
}

/** The eight hours of a payment, the UTC day of anything else: of each the last value counts. */
function slotOf({ measure, time }: Observation): number {
  return isPayment(measure) ? Math.ceil(epochMs(time) / (USUAL_FUNDING_HOURS * HOUR_MS)) : dayEndedAt(time);
}

function isPayment(measure: Measure): boolean {
  return measure === 'funding-rate';
}

function markOf(percentile: Rate): Pick<OwnHistory, 'mark' | 'end'> {
  if (percentile > EXTREME.high) return { mark: 'extreme', end: 'high' };
  if (percentile < EXTREME.low) return { mark: 'extreme', end: 'low' };
  if (percentile > ELEVATED.high) return { mark: 'elevated', end: 'high' };
  if (percentile < ELEVATED.low) return { mark: 'elevated', end: 'low' };
  return { mark: 'normal', end: null };
}
