import type { Issue } from '../../../../../shared/domain/issue.ts';
import {
  absolute,
  add,
  compare,
  isNegative,
  isZero,
  negate,
  subtract,
} from '../../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../../shared/num/format.ts';
import { rate } from '../../../../../shared/num/parse.ts';
import { priceTimes, quantityTimes, ratio } from '../../../../../shared/num/products.ts';
import { roundTo } from '../../../../../shared/num/rounding.ts';
import type { Quantity, Rate } from '../../../../../shared/num/types.ts';
import { oneRate } from '../../../../../shared/num/types.ts';
import { issueOf } from '../../../issue-of.ts';
import { percentText } from '../../../words.ts';
import { cashNeeded } from '../../margin/cash-needed.ts';
import { payoffRules } from '../../payoff/payoff-rules.ts';
import type { SettleAmount } from '../../units.ts';
import { isClosing, orderCoins, orderQuantity } from './checked-order.ts';
import type { CheckedOrder } from './checked-order.ts';

/** The adverse move that every hedge has to survive. */
const ADVERSE_MOVE = rate('0.3');

/** What an adverse move of 30 % asks to stand behind an order at its venue, in the settle asset. */
export interface MarginForMove {
  readonly amount: SettleAmount;
  /** Of the order's value now. */
  readonly share: Rate;
  /** False where the maintenance margin is not known: then it is the loss alone, and more is needed. */
  readonly withMaintenance: boolean;
}

/** null without a price, for an order of nothing, and where a long's price would fall to nothing. */
export function marginForMove(order: CheckedOrder): MarginForMove | null {
  const { terms, at } = order;
  if (at === null || isZero(order.quantity)) return null;
  const rules = payoffRules(terms.payoff);
  const size = rules.sizeOf(terms, orderQuantity(order), at.price);
  const value = rules.valueAt(size, at.price);
  const side = order.side === 'buy' ? 'long' : 'short';
  const factor = side === 'short' ? add(oneRate, ADVERSE_MOVE) : subtract(oneRate, ADVERSE_MOVE);
  const moved = rules.valueAt(size, priceTimes(at.price, factor, 'half-even'));
  const needed = cashNeeded({ terms, side, size, at }, ADVERSE_MOVE);
  const amount = needed ?? negate(rules.profit(side, value, moved));
  if (isZero(value)) return null;
  const share = ratio<Quantity>(amount, value, 'half-even');
  return { amount, share, withMaintenance: needed !== null };
}

/** Leverage that a move of 30 % would liquidate. Source: risks.md 1 (liquidation) and 4 (offered leverage is ignored). */
export function leverageChecks(order: CheckedOrder): readonly Issue[] {
  const { leverage, terms } = order;
  if (leverage === null || isClosing(order)) return [];
  if (isZero(leverage) || isNegative(leverage)) return [];
  const margin = ratio<Rate>(oneRate, leverage, 'half-even');
  const needed = marginForMove(order)?.share ?? null;
  if (needed === null || compare(margin, needed) >= 0) return [];
  const values = {
    leverage: toText(leverage),
    contract: terms.symbol,
    margin: percentText(margin),
    needed: percentText(needed),
    most: toText(roundTo(ratio<Rate>(oneRate, needed, 'half-even'), 1, 'floor')),
  };
  return [issueOf('hedge/leverage', 'error', values)];
}

/** The cash at the venue against a move of 30 %: the coins' gain cannot be paid in. Source: risks.md 1 (cash-liquidity mismatch). */
export function reserveChecks(order: CheckedOrder): readonly Issue[] {
  const { cash, terms } = order;
  const needed = marginForMove(order)?.amount ?? null;
  if (cash === null || needed === null || isClosing(order)) return [];
  if (compare<Quantity>(cash, needed) >= 0) return [];
  const values = {
    contract: terms.symbol,
    needed: shown(needed),
    held: shown(cash),
    asset: terms.settleAsset,
    venue: terms.venue,
  };
  return [issueOf('hedge/reserve-short', 'warning', values)];
}

const SAME_SIZE = rate('0.02');

/**
 * Coin collateral that a hedge forgets: coins lie in futures accounts, and the hedge is as large as the other coins alone.
 * Source: risks.md 2.5.
 */
export function collateralChecks(order: CheckedOrder): readonly Issue[] {
  const { asset, terms, wallets, collateral, side } = order;
  const moved = orderCoins(order);
  if (moved === null || side === 'buy' || isClosing(order) || terms.underlying !== asset) return [];
  const found: Issue[] = [];
  const size = absolute<Quantity>(moved);
  if (!isZero(collateral) && !isZero(wallets)) {
    const miss = absolute(subtract<Quantity>(size, wallets));
    if (compare(miss, quantityTimes(wallets, SAME_SIZE, 'half-even')) <= 0) {
      const values = { collateral: shown(collateral), asset, coins: shown(size), wallets: shown(wallets) };
      found.push(issueOf('hedge/double-collateral', 'warning', values));
    }
  }
  if (terms.settleAsset === asset) {
    const net = subtract<Quantity>(collateral, size);
    found.push(
      issueOf('hedge/coin-margined', 'warning', {
        contract: terms.symbol,
        asset,
        net: toText(roundTo(net, 8, 'half-even')),
      }),
    );
  }
  return found;
}

function shown(amount: Quantity): string {
  return toText(roundTo(amount, 8, 'half-even'));
}
