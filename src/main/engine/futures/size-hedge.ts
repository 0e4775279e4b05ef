import type { ContractSpec } from '../../../shared/domain/contract-spec.ts';
import { absolute, compare, isNegative, isZero, negate, subtract } from '../../../shared/num/arithmetic.ts';
import { quantity } from '../../../shared/num/parse.ts';
import { ratio, valueOf } from '../../../shared/num/products.ts';
import { roundTo, roundToStep } from '../../../shared/num/rounding.ts';
import type { Money, Quantity, Rate } from '../../../shared/num/types.ts';
import { zeroQuantity, zeroRate } from '../../../shared/num/types.ts';
import { amountAsMoney, moneyAsAmount, scaled, unscaled } from './amounts.ts';
import { payoffRules } from './payoff/payoff-rules.ts';
import type { ValuationPoint } from './payoff/payoff.ts';
import { coins } from './units.ts';
import type { Coins, OrderQuantity, PositionDirection, Size } from './units.ts';

/** `floor` never hedges more than is wanted, `ceil` never less, `nearest` leaves the smaller residual. */
export type HedgeRounding = 'floor' | 'nearest' | 'ceil';

/** What of a contract's terms decides how much of it one can order. */
export interface SizingTerms extends Pick<
  ContractSpec,
  'payoff' | 'multiplier' | 'quantityUnit' | 'quantityStep' | 'minQuantity'
> {
  /** Smallest order in quote money; null or left out where not known. */
  readonly minNotional?: Money | null;
}

const ONE = quantity('1');

export interface SizedHedge {
  readonly direction: PositionDirection;
  readonly quantity: OrderQuantity;
  /** What the quantity is worth in coins now, signed: a short is negative. */
  readonly coins: Coins;
  /** In quote money, never negative. */
  readonly notional: Money;
  /** Wanted less reached, in coins, signed as `wanted` where the hedge falls short of it. */
  readonly residual: Coins;
  readonly residualValue: Money;
  /** Residual as a share of what was wanted: positive falls short, negative overshoots. */
  readonly residualRate: Rate;
  /** Something was wanted, but the venue takes no order that small. */
  readonly belowMinimum: boolean;
}

/**
 * The order that comes nearest to a wanted delta, in whole steps of the venue's quantity box.
 * In: wanted in coins, negative for a short; a valuation point with prices above zero.
 * Rounds the order once, as `rounding` says, among zero and the quantities the venue takes; a tie of `nearest` takes less.
 * Source: OKX, order sizes: opening rounds down, closing to nearest.
 */
export function sizeHedge(
  wanted: Coins,
  terms: SizingTerms,
  at: ValuationPoint,
  rounding: HedgeRounding,
): SizedHedge {
  const rules = payoffRules(terms.payoff);
  const target = coins(absolute(wanted));
  // A wanted delta often comes from a division by the price: what is a hair below a step means that step.
  const ideal = roundTo(
    rules.orderOf(terms, rules.sizeForDelta(target, at), at.price).amount,
    12,
    'half-even',
  );
  const sizeOf = (amount: Quantity): Size =>
    rules.sizeOf(terms, { unit: terms.quantityUnit, amount }, at.price);
  const deltaOf = (amount: Quantity): Coins => rules.delta(sizeOf(amount), at);
  const least = leastOrder(terms, (amount) => amountAsMoney(rules.notional(sizeOf(amount), at)));
  const amount = chosenAmount(ideal, least, terms.quantityStep, rounding, (x) =>
    absolute(subtract(deltaOf(x), target)),
  );
  const reached = isNegative(wanted) ? negate(deltaOf(amount)) : deltaOf(amount);
  const residual = subtract(wanted, reached);
  return {
    direction: isNegative(wanted) ? 'short' : 'long',
    quantity: { unit: terms.quantityUnit, amount },
    coins: reached,
    notional: amountAsMoney(rules.notional(sizeOf(amount), at)),
    residual,
    residualValue: valueOf(residual, at.price, 'half-even'),
    residualRate: isZero(wanted) ? zeroRate : ratio<Quantity>(residual, wanted, 'half-even'),
    belowMinimum: !isZero(wanted) && compare(ideal, least) < 0,
  };
}

/** The two orders next to the ideal one, and which of them the rounding takes. */
function chosenAmount(
  ideal: Quantity,
  least: Quantity,
  step: Quantity,
  rounding: HedgeRounding,
  missBy: (amount: Quantity) => Quantity,
): Quantity {
  const down = roundToStep(ideal, step, 'floor');
  const up = roundToStep(ideal, step, 'ceiling');
  const lower = compare(down, least) < 0 ? zeroQuantity : down;
  const upper = compare(up, least) < 0 && !isZero(ideal) ? least : up;
  if (rounding === 'floor') return lower;
  if (rounding === 'ceil') return upper;
  return compare(missBy(lower), missBy(upper)) <= 0 ? lower : upper;
}

/** The smallest order above zero that the venue takes. */
function leastOrder(terms: SizingTerms, notionalOf: (amount: Quantity) => Money): Quantity {
  const { quantityStep, minQuantity, minNotional } = terms;
  const byQuantity = roundToStep(minQuantity ?? quantityStep, quantityStep, 'ceiling');
  const least = isZero(byQuantity) ? quantityStep : byQuantity;
  if (minNotional === null || minNotional === undefined) return least;
  const perStep = notionalOf(quantityStep);
  if (isZero(perStep)) return least;
  const steps = roundToStep(unscaled(moneyAsAmount(minNotional), moneyAsAmount(perStep)), ONE, 'ceiling');
  const byNotional = scaled(steps, quantityStep);
  return compare(least, byNotional) < 0 ? byNotional : least;
}
