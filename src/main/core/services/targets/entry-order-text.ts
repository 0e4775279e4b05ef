import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { compare, isZero } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { entryOrder } from '../../../engine/futures/sizing/entry-order.ts';
import type { EntryOrder } from '../../../engine/futures/sizing/entry-order.ts';
import { coins } from '../../../engine/futures/units.ts';
import { orderSide } from '../../../engine/rebalance/overlay.ts';
import type { OverlayLeg } from '../../../engine/rebalance/overlay.ts';
import { moneyText } from '../../../engine/words.ts';
import type { OverlayAnswer } from './overlay-view.ts';

/** In which order and slices the legs are opened; null where nothing is ordered. In: legs that order something. */
export function entryOrderText(
  legs: readonly OverlayLeg<ContractTerms>[],
  currency: string,
): OverlayAnswer['entryOrder'] {
  if (legs.length === 0) return null;
  const order = entryOrder(
    legs.map(({ chosen: { terms }, sized }) => ({
      quantity: sized.quantity.amount,
      step: terms.quantityStep,
      minimum: terms.minQuantity ?? zeroQuantity,
      coins: sized.coins,
      notional: sized.notional,
    })),
  );
  return {
    slices: order.slices.flatMap((slice, index) => {
      const leg = legs[slice.leg];
      return leg === undefined
        ? []
        : [
            {
              number: index + 1,
              asset: leg.asset,
              contract: leg.chosen.terms.id,
              side: orderSide(coins(slice.coins)),
              quantity: toText(slice.quantity),
              coins: toText(slice.coins),
              notional: toText(slice.notional),
              netAfter: toText(slice.netAfter),
            },
          ];
    }),
    largestNet: toText(order.largestNet),
    otherwise: toText(order.otherwise),
    words: orderWords(order, legs.length, currency),
  };
}

function orderWords({ largestNet, otherwise, slices }: EntryOrder, legs: number, currency: string): string {
  if (legs === 1) return 'One leg: place it as one order.';
  const open = moneyText(largestNet, currency);
  if (compare(largestNet, otherwise) >= 0 || isZero(otherwise))
    return `All legs go the same way, so the order does not matter: ${open} are open in the end.`;
  const how =
    slices.length > legs
      ? `In ${slices.length} slices in this order, never more than ${open} is open on one side`
      : `In this order, never more than ${open} is open on one side`;
  return `${how}; one whole leg after the other, it would be up to ${moneyText(otherwise, currency)}.`;
}
