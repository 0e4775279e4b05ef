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
const DAY_HOURS = 24;
/** A day with fewer hours than this of its 24 would make the mean too small. */
const LEAST_HOURS = 23;

/**
 * One observation a UTC day, of the days that are there whole. Spans of one length add up; where a day is there in spans of
 * two lengths (hours of one file, days of another) only one of them counts. Spans longer than a day say nothing of one.
 * In: volume of one series, oldest first.
 */
export function dailyVolumes(series: readonly Observation[]): readonly Observation[] {
  const days = new Map<number, Map<number, Observation[]>>();
  for (const one of series) {
    if (one.hours === null || one.hours > DAY_HOURS) continue;
    const day = dayEndedAt(one.time);
    const lengths = days.get(day) ?? new Map<number, Observation[]>();
    days.set(day, lengths);
    const spans = lengths.get(one.hours);
    if (spans === undefined) lengths.set(one.hours, [one]);
    else spans.push(one);
  }
  return [...days.values()].flatMap((lengths) => wholeDay(lengths) ?? []);
}

/** By the longest spans that make up a day; null where none do. */
function wholeDay(lengths: ReadonlyMap<number, readonly Observation[]>): Observation | null {
  for (const [hours, spans] of [...lengths].toSorted(([a], [b]) => b - a)) {
    // Of a length of its own, such as a volume of 24 hours that was typed twice on one day, the last counts.
    const used = hours === DAY_HOURS ? spans.slice(-1) : spans;
    const last = used.at(-1);
    if (last === undefined || hours * used.length < LEAST_HOURS) continue;
    const value = used.reduce<Quantity>((sum, one) => add(sum, one.value), zeroQuantity);
    return { ...last, value, hours: DAY_HOURS };
  }
  return null;
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
