/**
 * Products and quotients, exact up to one rounding to 18 decimals, which the caller names.
 * Errors: every quotient throws `RangeError` on a zero divisor; callers rule it out first.
 */
import { divide } from './divide.ts';
import type { Rounding } from './divide.ts';
import { unitsPerOne } from './scale.ts';
import type { Exact, Money, Price, Quantity, Rate } from './types.ts';
import { fromUnits, unitsOf } from './units.ts';

/** What a quantity is worth at a price: quantity × price. */
export function valueOf(quantity: Quantity, price: Price, rounding: Rounding): Money {
  return product<Money>(quantity, price, rounding);
}

/** money × rate: a fee, a tax, a share. */
export function moneyTimes(money: Money, rate: Rate, rounding: Rounding): Money {
  return product<Money>(money, rate, rounding);
}

/** quantity × rate. */
export function quantityTimes(quantity: Quantity, rate: Rate, rounding: Rounding): Quantity {
  return product<Quantity>(quantity, rate, rounding);
}

/** price × rate. */
export function priceTimes(price: Price, rate: Rate, rounding: Rounding): Price {
  return product<Price>(price, rate, rounding);
}

/** a × b. */
export function rateTimes(a: Rate, b: Rate, rounding: Rounding): Rate {
  return product<Rate>(a, b, rounding);
}

/** a ÷ b, two of one kind: a weight, a drift, a return. */
export function ratio<T extends Exact>(a: T, b: NoInfer<T>, rounding: Rounding): Rate {
  return quotient<Rate>(a, b, rounding);
}

/** The price at which a quantity is worth the money: money ÷ quantity. */
export function priceOf(money: Money, quantity: Quantity, rounding: Rounding): Price {
  return quotient<Price>(money, quantity, rounding);
}

/** The quantity that the money buys at a price: money ÷ price. */
export function quantityFor(money: Money, price: Price, rounding: Rounding): Quantity {
  return quotient<Quantity>(money, price, rounding);
}

/** What an inverse contract's notional, fixed in quote money, is in base coins: notional ÷ price. */
export function quantityOfInverse(notional: Money, price: Price, rounding: Rounding): Quantity {
  return quantityFor(notional, price, rounding);
}

/** The share of a whole that falls on a part: whole × part ÷ of, rounded once. */
export function apportion<T extends Money | Quantity>(
  whole: T,
  part: Quantity,
  of: Quantity,
  rounding: Rounding,
): T {
  return fromUnits<T>(divide(unitsOf(whole) * unitsOf(part), unitsOf(of), rounding));
}

function product<T extends Exact>(a: Exact, b: Exact, rounding: Rounding): T {
  return fromUnits<T>(divide(unitsOf(a) * unitsOf(b), unitsPerOne, rounding));
}

function quotient<T extends Exact>(a: Exact, b: Exact, rounding: Rounding): T {
  return fromUnits<T>(divide(unitsOf(a) * unitsPerOne, unitsOf(b), rounding));
}
