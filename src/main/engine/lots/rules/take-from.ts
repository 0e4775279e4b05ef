import { compare, smaller, subtract } from '../../../../shared/num/arithmetic.ts';
import { apportion } from '../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import type { MatchReason } from '../../../../shared/domain/lot.ts';
import type { Acquired, Gone } from './asset-units.ts';

/** Matches as many units of a disposal as a purchase still has. */
export function matchWith(gone: Gone, bought: Acquired, reason: MatchReason): void {
  const quantity = smaller(gone.left, bought.left);
  const costBasis = shareOf(bought.leftCost, quantity, bought.left);
  bought.left = subtract(bought.left, quantity);
  bought.leftCost = subtract(bought.leftCost, costBasis);
  gone.left = subtract(gone.left, quantity);
  const { lot, acquired, acquiredDate, basisUnknown } = bought;
  gone.parts.push({ quantity, costBasis, reason, lot, acquired, acquiredDate, basisUnknown });
}

/** The part of an amount that falls on some of the units; the last units take all that is left. Rounds half-even. */
export function shareOf(amount: Money, quantity: Quantity, of: Quantity): Money {
  if (compare(quantity, of) === 0) return amount;
  return amount === zeroMoney ? zeroMoney : apportion(amount, quantity, of, 'half-even');
}
