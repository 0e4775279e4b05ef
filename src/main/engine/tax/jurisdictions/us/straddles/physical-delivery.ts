import { subtract } from '../../../../../../shared/num/arithmetic.ts';
import type { Money } from '../../../../../../shared/num/types.ts';

/**
 * Coins delivered into a short, as two sales at fair market value: the contract closed and the coins sold.
 * In: what the contract pays for them, and what they are worth that day. Law: 26 U.S.C. 1092(d)(8); 1256(c)(1).
 */
export function physicalDelivery(
  paid: Money,
  fairMarketValue: Money,
): { readonly futureResult: Money; readonly proceeds: Money } {
  return { futureResult: subtract(paid, fairMarketValue), proceeds: fairMarketValue };
}
