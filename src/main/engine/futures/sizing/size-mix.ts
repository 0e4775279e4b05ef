import { add, compare, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { ratio, valueOf } from '../../../../shared/num/products.ts';
import type { Money, Quantity, Rate } from '../../../../shared/num/types.ts';
import { zeroRate } from '../../../../shared/num/types.ts';
import type { ValuationPoint } from '../payoff/payoff.ts';
import { sizeHedge } from '../size-hedge.ts';
import type { HedgeRounding, SizedHedge, SizingTerms } from '../size-hedge.ts';
import { coins } from '../units.ts';
import type { Coins } from '../units.ts';

/** A contract and where it trades. */
export interface Sizable<Terms extends SizingTerms = SizingTerms> {
  readonly terms: Terms;
  readonly at: ValuationPoint;
}

export interface SizedMix {
  readonly large: SizedHedge;
  readonly small: SizedHedge;
  readonly coins: Coins;
  readonly notional: Money;
  readonly residual: Coins;
  readonly residualValue: Money;
  /** As a share of what is wanted: negative overshoots. */
  readonly residualRate: Rate;
}

/**
 * A hedge in two sizes of a contract on one coin: whole large ones by floor, what they leave by small ones.
 * Example: 12.34 BTC in contracts of 5 and of 0.1: 2 and 23, and 0.04 BTC stay open.
 * In: wanted in coins, negative for a short; `rounding` is that of the small contract.
 */
export function sizeMix(wanted: Coins, large: Sizable, small: Sizable, rounding: HedgeRounding): SizedMix {
  const first = sizeHedge(wanted, large.terms, large.at, 'floor');
  const second = sizeHedge(first.residual, small.terms, small.at, rounding);
  const { residual } = second;
  return {
    large: first,
    small: second,
    coins: coins(subtract(wanted, residual)),
    notional: add(first.notional, second.notional),
    residual,
    residualValue: valueOf(residual, small.at.price, 'half-even'),
    residualRate: isZero(wanted) ? zeroRate : ratio<Quantity>(residual, wanted, 'half-even'),
  };
}

/** Which way of buying the same hedge costs less in fees; null where a fee is not known. */
export function cheaperOf(mix: Money | null, smallOnly: Money | null): 'mix' | 'small-only' | 'same' | null {
  if (mix === null || smallOnly === null) return null;
  const order = compare(mix, smallOnly);
  return order === 0 ? 'same' : order < 0 ? 'mix' : 'small-only';
}
