import { add, isPositive, negate, subtract } from '../../../../shared/num/arithmetic.ts';
import { priceTimes } from '../../../../shared/num/products.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { oneRate } from '../../../../shared/num/types.ts';
import { payoffRules } from '../payoff/payoff-rules.ts';
import type { SettleAmount } from '../units.ts';
import type { MarginPosition } from './margin-account.ts';
import { maintenanceMargin } from './maintenance-margin.ts';

/**
 * What must stand behind a position now, its unrealised profit included, to survive an adverse move of its price without
 * a top-up: the loss of the move and the maintenance margin after it, at the tier of the moved position. In the settle
 * asset, at that venue. Of an inverse short, N ÷ price coins survive every move.
 * In: a move above zero (0.3 is 30 %): up for a short, down for a long.
 * Out: null where the maintenance margin is not known, or a long's price would fall to nothing.
 * Rounds half-even to 18 decimals.
 * Source: derived: linear short q·P·(x + mmr·(1 + x)) − cum, linear long q·P·(x + mmr·(1 − x)) − cum.
 */
export function cashNeeded(
  { terms, side, size, at }: Pick<MarginPosition, 'terms' | 'side' | 'size' | 'at'>,
  move: Rate,
): SettleAmount | null {
  const moved = priceTimes(
    at.price,
    side === 'short' ? add(oneRate, move) : subtract(oneRate, move),
    'half-even',
  );
  if (!isPositive(moved)) return null;
  const rules = payoffRules(terms.payoff);
  const margin = maintenanceMargin(terms, side, size, { ...at, price: moved });
  if (margin === null) return null;
  const loss = negate(rules.profit(side, rules.valueAt(size, at.price), rules.valueAt(size, moved)));
  return add(loss, margin);
}
