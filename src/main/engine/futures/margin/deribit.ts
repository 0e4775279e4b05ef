import { add, isPositive, negate, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { quantity, rate } from '../../../../shared/num/parse.ts';
import { priceTimes, quantityTimes, ratio } from '../../../../shared/num/products.ts';
import type { Price, Quantity, Rate } from '../../../../shared/num/types.ts';
import { oneRate, zeroQuantity, zeroRate } from '../../../../shared/num/types.ts';
import { payoffRules } from '../payoff/payoff-rules.ts';
import { settleAmount } from '../units.ts';
import type { SettleAmount } from '../units.ts';
import { collateralValue } from './account-view.ts';
import type { AccountView } from './account-view.ts';
import type { LiquidationContext } from './liquidation-context.ts';
import type { LiquidationAnswer, MarginPosition } from './margin-account.ts';
import type { LiquidationModelOf } from './liquidation-model.ts';
import { liquidationOnSteps } from './liquidation-model.ts';
import { marginLine } from './margin-line.ts';
import { positiveRoots } from './quadratic-roots.ts';

/**
 * Deribit: the whole account against a rate that grows with the coins, base + slope × coins. A linear position keeps its
 * coins while the price moves, so its rate is fixed; an inverse one is worth more coins the lower the price, so its margin
 * is base × V + slope × V² of its value V in coins, and the price solves a quadratic equation. That margin outgrows the
 * gain of an inverse short when the price falls far enough.
 * Rounds: the roots to 18 decimals, the price once more.
 * Source: Deribit support, "Linear Perpetual" and "Inverse Perpetual" margin.
 */
export const deribit: LiquidationModelOf = (context) =>
  onSlope(context.position) ? liquidationOnSlope(context) : liquidationOnSteps(context);

function onSlope({ terms }: MarginPosition): boolean {
  return terms.payoff === 'inverse' && terms.margin?.kind === 'slope';
}

const ONE_COIN = quantity('1');
/** A price a million times the mark is none. */
const LEAST_ROOT = rate('0.000001');

/** Equity less margin as constant + linear × g + square × g², where g is mark ÷ price. */
interface Buffer {
  readonly constant: SettleAmount;
  readonly linear: SettleAmount;
  readonly square: SettleAmount;
}

function liquidationOnSlope({ view, position, legs, free }: LiquidationContext): LiquidationAnswer {
  const own = bufferOf(legs, free);
  if (own === null) {
    return { kind: 'unknown', why: `the maintenance margin of ${position.terms.symbol} is not known` };
  }
  const mark = position.at.price;
  const isAlone = position.mode === 'isolated' || view.cross.length === legs.length;
  const alongWith = isAlone ? null : togetherPrice(view, mark);
  const { price, reached } = pointOf(own, mark);
  if (price !== null) return { kind: 'price', price, call: false, reached, together: alongWith };
  return reached
    ? { kind: 'price', price: mark, call: false, reached, together: alongWith }
    : { kind: 'none', together: alongWith };
}

/** One share of all marks for the whole account. */
function togetherPrice(view: AccountView, mark: Price): Price | null {
  if (!view.factors.has(deribit)) view.factors.set(deribit, factorOfAll(view));
  const factor = view.factors.get(deribit) ?? null;
  return factor === null ? null : priceTimes(mark, factor, 'half-even');
}

function factorOfAll({ account, wallet, cross }: AccountView): Rate | null {
  if (wallet === null) return null;
  const counted = (account.collateral ?? []).map(collateralValue);
  const buffer = bufferOf(cross, sum(counted, wallet));
  return buffer === null ? null : factorOf(buffer);
}

/** null where a margin is not known, or a position does not gain with mark ÷ price. */
function bufferOf(positions: readonly MarginPosition[], free: SettleAmount): Buffer | null {
  let constant = free;
  let linear = settleAmount(zeroQuantity);
  let square = linear;
  for (const { terms, side, size, entryValue, at } of positions) {
    if (terms.payoff !== 'inverse') return null;
    const value = payoffRules(terms.payoff).valueAt(size, at.price);
    const line = marginLine('maintenance', terms, side, size, at);
    if (line === null) return null;
    const slope = terms.margin?.kind === 'slope' ? terms.margin.perCoin : zeroRate;
    const base = terms.margin?.kind === 'slope' ? terms.margin.maintenanceBase : line.rate;
    const gain = side === 'short' ? value : negate(value);
    constant = add(add(constant, side === 'short' ? negate(entryValue) : entryValue), line.deduction);
    linear = subtract(add(linear, gain), settleAmount(quantityTimes(value, base, 'half-even')));
    square = subtract(square, squared(value, slope));
  }
  return { constant, linear, square };
}

/** slope × V², as an amount. */
function squared(value: SettleAmount, slope: Rate): SettleAmount {
  const asRate = ratio<Quantity>(quantityTimes(value, slope, 'half-even'), ONE_COIN, 'half-even');
  return settleAmount(quantityTimes(value, asRate, 'half-even'));
}

/**
 * The price over the mark at which the buffer is used up: 1 ÷ g. A short is closed on the way up (fewer coins) before it
 * is on the way down; a long has but one root.
 */
function factorOf({ constant, linear, square }: Buffer): Rate | null {
  const roots = positiveRoots(constant, linear, square).filter((root) => root > LEAST_ROOT);
  const root = roots.findLast((one) => one <= oneRate) ?? roots.find((one) => one > oneRate);
  return root === undefined ? null : ratio<Rate>(oneRate, root, 'half-even');
}

function pointOf(buffer: Buffer, mark: Price): { readonly price: Price | null; readonly reached: boolean } {
  const reached = !isPositive(add(add(buffer.constant, buffer.linear), buffer.square));
  const factor = factorOf(buffer);
  const price = factor === null ? null : priceTimes(mark, factor, 'half-even');
  return { price: price !== null && isPositive(price) ? price : null, reached };
}
