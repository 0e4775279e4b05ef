/**
 * Quantities of futures with their unit in the type: contracts, coins and quote money never mix.
 * `add`, `subtract` and `compare` of two units do not compile; going from one unit to another takes a
 * payoff's own function and a price.
 */
import type { QuantityUnit } from '../../../shared/domain/contract-spec.ts';
import { negate } from '../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../shared/num/types.ts';

declare const unit: unique symbol;

/** A quantity that says of what it is. */
export type InUnit<Unit extends string> = Quantity & { readonly [unit]: Unit };

/** Coins of the contract's underlying. */
export type Coins = InUnit<'coins'>;
/** Money in the contract's quote currency: what an inverse contract fixes. */
export type QuoteAmount = InUnit<'quote'>;
/** Units of the settle asset per point of price: what a quanto contract fixes. */
export type PointValue = InUnit<'point-value'>;
/** An amount of the contract's settle asset: profit, fee, funding. Signed where it is a cash flow: in is positive. */
export type SettleAmount = InUnit<'settle'>;

/** What a position is, in the unit that its payoff keeps fixed while the price moves. */
export type Size = Coins | QuoteAmount | PointValue;

/** What one types into the venue's quantity box, with what the box means. Never negative. */
export interface OrderQuantity<Unit extends QuantityUnit = QuantityUnit> {
  readonly unit: Unit;
  readonly amount: Quantity;
}

export type PositionDirection = 'long' | 'short';

/** States the unit of a plain quantity; the caller knows it from where the number came. */
export function coins(quantity: Quantity): Coins {
  return quantity as Coins;
}

export function quoteAmount(quantity: Quantity): QuoteAmount {
  return quantity as QuoteAmount;
}

export function pointValue(quantity: Quantity): PointValue {
  return quantity as PointValue;
}

export function settleAmount(quantity: Quantity): SettleAmount {
  return quantity as SettleAmount;
}

/** Coins with the sign of their direction: a short is negative. */
export function signedCoins(direction: PositionDirection, amount: Coins): Coins {
  return direction === 'short' ? negate(amount) : amount;
}
