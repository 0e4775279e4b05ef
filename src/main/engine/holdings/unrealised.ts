import type { OpenLot } from '../../../shared/domain/lot.ts';
import { add, subtract } from '../../../shared/num/arithmetic.ts';
import { valueOf } from '../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../shared/num/types.ts';
import type { Money, Price, Quantity } from '../../../shared/num/types.ts';
import { daysBetween } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';

/** What open lots would gain at a price, by the term that a sale on the day would have. Rounds half-even, per lot. */
export function unrealisedOf(
  lots: readonly OpenLot[],
  price: Price,
  asOf: LocalDate,
): { readonly short: Money; readonly long: Money } {
  let short = zeroMoney;
  let long = zeroMoney;
  for (const lot of lots) {
    const gain = subtract(valueOf(lot.quantity, price, 'half-even'), lot.costBasis);
    if (asOf >= lot.longTermFrom) long = add(long, gain);
    else short = add(short, gain);
  }
  return { short, long };
}

/** The next date on which units turn long-term, and how many; null where all are. */
export function nextLongTermOf(
  lots: readonly OpenLot[],
  asOf: LocalDate,
): { readonly date: LocalDate; readonly days: number; readonly quantity: Quantity } | null {
  let date: LocalDate | null = null;
  for (const { longTermFrom } of lots) {
    if (longTermFrom > asOf && (date === null || longTermFrom < date)) date = longTermFrom;
  }
  if (date === null) return null;
  const turning = lots.filter(({ longTermFrom }) => longTermFrom === date);
  const quantity = turning.reduce((total, lot) => add(total, lot.quantity), zeroQuantity);
  return { date, days: daysBetween(asOf, date), quantity };
}
