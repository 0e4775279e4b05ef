import type { ContractSpec } from '../../../shared/domain/contract-spec.ts';
import { price as priceFrom } from '../../../shared/num/parse.ts';
import type { Price, Quantity } from '../../../shared/num/types.ts';
import { payoffRules } from '../futures/payoff/payoff-rules.ts';
import type { Coins } from '../futures/units.ts';

const ONE = priceFrom('1');

type UnitTerms = Pick<ContractSpec, 'payoff' | 'multiplier' | 'quantityUnit'>;

/**
 * Coins that a number of order units (contracts) moves like, at a price: by the multiplier, and for a contract of fixed
 * dollars by the price too. Every size of a book in contracts goes through here before it is walked.
 * In: a price above zero; one unit of a quanto's settle asset is taken as one of quote money. Rounds half-even.
 */
export function coinsOfOrder(terms: UnitTerms, amount: Quantity, price: Price): Coins {
  const rules = payoffRules(terms.payoff);
  return rules.delta(rules.sizeOf(terms, { unit: terms.quantityUnit, amount }, price), {
    price,
    settlePrice: ONE,
  });
}

/** The way back: order units for coins, before any rounding to the venue's step. */
export function orderOfCoins(terms: UnitTerms, amount: Coins, price: Price): Quantity {
  const rules = payoffRules(terms.payoff);
  return rules.orderOf(terms, rules.sizeForDelta(amount, { price, settlePrice: ONE }), price).amount;
}
