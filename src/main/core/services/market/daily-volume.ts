/** A day's volume from spans of any length, and its mean over the last thirty days. */
import type { Observation } from '../../../../shared/domain/observation.ts';
import { add } from '../../../../shared/num/arithmetic.ts';
import { quantity } from '../../../../shared/num/parse.ts';
import { apportion } from '../../../../shared/num/products.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { addDuration } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { coins } from '../../../engine/futures/units.ts';
import type { Coins } from '../../../engine/futures/units.ts';
import { dayEndedAt } from '../../../engine/market/daily-sigma.ts';

const DAY_MS = 86_400_000;
const ONE = quantity('1');
const AVERAGE_DAYS = 30;
/** A day with fewer hours than this of its 24 would make the mean too small. */
const LEAST_HOURS = 23;

/** One observation a UTC day, of the days that are there whole. In: volume of one series, oldest first. */
export function dailyVolumes(series: readonly Observation[]): readonly Observation[] {
  const days = new Map<number, { observation: Observation; hours: number }>();
  for (const one of series) {
    const day = dayEndedAt(one.time);
    const known = days.get(day);
    const hours = (known?.hours ?? 0) + (one.hours ?? 0);
    const value = known === undefined ? one.value : add(known.observation.value, one.value);
    days.set(day, { observation: { ...one, value, hours: 24 }, hours });
  }
  return [...days.values()].filter(({ hours }) => hours >= LEAST_HOURS).map(({ observation }) => observation);
}

export interface AverageVolume {
  /** Coins a day. */
  readonly coins: Coins;
  readonly days: number;
  /** Of the last day in it. */
  readonly last: Observation;
}

/** The mean of the last thirty days at or before an instant that have a volume; null where none has. */
export function averageDailyVolume(days: readonly Observation[], at: Instant): AverageVolume | null {
  const known = days.filter(({ time }) => time <= at);
  const last = known.at(-1);
  if (last === undefined) return null;
  const from = addDuration(last.time, -AVERAGE_DAYS * DAY_MS);
  const recent = known.filter(({ time }) => time > from);
  const total = recent.reduce<Quantity>((sum, { value }) => add(sum, value), zeroQuantity);
  const mean = apportion(total, ONE, quantity(String(recent.length)), 'half-even');
  return { coins: coins(mean), days: recent.length, last };
}
