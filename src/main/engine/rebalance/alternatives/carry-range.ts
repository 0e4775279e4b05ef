import { absolute, add, isNegative, negate } from '../../../../shared/num/arithmetic.ts';
import { moneyTimes } from '../../../../shared/num/products.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { daysBetween } from '../../../../shared/time/local-date.ts';
import { moneyText } from '../../words.ts';
import type { AlternativesCase, PricedWay } from './alternatives-case.ts';
import { notionalOf } from './risks.ts';
import { firstDay } from './schedules.ts';

export interface CarryRange {
  /** The hedge's carry at the favourable and the adverse end of history; positive is paid. */
  readonly low: Money;
  readonly high: Money;
  readonly words: string;
}

/**
 * What the hedge's carry would be, had funding over as long a time summed up as in the lowest and the highest twentieth of
 * history. null where a leg has no such history, or is a dated contract (its carry is fixed by its price).
 * Rounds half-even to 18 decimals.
 */
export function carryRange(given: AlternativesCase, { priced }: PricedWay): CarryRange | null {
  const last = priced.schedule.days.at(-1)?.date;
  const opened = priced.schedule.days[0]?.hedges ?? [];
  const futures = given.exit.futures.filter(({ position }) =>
    opened.some((one) => one.position === position),
  );
  if (last === undefined || futures.length === 0) return null;
  const days = daysBetween(firstDay(given.exit), last);
  let [low, high, windows] = [zeroMoney, zeroMoney, Infinity];
  for (const future of futures) {
    const range = future.terms.kind === 'dated' ? null : given.fundingRange(future, days);
    if (range === null) return null;
    const notional = notionalOf(given.exit, future);
    // Rates are positive where longs pay: what a long pays a short receives.
    const ends = [range.low, range.high].map((rate) => moneyTimes(notional, rate, 'half-even'));
    const [first = zeroMoney, second = zeroMoney] =
      future.side === 'long' ? ends : ends.map((one) => negate(one)).toReversed();
    low = add(low, first);
    high = add(high, second);
    windows = Math.min(windows, range.windows);
  }
  const said = (amount: Money): string =>
    `${isNegative(amount) ? 'brings' : 'costs'} ${moneyText(absolute(amount), given.exit.currency)}`;
  return {
    low,
    high,
    words: `Over ${days} days the hedge ${said(low)} at the favourable and ${said(high)} at the adverse twentieth of past funding (${windows} stretches as long, each leg by itself).`,
  };
}
