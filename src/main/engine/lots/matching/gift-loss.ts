import type { Money } from '../../../../shared/num/types.ts';

/**
 * The basis that counts for units received as a gift that were worth less when given than they had cost the giver.
 * In: `worth`, of the same units when they were given. Out: a gain counts from the giver's cost, a loss from what they
 * were worth; a price between the two is neither.
 * Law: 26 U.S.C. 1015(a); Reg. §1.1015-1(a).
 */
export function adjustedForGift(proceeds: Money, cost: Money, worth: Money): Money {
  if (worth >= cost || proceeds >= cost) return cost;
  return proceeds >= worth ? proceeds : worth;
}
