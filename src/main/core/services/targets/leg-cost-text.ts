import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { absolute, isZero } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { moneyTimes } from '../../../../shared/num/products.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { tradeFee } from '../../../engine/futures/trade-fee.ts';
import { coins } from '../../../engine/futures/units.ts';
import { orderCost } from '../../../engine/market/order-cost.ts';
import type { OrderCost } from '../../../engine/market/order-cost.ts';
import { orderSide } from '../../../engine/rebalance/overlay.ts';
import type { OverlayLeg } from '../../../engine/rebalance/overlay.ts';
import { moneyText, percentText } from '../../../engine/words.ts';
import { marketKey } from './overlay-market.ts';
import type { LegAnswer, OverlayView } from './overlay-view.ts';

type Leg = OverlayLeg<ContractTerms>;

/** What opening a leg costs: the fee, and what the order loses against the middle of the market. */
export function costText(leg: Leg, view: OverlayView): LegAnswer['cost'] {
  const { sized, chosen } = leg;
  const { terms } = chosen;
  const fee = tradeFee(terms, sized.quantity, sized.notional);
  const cost = orderCostOf(leg, view);
  const share = cost?.cost ?? null;
  const slippage = share === null ? null : moneyTimes(sized.notional, share, 'half-even');
  return {
    fee: fee === null ? null : toText(fee),
    slippage: slippage === null ? null : toText(slippage),
    slippageFrom: slippage === null ? null : (cost?.from ?? null),
    words: `${feeWords(terms, fee)} ${slippageWords(terms, cost, slippage)}`,
  };
}

function orderCostOf({ asset, sized, chosen: { terms } }: Leg, { market }: OverlayView): OrderCost | null {
  const sides = market.get(marketKey(asset, terms.id))?.sides;
  if (sides === undefined || isZero(sized.coins)) return null;
  return orderCost(coins(absolute(sized.coins)), sides[orderSide(sized.coins)]);
}

function feeWords(terms: ContractTerms, fee: Money | null): string {
  if (fee === null) return `The fee of ${terms.symbol} is not known.`;
  const broker = terms.takerFee === null ? '; what your broker takes comes on top' : '';
  return `Fee of one trade: ${moneyText(fee, terms.quote)}${broker}.`;
}

const FROM_WORDS = {
  book: 'by the order book',
  estimate: 'an estimate from volume and volatility',
  'half-spread': 'half the spread, the least that an order at once loses',
} as const;

function slippageWords(terms: ContractTerms, cost: OrderCost | null, slippage: Money | null): string {
  if (cost?.walk?.walk.kind === 'cannot-fill')
    return 'The order book that is known cannot fill this order: divide it, or choose a deeper market.';
  if (slippage === null || cost === null || cost.from === null || cost.cost === null)
    return 'What the order loses against the middle of the market is not known: import or type its order book or spread.';
  return `Against the middle of the market it loses about ${moneyText(slippage, terms.quote)} (${percentText(cost.cost)}; ${FROM_WORDS[cost.from]}).`;
}
