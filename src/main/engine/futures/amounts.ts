/**
 * Where futures arithmetic leaves the kinds of `shared/num`: an amount of a settle asset is a quantity of coins for one
 * contract and money for another. Kept in this one file, so that nobody else casts.
 */
import { quantityTimes, ratio } from '../../../shared/num/products.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import type { Money, Quantity, Rate } from '../../../shared/num/types.ts';
import { settleAmount } from './units.ts';
import type { SettleAmount, Size } from './units.ts';

/** A money amount as a quantity of that money's asset. Exact. */
export function moneyAsAmount(money: Money): Quantity {
  return money as unknown as Quantity;
}

/** A quantity of a money asset as money. Exact. */
export function amountAsMoney(amount: Quantity): Money {
  return amount as unknown as Money;
}

/** amount × multiplier: order units → what they are worth. Rounds half-even to 18 decimals. */
export function scaled(amount: Quantity, multiplier: Quantity): Quantity {
  return quantityTimes(amount, multiplier as unknown as Rate, 'half-even');
}

/** amount ÷ multiplier: the way back. In: a multiplier above zero. Rounds half-even to 18 decimals. */
export function unscaled(amount: Quantity, multiplier: Quantity): Quantity {
  return ratio(amount, multiplier, 'half-even') as unknown as Quantity;
}

/** size × share, in the same unit. Rounds half-even to 18 decimals. */
export function sizeTimes<S extends Size>(size: S, share: Rate): S {
  return quantityTimes(size, share, 'half-even') as S;
}

/** No size of whatever unit: the neutral element of adding sizes up. */
export const noSize = zeroQuantity as Size;

/** A share of an amount, such as a fee of a value. Rounds half-even to 18 decimals. */
export function shareOf(amount: SettleAmount, share: Rate): SettleAmount {
  return settleAmount(quantityTimes(amount, share, 'half-even'));
}
