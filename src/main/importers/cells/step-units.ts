import { absolute, add, subtract } from '../../../shared/num/arithmetic.ts';
import { money, rate } from '../../../shared/num/parse.ts';
import { moneyTimes, quantityTimes, valueOf } from '../../../shared/num/products.ts';
import type { Price, Quantity } from '../../../shared/num/types.ts';
import type { Read } from './row-cells.ts';

const tolerance = rate('0.005');
const steps = Array.from({ length: 9 }, (_, digits) => rate(`1e-${digits}`));

/**
 * How many coins a stated quantity is: the quantity itself where quantity × price is the amount, or, where an export
 * counts steps, the power of ten of it for which that holds. null where none does.
 */
export function coinsOfSteps(
  stated: Read<Quantity>,
  price: Read<Price>,
  amount: Read<Quantity>,
): Quantity | null {
  const target = money(amount.text);
  const allowed = add(moneyTimes(target, tolerance, 'half-even'), money(lastDigitOf(amount.text)));
  for (const step of steps) {
    const coins = quantityTimes(stated.value, step, 'half-even');
    const off = absolute(subtract(valueOf(coins, price.value, 'half-even'), target));
    if (off <= allowed) return coins;
  }
  return null;
}

/** One unit of the last digit that the text has: what rounding can have cost. */
export function lastDigitOf(text: string): string {
  const decimals = text.split('.')[1]?.length ?? 0;
  return `1e-${decimals}`;
}
