import type { Observation } from '../../../shared/domain/observation.ts';
import { add, compare, isPositive, isZero, subtract } from '../../../shared/num/arithmetic.ts';
import { quantity, rate } from '../../../shared/num/parse.ts';
import { apportion, ratio, rateTimes } from '../../../shared/num/products.ts';
import { squareRoot } from '../../../shared/num/statistics.ts';
import type { Quantity, Rate } from '../../../shared/num/types.ts';
import { zeroQuantity, zeroRate } from '../../../shared/num/types.ts';
import { addDuration, msBetween } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { dayEndedAt } from './daily-sigma.ts';
import type { ThresholdLevel } from './thresholds.ts';

const DAY_MS = 86_400_000;
const ONE = quantity('1');
const MINIMUM_DAYS = 30;
const CAUTION_DEVIATIONS = rate('1.5');
const EXTREME_DEVIATIONS = rate('2.5');
const EXTREME_WEEK = rate('0.3');

export interface OpenInterestRise {
  readonly level: ThresholdLevel;
  /** Standard deviations above the mean of the 90 days before; null for fewer than 30 days. */
  readonly deviations: Rate | null;
  /** Change over 7 days; null without a value of then. */
  readonly week: Rate | null;
}

/**
 * Whether open interest is far above its own 90 days: above 1.5 standard deviations is a caution, above 2.5 or 30 % more
 * than a week ago extreme. It says nothing of the direction; together with high funding, forced closings are likelier.
 * In: one series, oldest first. null where nothing is at or before `at`. Source: common practice.
 */
export function openInterestRise(series: readonly Observation[], at: Instant): OpenInterestRise | null {
  const known = series.filter(({ time }) => time <= at);
  const latest = known.at(-1);
  if (latest === undefined) return null;
  const days = dailyBefore(known, latest);
  const deviations = days.length < MINIMUM_DAYS ? null : deviationsOf(latest.value, days);
  const week = weekChange(known, latest);
  return { deviations, week, level: levelOf(deviations, week) };
}

function dailyBefore(known: readonly Observation[], latest: Observation): readonly Quantity[] {
  const from = addDuration(latest.time, -90 * DAY_MS);
  const today = dayEndedAt(latest.time);
  const days = new Map<number, Quantity>();
  for (const { time, value } of known) {
    const day = dayEndedAt(time);
    if (time >= from && day < today) days.set(day, value);
  }
  return [...days.values()];
}

/** As shares of the mean, so that a deviation of coins needs no unit. */
function deviationsOf(value: Quantity, days: readonly Quantity[]): Rate | null {
  const total = days.reduce<Quantity>((sum, one) => add(sum, one), zeroQuantity);
  const mean = apportion(total, ONE, quantity(String(days.length)), 'half-even');
  if (!isPositive(mean)) return null;
  const off = (one: Quantity): Rate => ratio(subtract(one, mean), mean, 'half-even');
  const squares = days.reduce<Rate>(
    (sum, one) => add(sum, rateTimes(off(one), off(one), 'half-even')),
    zeroRate,
  );
  const deviation = squareRoot(ratio(squares, rate(String(days.length - 1)), 'half-even'));
  return isZero(deviation) ? null : ratio(off(value), deviation, 'half-even');
}

/** Against the last value at least seven and less than eight days old. */
function weekChange(known: readonly Observation[], latest: Observation): Rate | null {
  const then = known.findLast(({ time }) => msBetween(time, latest.time) >= 7 * DAY_MS);
  if (then === undefined || msBetween(then.time, latest.time) >= 8 * DAY_MS || !isPositive(then.value))
    return null;
  return ratio(subtract(latest.value, then.value), then.value, 'half-even');
}

function levelOf(deviations: Rate | null, week: Rate | null): ThresholdLevel {
  const above = (value: Rate | null, bound: Rate): boolean => value !== null && compare(value, bound) > 0;
  if (above(deviations, EXTREME_DEVIATIONS) || above(week, EXTREME_WEEK)) return 'extreme';
  return above(deviations, CAUTION_DEVIATIONS) ? 'caution' : 'neutral';
}
