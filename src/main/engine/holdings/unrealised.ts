import type { OpenLot } from '../../../shared/domain/lot.ts';
import { add, subtract } from '../../../shared/num/arithmetic.ts';
import { valueOf } from '../../../shared/num/products.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money, Price } from '../../../shared/num/types.ts';
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
