import { isNegative, negate } from '../../../../shared/num/arithmetic.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { moneyText } from '../../../engine/words.ts';

/** "it costs 80.00 USD", or "it brings 80.00 USD" where a plan saves more than it costs. */
export function costText(cost: Money, currency: string): string {
  return isNegative(cost)
    ? `it brings ${moneyText(negate(cost), currency)}`
    : `it costs ${moneyText(cost, currency)}`;
}
