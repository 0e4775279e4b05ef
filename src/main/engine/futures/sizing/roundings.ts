import { compare, isZero } from '../../../../shared/num/arithmetic.ts';
import { ratio } from '../../../../shared/num/products.ts';
import { toFloat } from '../../../../shared/num/approximate.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { ValuationPoint } from '../payoff/payoff.ts';
import { sizeHedge } from '../size-hedge.ts';
import type { HedgeRounding, SizedHedge, SizingTerms } from '../size-hedge.ts';
import type { Coins } from '../units.ts';

const ROUNDINGS = ['floor', 'nearest', 'ceil'] as const satisfies readonly HedgeRounding[];

export interface RoundedHedge extends SizedHedge {
  readonly rounding: HedgeRounding;
}

/** One hedge in the three ways of rounding, each with its residual: floor, nearest, ceil. */
export function roundings(wanted: Coins, terms: SizingTerms, at: ValuationPoint): RoundedHedge[] {
  return ROUNDINGS.map((rounding) => ({ rounding, ...sizeHedge(wanted, terms, at, rounding) }));
}

/** In how many orders a quantity has to be placed: one, unless it is more than the venue takes at once. 0 for nothing. */
export function orderCount(quantity: Quantity, maxQuantity: Quantity | null): number {
  if (isZero(quantity)) return 0;
  if (maxQuantity === null || isZero(maxQuantity) || compare(quantity, maxQuantity) <= 0) return 1;
  return Math.ceil(toFloat(ratio<Quantity>(quantity, maxQuantity, 'ceiling')));
}
