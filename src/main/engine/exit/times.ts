import { rateFromFraction } from '../../../shared/num/integers.ts';
import { apportion, quantityTimes } from '../../../shared/num/products.ts';
import { oneRate } from '../../../shared/num/types.ts';
import type { Money, Quantity, Rate } from '../../../shared/num/types.ts';

/** quantity × a whole number. Exact. */
export function times(quantity: Quantity, count: number): Quantity {
  return quantityTimes(quantity, rateFromFraction(BigInt(count), 1n, 'half-even'), 'half-even');
}

/** A whole number as a quantity of parts. */
export function parts(count: number): Quantity {
  return times(oneRate as unknown as Quantity, count);
}

/** amount × part ÷ of, whole numbers. Rounds half-even to 18 decimals. */
export function shareOf<T extends Money | Quantity>(amount: T, part: number, of: number): T {
  return part === of ? amount : apportion<T>(amount, parts(part), parts(of), 'half-even');
}

/** Days as a share of a year of 365. Rounds half-even to 18 decimals. */
export function yearsOf(days: number): Rate {
  return rateFromFraction(BigInt(days), 365n, 'half-even');
}
