/** From a hedge ratio to contracts, before rounding to what the venue takes. */
import { discountFactor } from '../../../../shared/num/approximate.ts';
import { quantityTimes, ratio, rateTimes } from '../../../../shared/num/products.ts';
import type { Money, Quantity, Rate } from '../../../../shared/num/types.ts';

/**
 * N* = h · Q_A ÷ Q_F: contracts for an exposure in coins, by a ratio of price differences.
 * In: coins of one contract above zero. Rounds half-even.
 * Source: Hull, Options, Futures and Other Derivatives, 3.4.
 */
export function contractsForCoins(hedgeRatio: Rate, exposure: Quantity, coinsPerContract: Quantity): Rate {
  return rateTimes(hedgeRatio, ratio(exposure, coinsPerContract, 'half-even'), 'half-even');
}

/**
 * N* = β · V_A ÷ V_F: contracts for an exposure in money, by a ratio of returns. For futures that settle every day this is
 * the tailed form. In: the value of one contract above zero. Rounds half-even.
 * Source: Hull, Options, Futures and Other Derivatives, 3.4 (tailing the hedge).
 */
export function contractsForValue(beta: Rate, exposure: Money, valuePerContract: Money): Rate {
  return rateTimes(beta, ratio(exposure, valuePerContract, 'half-even'), 'half-even');
}

/**
 * A hedge in futures that settle every day, made smaller because what they pay comes early and earns interest: by
 * (1 + rate a year) ^ (−days ÷ 365). One to three per cent for a few months.
 * In: whole days to the expiry. Rounds half-even.
 */
export function tailedHedge(coins: Quantity, interestPerYear: Rate, days: number): Quantity {
  return quantityTimes(coins, discountFactor(interestPerYear, days), 'half-even');
}
