import type { Issue } from '../../../../../shared/domain/issue.ts';
import {
  absolute,
  add,
  compare,
  isNegative,
  isZero,
  subtract,
} from '../../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../../shared/num/format.ts';
import { rate } from '../../../../../shared/num/parse.ts';
import { quantityTimes, rateTimes, ratio } from '../../../../../shared/num/products.ts';
import { roundTo } from '../../../../../shared/num/rounding.ts';
import type { Quantity, Rate } from '../../../../../shared/num/types.ts';
import { oneRate, zeroRate } from '../../../../../shared/num/types.ts';
import { issueOf } from '../../../issue-of.ts';
import { percentText } from '../../../words.ts';
import { payoffRules } from '../../payoff/payoff-rules.ts';
import { isClosing, orderCoins, orderQuantity } from './checked-order.ts';
import type { CheckedOrder } from './checked-order.ts';

/** The adverse move that every hedge has to survive. */
export const ADVERSE_MOVE = rate('0.3');

/**
 * The margin, as a share of a position's value, that an adverse move takes without a top-up: x + mmr·(1 + x) of a short,
 * x + mmr·(1 − x) of a long; of an inverse contract in coins (x + mmr)/(1 + x) and (x + mmr)/(1 − x).
 * Rounds half-even to 18 decimals.
 * Source: derived from the maintenance margin at the moved price (formulas.md 7, buffer needed to survive a move).
 */
export function marginForMove(
  side: 'buy' | 'sell',
  isInverse: boolean,
  maintenanceRate: Rate,
  move: Rate = ADVERSE_MOVE,
): Rate {
  const moved = side === 'sell' ? add(oneRate, move) : subtract(oneRate, move);
  return isInverse
    ? ratio<Rate>(add(move, maintenanceRate), moved, 'half-even')
    : add(move, rateTimes(maintenanceRate, moved, 'half-even'));
}

/** Leverage that a move of 30 % would liquidate. Source: risks.md 1 (liquidation) and 4 (offered leverage is ignored). */
export function leverageChecks(order: CheckedOrder): readonly Issue[] {
  const { leverage, terms, maintenanceRate, side } = order;
  if (leverage === null || isClosing(order)) return [];
  if (isZero(leverage) || isNegative(leverage)) return [];
  const margin = ratio<Rate>(oneRate, leverage, 'half-even');
  const needed = marginForMove(side, terms.payoff === 'inverse', maintenanceRate ?? zeroRate);
  if (compare(margin, needed) >= 0) return [];
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
  const { cash, at, terms, side } = order;
  if (cash === null || at === null || isClosing(order)) return [];
  const rules = payoffRules(terms.payoff);
  const value = rules.valueAt(rules.sizeOf(terms, orderQuantity(order), at.price), at.price);
  const rateNeeded = marginForMove(side, terms.payoff === 'inverse', order.maintenanceRate ?? zeroRate);
  const needed = quantityTimes(value as Quantity, rateNeeded, 'half-even');
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
