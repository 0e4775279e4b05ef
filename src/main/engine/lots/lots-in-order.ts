import type { LotMethod, OpenLot } from '../../../shared/domain/lot.ts';
import { priceOf } from '../../../shared/num/products.ts';
import { zeroPrice } from '../../../shared/num/types.ts';
import type { LotKeys } from './matching/lot-columns.ts';
import type { LotMatching } from './lot-matching.ts';
import { lotOrders } from './methods/lot-pools.ts';

/**
 * Lots as a method would sell them, whatever account they lie in. Lowest tax is taken as highest cost: without a price
 * that is as near as it can be known. What has no order of its own goes first in, first out.
 */
export function lotsInOrder(
  lots: readonly OpenLot[],
  method: LotMethod,
  matching: Pick<LotMatching, 'originOf'>,
): OpenLot[] {
  const keys: LotKeys = {
    since: lots.map(({ acquired }) => acquired),
    unitCost: (place) => {
      const lot = lots[place];
      const origin = lot === undefined ? undefined : matching.originOf(lot.id);
      return origin === undefined || origin.basisUnknown
        ? zeroPrice
        : priceOf(origin.costBasis, origin.quantity, 'half-even');
    },
    basisUnknown: (place) => (lots[place] as OpenLot).basisUnknown,
    longTermFrom: (place) => (lots[place] as OpenLot).longTermFrom,
  };
  const order = lotOrders[orderOf(method)];
  return lots
    .map((lot, place) => ({ lot, place }))
    .toSorted((a, b) => order(keys, a.place, b.place))
    .map(({ lot }) => lot);
}

function orderOf(method: LotMethod): keyof typeof lotOrders {
  if (method === 'lowest-tax') return 'hifo';
  return method === 'lifo' || method === 'hifo' || method === 'lofo' ? method : 'fifo';
}
