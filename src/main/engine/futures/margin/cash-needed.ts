import { add, isPositive, larger, negate, subtract } from '../../../../shared/num/arithmetic.ts';
import { priceTimes } from '../../../../shared/num/products.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { oneRate, zeroQuantity } from '../../../../shared/num/types.ts';
import { payoffRules } from '../payoff/payoff-rules.ts';
import { settleAmount } from '../units.ts';
import type { SettleAmount } from '../units.ts';
import type { MarginPosition } from './margin-account.ts';
import { marginOnLine } from './margin-line.ts';
import { maintenanceMargin } from './maintenance-margin.ts';
import { maintenanceSteps } from './maintenance-steps.ts';

/**
 * What must stand behind a position now, its unrealised profit included, to survive an adverse move of its price without
 * a top-up: the loss of the move and the maintenance margin after it, at the tier of the moved position; where a table
 * jumps, the most that was needed on the way. In the settle asset, at that venue. Of an inverse short, N ÷ price coins
 * survive every move.
 * In: a move above zero (0.3 is 30 %): up for a short, down for a long.
 * Out: null where the maintenance margin is not known, or a long's price would fall to nothing.
 * Rounds half-even to 18 decimals.
 * Source: derived: linear short q·P·(x + mmr·(1 + x)) − cum, linear long q·P·(x + mmr·(1 − x)) − cum.
 */
export function cashNeeded(
  position: Pick<MarginPosition, 'terms' | 'side' | 'size' | 'at'>,
  move: Rate,
): SettleAmount | null {
  const { terms, side, size, at } = position;
  const factor = side === 'short' ? add(oneRate, move) : subtract(oneRate, move);
  const moved = priceTimes(at.price, factor, 'half-even');
  if (!isPositive(moved)) return null;
  const rules = payoffRules(terms.payoff);
  const margin = maintenanceMargin(terms, side, size, { ...at, price: moved });
  if (margin === null) return null;
  const value = rules.valueAt(size, at.price);
  const end = rules.valueAt(size, moved);
  const loss = negate(rules.profit(side, value, end));
  return larger(add(loss, margin), neededAtCaps(position, value, end));
}

/**
 * While the value falls, the step above a cap asks for its rate until just there: what that was at most. Where the value
 * rises, the end asks the most.
 */
function neededAtCaps(
  position: Pick<MarginPosition, 'terms' | 'side' | 'size' | 'at'>,
  value: SettleAmount,
  end: SettleAmount,
): SettleAmount {
  let most = settleAmount(zeroQuantity);
  if (end >= value) return most;
  const steps = maintenanceSteps(position) ?? [];
  for (const [place, { cap }] of steps.entries()) {
    const above = steps[place + 1];
    if (cap === null || above === undefined || cap < end || cap >= value) continue;
    most = larger(most, add(subtract(value, cap), marginOnLine(cap, above)));
  }
  return most;
}
