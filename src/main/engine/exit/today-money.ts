import { discountFactor } from '../../../shared/num/approximate.ts';
import { moneyTimes } from '../../../shared/num/products.ts';
import type { Money, Rate } from '../../../shared/num/types.ts';
import { daysBetween } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { ExitCase } from './exit-case.ts';

const factors = new WeakMap<ExitCase, Map<LocalDate, Rate>>();

/** What one unit due on a day is worth today. Powers are dear: each day's is kept with the case. */
export function presentFactor(given: ExitCase, date: LocalDate): Rate {
  let ofCase = factors.get(given);
  if (ofCase === undefined) factors.set(given, (ofCase = new Map<LocalDate, Rate>()));
  let factor = ofCase.get(date);
  if (factor === undefined) {
    factor = discountFactor(given.costs.discountPerYear, daysBetween(given.asOf, date));
    ofCase.set(date, factor);
  }
  return factor;
}

/** An amount due on a day in today's money. Rounds half-even to 18 decimals. */
export function inTodaysMoney(given: ExitCase, amount: Money, date: LocalDate): Money {
  return moneyTimes(amount, presentFactor(given, date), 'half-even');
}
