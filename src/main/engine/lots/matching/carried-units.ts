import type { AccountId } from '../../../../shared/domain/account.ts';
import type { EventId } from '../../../../shared/domain/event.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import type { Matching } from './matching.ts';

/** Units of a lot that went from one own account to another, with what they cost. */
export interface CarriedUnits {
  readonly from: EventId;
  readonly fromAccount: AccountId;
  readonly to: EventId;
  readonly toAccount: AccountId;
  readonly quantity: Quantity;
  readonly costBasis: Money;
}

/** What went from account to account, by number of the lot, in order of arrival. */
export function carriedByLot(matching: Matching): ReadonlyMap<number, readonly CarriedUnits[]> {
  const carried = new Map<number, CarriedUnits[]>();
  const { moves } = matching;
  for (let move = 0; move < moves.count; move++) {
    const departure = moves.link[move] as number;
    if (moves.kind[move] !== 'arrive' || departure === -1) continue;
    const way = {
      from: matching.eventOf(departure),
      fromAccount: matching.placeOf(departure).account,
      to: matching.eventOf(move),
      toAccount: matching.placeOf(move).account,
    };
    for (const { lot, quantity, cost } of matching.departed(departure)) {
      const list = carried.get(lot);
      const units = { ...way, quantity, costBasis: cost };
      if (list === undefined) carried.set(lot, [units]);
      else list.push(units);
    }
  }
  return carried;
}
