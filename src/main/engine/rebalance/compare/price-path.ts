import { add } from '../../../../shared/num/arithmetic.ts';
import { rateFromFraction } from '../../../../shared/num/integers.ts';
import { priceTimes, rateTimes } from '../../../../shared/num/products.ts';
import type { Price, Rate } from '../../../../shared/num/types.ts';
import { oneRate } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { daysBetween } from '../../../../shared/time/local-date.ts';

/** From `asOf` to `exit`, in days. */
export interface Span {
  readonly asOf: LocalDate;
  readonly exit: LocalDate;
}

/**
 * The price assumed on a date between now and the exit: a straight line from today's price to the changed one.
 * Rounds half-even to 18 decimals.
 */
export function priceOn(now: Price, change: Rate, date: LocalDate, { asOf, exit }: Span): Price {
  const elapsed = rateFromFraction(
    BigInt(daysBetween(asOf, date)),
    BigInt(daysBetween(asOf, exit)),
    'half-even',
  );
  return priceTimes(now, add(oneRate, rateTimes(change, elapsed, 'half-even')), 'half-even');
}
