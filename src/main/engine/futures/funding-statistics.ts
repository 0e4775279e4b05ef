/** What a contract's settled funding says of its future: mean, spread, error and rolling sums, never the last rate. */
import {
  add,
  compare,
  isNegative,
  isPositive,
  isZero,
  negate,
  subtract,
  sum,
} from '../../../shared/num/arithmetic.ts';
import { rateFromFraction } from '../../../shared/num/integers.ts';
import { moneyTimes, ratio, rateTimes } from '../../../shared/num/products.ts';
import { squareRoot } from '../../../shared/num/statistics.ts';
import type { Money, Rate } from '../../../shared/num/types.ts';
import { oneRate, zeroRate } from '../../../shared/num/types.ts';
import { msBetween } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { FundingPoint } from './funding.ts';
import { fundingSums } from './funding-sums.ts';
import type { FundingSums } from './funding-sums.ts';
import type { PositionDirection } from './units.ts';

/** Rates are positive where longs pay shorts; those of an hour come from each settlement's own interval. */
export interface FundingStatistics {
  /** Settlements of the last ninety days of history, on which mean, spread and error rest. */
  readonly settlements: number;
  readonly first: Instant;
  readonly last: Instant;
  readonly meanPerHour: Rate;
  /** Simple, over 365 days. */
  readonly meanPerYear: Rate;
  /** Standard deviation of a settlement's hourly rate. */
  readonly spreadPerHour: Rate;
  /** How alike two settlements in a row are: 1 is the same, 0 nothing. */
  readonly autocorrelation: Rate;
  /** How many of the settlements count as independent: n (1 − φ) ÷ (1 + φ), at most n. */
  readonly effectiveSample: Rate;
  /** Of the yearly mean. null where all settlements count as one. */
  readonly standardErrorPerYear: Rate | null;
  readonly horizonHours: number;
  /** Of sums over the horizon anywhere in the whole history; null where no part of it is as long. */
  readonly sums: FundingSums | null;
}

export type FundingAnswer =
  | { readonly kind: 'known'; readonly statistics: FundingStatistics }
  | {
      readonly kind: 'too-little';
      readonly settlements: number;
      readonly days: number;
      readonly why: string;
    };

const HOUR_MS = 3_600_000;
const WINDOW_HOURS = 90 * 24;
/** A week, and as many settlements as a week of eight hours has: fewer say nothing (our choice). */
const LEAST_DAYS = 7;
const LEAST_SETTLEMENTS = 21;
const HOURS_A_YEAR = rateFromFraction(8760n, 1n, 'half-even');

/**
 * The statistics of a contract's funding.
 * In: settled rates, oldest first; the hours ahead that one asks about. Out: `too-little` below a week or 21 settlements.
 * Rounds half-even at each step; roots of statistics are floats' equals, see `shared/num/statistics.ts`.
 * Source: effective sample of an autocorrelated mean (first order): n (1 − φ) ÷ (1 + φ).
 */
export function fundingStatistics(points: readonly FundingPoint[], horizonHours: number): FundingAnswer {
  const recent = lastHours(points, WINDOW_HOURS);
  const first = recent[0];
  const last = recent.at(-1);
  const hours = recent.reduce((total, point) => total + point.hours, 0);
  if (first === undefined || last === undefined || isTooLittle(recent.length, hours))
    return tooLittle(recent.length, hours);
  const meanPerHour = perHour(
    sum(
      recent.map(({ rate }) => rate),
      zeroRate,
    ),
    hours,
  );
  const off = recent.map(({ rate, hours: own }) => subtract(perHour(rate, own), meanPerHour));
  const count = BigInt(off.length);
  const variance = share(sum(off.map(square), zeroRate), count - 1n);
  const autocorrelation = autocorrelationOf(off);
  const effectiveSample = effectiveSampleOf(off.length, autocorrelation);
  return {
    kind: 'known',
    statistics: {
      settlements: off.length,
      first: first.time,
      last: last.time,
      meanPerHour,
      meanPerYear: rateTimes(meanPerHour, HOURS_A_YEAR, 'half-even'),
      spreadPerHour: squareRoot(variance),
      autocorrelation,
      effectiveSample,
      standardErrorPerYear: isZero(effectiveSample)
        ? null
        : rateTimes(squareRoot(ratio(variance, effectiveSample, 'half-even')), HOURS_A_YEAR, 'half-even'),
      horizonHours,
      sums: fundingSums(points, horizonHours),
    },
  };
}

/**
 * What funding is expected to bring over some hours: −s × notional × hours × mean rate of an hour. Positive is received.
 * Rounds half-even.
 */
export function expectedFunding(
  { meanPerHour }: Pick<FundingStatistics, 'meanPerHour'>,
  direction: PositionDirection,
  notional: Money,
  hours: number,
): Money {
  const rate = rateTimes(meanPerHour, hoursAsRate(hours), 'half-even');
  const longsPay = moneyTimes(notional, rate, 'half-even');
  return direction === 'short' ? longsPay : negate(longsPay);
}

function lastHours(points: readonly FundingPoint[], hours: number): readonly FundingPoint[] {
  const last = points.at(-1);
  if (last === undefined) return points;
  return points.filter(({ time }) => msBetween(time, last.time) < hours * HOUR_MS);
}

function isTooLittle(settlements: number, hours: number): boolean {
  return settlements < LEAST_SETTLEMENTS || hours < LEAST_DAYS * 24;
}

function tooLittle(settlements: number, hours: number): FundingAnswer {
  const days = Math.floor(hours / 24);
  const had =
    settlements === 0
      ? 'No funding of it is imported'
      : `Only ${settlements} payments of ${days} days are imported`;
  return {
    kind: 'too-little',
    settlements,
    days,
    why: `${had}: statistics begin with ${LEAST_SETTLEMENTS} payments over ${LEAST_DAYS} days.`,
  };
}

/** Σ xᵢ·xᵢ₊₁ ÷ Σ xᵢ², of deviations from the mean; 0 where nothing varies. */
function autocorrelationOf(off: readonly Rate[]): Rate {
  const squares = sum(off.map(square), zeroRate);
  if (isZero(squares)) return zeroRate;
  const products = off.slice(1).map((one, index) => rateTimes(one, off[index] ?? zeroRate, 'half-even'));
  return ratio(sum(products, zeroRate), squares, 'half-even');
}

/** Rates that swing around their mean would count as more than n: they count as n. */
function effectiveSampleOf(count: number, autocorrelation: Rate): Rate {
  const all = rateFromFraction(BigInt(count), 1n, 'half-even');
  if (!isPositive(autocorrelation)) return all;
  if (compare(autocorrelation, oneRate) >= 0) return zeroRate;
  const factor = ratio(subtract(oneRate, autocorrelation), add(oneRate, autocorrelation), 'half-even');
  return rateTimes(all, factor, 'half-even');
}

function perHour(rate: Rate, hours: number): Rate {
  return ratio(rate, hoursAsRate(hours), 'half-even');
}

function hoursAsRate(hours: number): Rate {
  return rateFromFraction(BigInt(Math.round(hours * HOUR_MS)), BigInt(HOUR_MS), 'half-even');
}

function share(total: Rate, count: bigint): Rate {
  return rateTimes(total, rateFromFraction(1n, count, 'half-even'), 'half-even');
}

function square(x: Rate): Rate {
  return rateTimes(x, x, 'half-even');
}

/** Who pays whom at a rate, in words. */
export function whoPaysFunding(rate: Rate): string {
  if (isZero(rate)) return 'nobody pays';
  return isNegative(rate) ? 'shorts pay, longs receive' : 'longs pay, shorts receive';
}
