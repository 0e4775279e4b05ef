import type { ContractTerms } from '../../../../../shared/domain/contract-terms.ts';
import type { Issue } from '../../../../../shared/domain/issue.ts';
import { absolute, compare, isNegative, isZero, subtract } from '../../../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../../../shared/num/types.ts';
import { toText } from '../../../../../shared/num/format.ts';
import { roundTo } from '../../../../../shared/num/rounding.ts';
import { issueOf } from '../../../issue-of.ts';
import { payoffRules } from '../../payoff/payoff-rules.ts';
import type { ValuationPoint } from '../../payoff/payoff.ts';
import type { Coins } from '../../units.ts';
import { orderCoins } from './checked-order.ts';
import type { CheckedOrder } from './checked-order.ts';

/**
 * A hedge brings its asset nearer to the target, and past it at most by what one step leaves.
 * Source: risks.md 2.2: |Δ after| < |Δ before|, and no sign flips beyond the residual.
 */
export function sideChecks(order: CheckedOrder): readonly Issue[] {
  const { gap, terms, asset, side, at } = order;
  const moved = orderCoins(order);
  if (gap === null || at === null || moved === null || isZero(moved) || terms.underlying !== asset) return [];
  const after = subtract<Quantity>(gap, moved);
  const values = {
    side,
    coins: shown(moved),
    asset,
    contract: terms.symbol,
    before: shown(gap),
    after: shown(after),
  };
  const isNearer = compare<Quantity>(absolute(after), absolute<Quantity>(gap)) < 0;
  const flips = !isZero(after) && isNegative(after) !== isNegative(gap);
  if (
    flips &&
    compare<Quantity>(absolute(after), stepOf(terms, at)) > 0 &&
    isNegative(moved) === isNegative(gap)
  )
    return [issueOf('hedge/over-hedged', 'error', { ...values, wanted: shown(gap) })];
  if (isNearer) return [];
  if (flips && compare<Quantity>(absolute(after), stepOf(terms, at)) <= 0) return [];
  const right = isZero(gap) ? 'order nothing' : `${isNegative(gap) ? 'sell' : 'buy'} ${shown(gap)} ${asset}`;
  return [issueOf('hedge/wrong-side', 'error', { ...values, right })];
}

function stepOf(terms: ContractTerms, at: ValuationPoint): Coins {
  const rules = payoffRules(terms.payoff);
  const least = terms.minQuantity ?? terms.quantityStep;
  return rules.delta(rules.sizeOf(terms, { unit: terms.quantityUnit, amount: least }, at.price), at);
}

function shown(amount: Quantity): string {
  return toText(roundTo(absolute(amount), 8, 'half-even'));
}
