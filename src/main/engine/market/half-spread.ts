import { add, subtract } from '../../../shared/num/arithmetic.ts';
import { rate } from '../../../shared/num/parse.ts';
import { priceTimes, ratio } from '../../../shared/num/products.ts';
import type { Price, Rate } from '../../../shared/num/types.ts';

const HALF = rate('0.5');

/** The middle of the best prices. Rounds half-even. */
export function midOf(bid: Price, ask: Price): Price {
  return priceTimes(add(bid, ask), HALF, 'half-even');
}

/** The least that an order at once costs: (ask − bid) ÷ (2 · mid). In: prices above zero. Rounds half-even. */
export function halfSpread(bid: Price, ask: Price): Rate {
  return ratio(subtract(ask, bid), add(bid, ask), 'half-even');
}
