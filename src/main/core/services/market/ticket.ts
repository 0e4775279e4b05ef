/** One order size and what it would cost, as a screen shows it. */
import type { z } from 'zod';
import type { marketCalls } from '../../../../shared/contract/market-calls.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { toText } from '../../../../shared/num/format.ts';
import { moneyTimes } from '../../../../shared/num/products.ts';
import { roundToStep } from '../../../../shared/num/rounding.ts';
import type { Money, Price } from '../../../../shared/num/types.ts';
import type { Coins } from '../../../engine/futures/units.ts';
import { orderOfCoins } from '../../../engine/market/coins-of-order.ts';
import { orderCost } from '../../../engine/market/order-cost.ts';
import type { MarketSide, OrderCost, WalkCost } from '../../../engine/market/order-cost.ts';
import { depthFlag, volumeFlag } from '../../../engine/market/order-flags.ts';
import { percentWords, rateText, roundedText, textOrNull } from './texts.ts';

type Answer = z.output<(typeof marketCalls)['market.slippage']['output']>;
export type Ticket = Answer['tickets'][number];
type WalkText = NonNullable<Ticket['walk']>;

/** In: a market whose middle is known. */
export function ticketOf(
  wanted: Coins,
  terms: ContractTerms,
  market: MarketSide & { readonly mid: Price },
  size: { readonly asked: boolean; readonly notional: Money },
): Ticket {
  const cost = orderCost(wanted, market);
  const { asked, notional } = size;
  const order = roundToStep(orderOfCoins(terms, wanted, market.mid), terms.quantityStep, 'floor');
  const { impact, stressed } = cost;
  return {
    asked,
    notional: toText(notional),
    coins: toText(wanted),
    quantity: toText(order),
    unit: terms.quantityUnit,
    walk: cost.walk === null ? null : walkText(cost.walk, wanted, cost.bound),
    halfSpread: rateText(market.halfSpread),
    impact:
      impact === null
        ? null
        : { low: toText(impact.low), middle: toText(impact.middle), high: toText(impact.high) },
    cost: rateText(cost.cost),
    costMoney: cost.cost === null ? null : toText(moneyTimes(notional, cost.cost, 'half-even')),
    from: cost.from,
    shareOfVolume: rateText(cost.shareOfVolume),
    volumeFlag: cost.shareOfVolume === null ? null : volumeFlag(cost.shareOfVolume),
    shareOfDepth: textOrNull(cost.shareOfDepth),
    depthFlag: cost.shareOfDepth === null ? null : depthFlag(cost.shareOfDepth),
    stressed:
      stressed === null
        ? null
        : {
            mild: walkText(stressed.mild, wanted, cost.bound),
            severe: walkText(stressed.severe, wanted, cost.bound),
          },
    words: costWords(cost),
  };
}

function walkText({ walk, slippage }: WalkCost, wanted: Coins, bound: boolean): WalkText {
  if (walk.kind === 'cannot-fill' || slippage === null) {
    const available = walk.kind === 'cannot-fill' ? walk.available : wanted;
    return { kind: 'cannot-fill', coins: toText(wanted), available: toText(available) };
  }
  const { averagePrice, worstPrice } = walk;
  return {
    kind: 'filled',
    averagePrice: toText(averagePrice),
    worstPrice: toText(worstPrice),
    slippage: toText(slippage),
    bound,
  };
}

/** "About 0.12 %, by walking the book; between 0.06 % and 0.18 % by the square-root estimate." */
export function costWords({ cost, from, walk, impact, bound, stressed }: OrderCost): string {
  if (walk?.walk.kind === 'cannot-fill') {
    return `Cannot be filled: the known depth ends at ${roundedText(walk.walk.available, 4)} coins.`;
  }
  if (cost === null || from === null) return 'Not known: there is no book, no volume and no spread.';
  const band =
    impact === null || from === 'estimate'
      ? ''
      : ` The square-root estimate is ${percentWords(impact.low)} to ${percentWords(impact.high)}.`;
  const most =
    bound && walk?.slippage !== null && walk !== null
      ? ` By the depth it is at most ${percentWords(walk.slippage)}.`
      : '';
  const rush =
    stressed?.severe.walk.kind === 'cannot-fill'
      ? ' With a fifth of the depth left it could not be filled.'
      : '';
  return `${byWords(percentWords(cost), from, bound && impact === null, impact)}${band}${most}${rush}`;
}

function byWords(
  cost: string,
  from: NonNullable<OrderCost['from']>,
  isBound: boolean,
  impact: OrderCost['impact'],
): string {
  switch (from) {
    case 'book':
      return isBound ? `At most ${cost}, by the depth.` : `About ${cost}, by walking the book.`;
    case 'estimate': {
      const band = impact === null ? '' : ` (${percentWords(impact.low)} to ${percentWords(impact.high)})`;
      return `About ${cost}${band}, by the square-root estimate.`;
    }
    case 'half-spread':
      return `At least ${cost}: half the spread.`;
  }
}
