import { add, isPositive, subtract } from '../../../shared/num/arithmetic.ts';
import { rate } from '../../../shared/num/parse.ts';
import { ratio, rateTimes } from '../../../shared/num/products.ts';
import { naturalLogarithm, squareRoot } from '../../../shared/num/statistics.ts';
import type { Price, Rate } from '../../../shared/num/types.ts';
import { zeroRate } from '../../../shared/num/types.ts';
import { epochMs } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';

const DAY_MS = 86_400_000;
/** Fewer returns say nothing about how far a price moves in a day. */
const MINIMUM_RETURNS = 20;

/** A price at a time: a price mark is one. */
export interface PricedAt {
  readonly time: Instant;
  readonly price: Price;
}

/**
 * The standard deviation of a day's logarithmic return (n − 1 in the divisor); null below twenty returns.
 * In: prices in any order; of each UTC day the last counts (midnight belongs to the day that ends), and only a day and the
 * very next make a return, so that a gap is no return. Prices that are not above zero are left out.
 */
export function dailySigma(closes: readonly PricedAt[], minimum = MINIMUM_RETURNS): Rate | null {
  const returns = dailyReturns(closes);
  if (returns.length < minimum) return null;
  const mean = ratio(sumOf(returns), rate(String(returns.length)), 'half-even');
  const squares = returns.map((one) => {
    const off = subtract(one, mean);
    return rateTimes(off, off, 'half-even');
  });
  return squareRoot(ratio(sumOf(squares), rate(String(returns.length - 1)), 'half-even'));
}

function dailyReturns(closes: readonly PricedAt[]): readonly Rate[] {
  const days = [...lastOfDays(closes)].toSorted(([a], [b]) => a - b);
  const returns: Rate[] = [];
  for (const [at, [day, { price }]] of days.entries()) {
    const before = days[at - 1];
    if (before === undefined || before[0] !== day - 1) continue;
    returns.push(naturalLogarithm(ratio(price, before[1].price, 'half-even')));
  }
  return returns;
}

/** The UTC day that an instant ends: midnight ends the day before it. */
export function dayEndedAt(time: Instant): number {
  return Math.ceil(epochMs(time) / DAY_MS) - 1;
}

function lastOfDays(closes: readonly PricedAt[]): ReadonlyMap<number, PricedAt> {
  const days = new Map<number, PricedAt>();
  for (const close of closes) {
    if (!isPositive(close.price)) continue;
    const day = dayEndedAt(close.time);
    const known = days.get(day);
    if (known === undefined || compareTimes(known.time, close.time) <= 0) days.set(day, close);
  }
  return days;
}

function compareTimes(a: Instant, b: Instant): number {
  return epochMs(a) - epochMs(b);
}

function sumOf(rates: readonly Rate[]): Rate {
  return rates.reduce<Rate>((total, one) => add(total, one), zeroRate);
}
