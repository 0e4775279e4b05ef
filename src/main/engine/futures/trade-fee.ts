import type { ContractTerms } from '../../../shared/domain/contract-terms.ts';
import { moneyTimes, ratio } from '../../../shared/num/products.ts';
import { quantity } from '../../../shared/num/parse.ts';
import type { Money } from '../../../shared/num/types.ts';
import type { OrderQuantity } from './units.ts';

const ONE = quantity('1');

/**
 * What one trade costs in fees, in quote money: a share of the notional where the venue takes a share, else so much a
 * contract. null where neither is known. A broker's own commission is in neither.
 * In: what is ordered and its notional. Rounds half-even.
 */
export function tradeFee(
  { takerFee, feePerContract }: Pick<ContractTerms, 'takerFee' | 'feePerContract'>,
  order: OrderQuantity,
  notional: Money,
): Money | null {
  if (takerFee !== null) return moneyTimes(notional, takerFee, 'half-even');
  if (feePerContract === null || order.unit !== 'contracts') return null;
  return moneyTimes(feePerContract, ratio(order.amount, ONE, 'half-even'), 'half-even');
}
