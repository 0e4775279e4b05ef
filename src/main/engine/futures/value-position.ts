import { isZero } from '../../../shared/num/arithmetic.ts';
import type { Money, Quantity } from '../../../shared/num/types.ts';
import { zeroMoney, zeroQuantity } from '../../../shared/num/types.ts';
import { amountAsMoney } from './amounts.ts';
import { payoffRules } from './payoff/payoff-rules.ts';
import type { ValuationPoint } from './payoff/payoff.ts';
import type { FuturesPosition } from './position.ts';
import { signedCoins, settleAmount } from './units.ts';
import type { Coins, SettleAmount } from './units.ts';

/** A position at a price. */
export interface PositionValue {
  /** In quote money, never negative. */
  readonly notional: Money;
  /** In coins of the underlying, negative for a short. */
  readonly delta: Coins;
  /** In the settle asset. */
  readonly unrealisedProfit: SettleAmount;
}

/**
 * What a position is worth, moves and has gained at a price.
 * Out: zeros for a flat position.
 */
export function valuePosition(
  position: Pick<FuturesPosition, 'spec' | 'side' | 'size' | 'entryValue'>,
  at: ValuationPoint,
): PositionValue {
  const { spec, side, size, entryValue } = position;
  if (side === 'flat' || isZero(size)) {
    return {
      notional: zeroMoney,
      delta: zeroQuantity as Coins,
      unrealisedProfit: settleAmount(zeroQuantity),
    };
  }
  const rules = payoffRules(spec.payoff);
  return {
    notional: amountAsMoney(rules.notional(size, at)),
    delta: signedCoins(side, rules.delta(size, at)),
    unrealisedProfit: rules.profit(side, entryValue, rules.valueAt(size, at.price)),
  };
}

/** The delta of a position, where it is known without a price (linear contracts) or a price is given. */
export function deltaOf(position: FuturesPosition, at: ValuationPoint | null): Quantity | null {
  if (position.side === 'flat') return zeroQuantity;
  if (at !== null) return valuePosition(position, at).delta;
  return position.spec.payoff === 'linear' ? signedCoins(position.side, position.size as Coins) : null;
}
