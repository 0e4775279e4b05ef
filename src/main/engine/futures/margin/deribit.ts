import { add, isNegative, isPositive, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { quantity, rate } from '../../../../shared/num/parse.ts';
import { apportion, quantityTimes, ratio, rateTimes } from '../../../../shared/num/products.ts';
import { squareRoot } from '../../../../shared/num/statistics.ts';
import type { Quantity, Rate } from '../../../../shared/num/types.ts';
import { oneRate } from '../../../../shared/num/types.ts';
import { payoffRules } from '../payoff/payoff-rules.ts';
import { settleAmount } from '../units.ts';
import type { SettleAmount } from '../units.ts';
import type { LiquidationContext } from './liquidation-context.ts';
import { openProfit } from './liquidation-context.ts';
import type { LiquidationAnswer } from './margin-account.ts';
import type { LiquidationModelOf } from './liquidation-model.ts';
import { liquidationOnSteps, noPrice } from './liquidation-model.ts';
import { marginLine, marginOnLine } from './margin-line.ts';

/**
 * Deribit: the whole account against a rate that grows with the coins, base + slope × coins. A linear position keeps its
 * coins while the price moves, so its rate is fixed; an inverse one is worth more coins the lower the price, so its margin
 * is base × V + slope × V² of its value V in coins, and V solves a quadratic equation.
 * Rounds: the square root to 18 decimals, the price once more.
 * Source: Deribit support, "Linear Perpetual" and "Inverse Perpetual" margin.
 */
export const deribit: LiquidationModelOf = (context) => {
  const { terms } = context.position;
  return terms.payoff === 'inverse' && terms.margin?.kind === 'slope' && context.legs.length === 1
    ? onSlope(context, terms.margin.maintenanceBase, terms.margin.perCoin)
    : liquidationOnSteps(context);
};

const two = rate('2');
const four = rate('4');
const oneCoin = quantity('1');

function onSlope({ position, free }: LiquidationContext, base: Rate, perCoin: Rate): LiquidationAnswer {
  const { terms, side, size, entryValue, at } = position;
  const line = marginLine('maintenance', terms, side, size, at);
  if (line === null)
    return { kind: 'unknown', why: `the maintenance margin of ${terms.symbol} is not known` };
  const value = payoffRules(terms.payoff).valueAt(size, at.price);
  const buffer = subtract(add(free, openProfit(position)), marginOnLine(value, line));
  const reached = !isPositive(buffer);
  const short = side === 'short';
  const root = valueAtZero(
    short ? subtract(free, entryValue) : add(free, entryValue),
    short ? subtract(base, oneRate) : add(base, oneRate),
    perCoin,
  );
  if (root !== null) {
    const price = payoffRules(terms.payoff).averageEntry(size, root);
    return { kind: 'price', price, call: false, reached, together: null };
  }
  return reached ? { kind: 'price', price: at.price, call: false, reached, together: null } : noPrice;
}

/** The smallest V above zero with constant = linear × V + square × V², or null. */
function valueAtZero(constant: SettleAmount, linear: Rate, square: Rate): SettleAmount | null {
  const product = ratio<Quantity>(
    quantityTimes(constant, rateTimes(four, square, 'half-even'), 'half-even'),
    oneCoin,
    'half-even',
  );
  const discriminant = add(rateTimes(linear, linear, 'half-even'), product);
  if (isNegative(discriminant)) return null;
  const root = squareRoot(discriminant);
  const divisor = isNegative(linear) ? subtract(linear, root) : add(linear, root);
  if (isZero(divisor)) return null;
  const value = apportion<Quantity>(
    quantityTimes(constant, two, 'half-even'),
    oneCoin,
    quantityTimes(oneCoin, divisor, 'half-even'),
    'half-even',
  );
  return isPositive(value) ? settleAmount(value) : null;
}
