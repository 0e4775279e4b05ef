import type { ContractTerms } from '../../../shared/domain/contract-terms.ts';
import { valueOf } from '../../../shared/num/products.ts';
import type { Money } from '../../../shared/num/types.ts';
import { amountAsMoney } from '../futures/amounts.ts';
import { initialMargin } from '../futures/margin/initial-margin.ts';
import { payoffRules } from '../futures/payoff/payoff-rules.ts';
import type { OverlayLeg } from './overlay.ts';

/**
 * The initial margin of a leg in quote money; null where the venue's table is not known.
 * Rounds half-even to 18 decimals.
 */
export function legMargin({ sized, chosen: { terms, at } }: OverlayLeg<ContractTerms>): Money | null {
  const size = payoffRules(terms.payoff).sizeOf(terms, sized.quantity, at.price);
  const margin = initialMargin(terms, sized.direction, size, at);
  if (margin === null) return null;
  if (terms.payoff === 'linear') return amountAsMoney(margin);
  return valueOf(margin, terms.payoff === 'inverse' ? at.price : at.settlePrice, 'half-even');
}
