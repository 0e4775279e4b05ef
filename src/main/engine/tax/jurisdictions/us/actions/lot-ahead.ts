/** A lot from today on: what planned sales take off it. */
import type { Term } from '../../../../../../shared/domain/lot.ts';
import { add, smaller, subtract } from '../../../../../../shared/num/arithmetic.ts';
import { apportion, valueOf } from '../../../../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../../../shared/num/types.ts';
import type { LotDeparture } from '../straddles/straddle-case.ts';
import { longTermFrom } from '../long-term-from.ts';
import type { LotLife } from './action-book.ts';
import type { PlannedPurchase, PlannedSale } from './planned-action.ts';

/** What is left of a lot, with its cost. */
export interface LotRemainder {
  readonly quantity: Quantity;
  readonly costBasis: Money;
}

/** Quantity and cost less what left. */
function remainderOf({ lot }: LotLife): LotRemainder {
  let { quantity, costBasis } = lot;
  for (const left of lot.departures) {
    quantity = subtract(quantity, left.quantity);
    costBasis = subtract(costBasis, left.costBasis);
  }
  return quantity > zeroQuantity ? { quantity, costBasis } : { quantity: zeroQuantity, costBasis: zeroMoney };
}

/** A lot that an action buys; its fee belongs to its cost. Rounds half-even. */
export function lotBought(action: PlannedPurchase): LotLife {
  const cost = valueOf(action.quantity, action.price, 'half-even');
  return {
    longTermFrom: longTermFrom(action.date),
    lot: {
      id: action.lot,
      asset: action.asset,
      quantity: action.quantity,
      costBasis: action.fee === undefined ? cost : add(cost, action.fee),
      acquired: action.date,
      departures: [],
    },
  };
}

/**
 * A planned sale as it leaves the lot: at most what is left of it. null where nothing is.
 * Rounds proceeds and the share of the cost half-even; the last units take the rest of the cost.
 * Law: 26 U.S.C. 1222 (term), Reg. 1.1001-7 (the fee lowers what is realised).
 */
export function lotSold(life: LotLife, action: PlannedSale, id: string): LotDeparture | null {
  const left = remainderOf(life);
  const quantity = smaller(action.quantity, left.quantity);
  if (quantity <= zeroQuantity) return null;
  const gross = valueOf(quantity, action.price, 'half-even');
  const term: Term = action.date >= life.longTermFrom ? 'long' : 'short';
  return {
    id,
    date: action.date,
    quantity,
    proceeds: action.fee === undefined ? gross : subtract(gross, action.fee),
    costBasis:
      quantity === left.quantity
        ? left.costBasis
        : apportion(left.costBasis, quantity, left.quantity, 'half-even'),
    term,
    taxed: true,
  };
}
