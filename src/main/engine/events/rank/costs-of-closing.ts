/** What closing fills cost together with what opening had cost, first in first out, for profits that are stated after both. */
import type { EventId, LedgerEvent, Leg } from '../../../../shared/domain/event.ts';
import { add, negate } from '../../../../shared/num/arithmetic.ts';
import { apportion } from '../../../../shared/num/products.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { OpeningFees } from '../opening-fees.ts';

/**
 * In: rows around a close, and the leg that states its profit. Out: signed, below zero where it was paid; in the leg's coin.
 * The cost of a fill is told once: of closes within one minute the first has the costs of all, so that their sum is right.
 */
export type CostOfClosing = (rows: readonly LedgerEvent[], profit: Leg) => Quantity;

/** In: the rows of an account and contract ("account\ncontract"), in ledger order. Each contract is walked once. */
export function costsOfClosing(rowsOf: (key: string) => readonly LedgerEvent[]): CostOfClosing {
  const walked = new Map<string, Map<EventId, Quantity>>();
  return (rows, profit) => {
    let total: Quantity = zeroQuantity;
    for (const { id, fill } of rows) {
      if (fill === undefined) continue;
      const key = `${fill.account}\n${fill.contract}`;
      let costs = walked.get(key);
      if (costs === undefined) walked.set(key, (costs = walk(rowsOf(key), profit)));
      total = add(total, costs.get(id) ?? zeroQuantity);
      costs.delete(id);
    }
    return total;
  };
}

/** By fill that closed something. */
function walk(rows: readonly LedgerEvent[], { asset: money }: Leg): Map<EventId, Quantity> {
  const fees = new OpeningFees();
  const costs = new Map<EventId, Quantity>();
  for (const { id, fill, legs } of rows) {
    if (fill === undefined) continue;
    const own = legs.find(({ role }) => role === 'fee' || role === 'rebate');
    const cost = {
      asset: own?.asset ?? money,
      amount: own === undefined ? zeroQuantity : negate(own.quantity),
    };
    const { side, quantity: size } = fill;
    const closed = fees.trade({ side, size, cost, money, opens: false, closes: false });
    if (closed === null) continue;
    const ofOwn =
      cost.asset === money ? apportion(cost.amount, closed.size, size, 'half-even') : zeroQuantity;
    costs.set(id, negate(add(closed.cost, ofOwn)));
  }
  return costs;
}
