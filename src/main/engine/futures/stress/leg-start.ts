import { payoffRules } from '../payoff/payoff-rules.ts';
import type { ValuationPoint } from '../payoff/payoff.ts';
import { signedCoins } from '../units.ts';
import type { Coins, SettleAmount } from '../units.ts';
import { profitAt } from './pool-value.ts';
import type { StressLeg } from './stress-portfolio.ts';

/** A leg as it is now: every scenario begins there. */
export interface LegStart {
  readonly profit: SettleAmount;
  readonly delta: Coins;
}

const starts = new WeakMap<StressLeg, LegStart>();

export function legStart(leg: StressLeg): LegStart {
  let start = starts.get(leg);
  if (start === undefined)
    starts.set(leg, (start = { profit: profitAt(leg, leg.at), delta: deltaAt(leg, leg.at) }));
  return start;
}

/** Coins of the underlying that a leg moves, signed. */
export function deltaAt({ terms, side, size }: StressLeg, at: ValuationPoint): Coins {
  return signedCoins(side, payoffRules(terms.payoff).delta(size, at));
}
