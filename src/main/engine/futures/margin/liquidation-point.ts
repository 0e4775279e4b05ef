/** The price at which what stands behind a position has shrunk to its maintenance margin: common to most venues. */
import type { Payoff } from '../../../../shared/domain/contract-spec.ts';
import {
  absolute,
  add,
  isNegative,
  isPositive,
  isZero,
  negate,
  subtract,
} from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { priceTimes } from '../../../../shared/num/products.ts';
import type { Price } from '../../../../shared/num/types.ts';
import { sizeTimes } from '../amounts.ts';
import { payoffRules } from '../payoff/payoff-rules.ts';
import type { PositionDirection, SettleAmount, Size } from '../units.ts';
import type { MarginLine } from './margin-line.ts';

/** A step of a maintenance table for one position. It holds while the position's value is at most `cap`. */
export interface MarginStep extends MarginLine {
  readonly cap: SettleAmount | null;
}

/** One position that gains and loses with the price in question. */
export interface LiquidationLeg {
  readonly side: PositionDirection;
  readonly size: Size;
  readonly entryValue: SettleAmount;
  /** Smallest first, at least one; where the position's value does not choose the step, just one. */
  readonly steps: readonly MarginStep[];
}

export interface LiquidationProblem {
  readonly payoff: Payoff;
  /** What stands behind the legs and does not move with this price; below zero where others have eaten it. */
  readonly free: SettleAmount;
  /** What moves with the price beside the legs (collateral in the coin itself), as a size; zero for none. */
  readonly held: Size;
  readonly legs: readonly LiquidationLeg[];
  readonly mark: Price;
}

export interface LiquidationPoint {
  readonly price: Price;
  /** Short of margin already at the mark. */
  readonly reached: boolean;
}

/** A price a million times the mark is none. */
const BEYOND_ALL = rate('1000000');

/**
 * The price at which equity = maintenance margin, found along the way that hurts; the other way only where that has none.
 *
 * Profit and margin are lines in the value of a position (linear: size × price; inverse: size ÷ price), so within one
 * step of the table buffer(value) = constant + slope × value, and the price is the one at which the size |slope| is worth
 * |constant|. From the mark the price walks step by step until the buffer is used up, so that the step is the one at the
 * liquidation price; where a table jumps (a rate on the whole position), it may end just at a cap.
 * Out: null where there is no such price: zero or less, beyond all prices, or the buffer does not shrink.
 * Rounds half-even to 18 decimals.
 * Source: the same as Binance FAQ b3c689c1f50a44cabb3a84e663b81d93 (USD-M) with its loop over tiers, and with the value
 * size ÷ price as its COIN-M form and Bybit's.
 */
export function liquidationPoint(problem: LiquidationProblem): LiquidationPoint | null {
  const places = problem.legs.map(({ size, steps }) =>
    placeOf(steps, payoffRules(problem.payoff).valueAt(size, problem.mark)),
  );
  const buffer = bufferAt(problem, lineAt(problem, places), problem.mark);
  const reached = !isPositive(buffer);
  const hurts = isNegative(lineAt(problem, places).slope);
  const price =
    walk(problem, places, hurts !== reached, reached) ??
    // Margin that grows faster than the gain can use up the buffer the other way as well.
    (reached ? null : walk(problem, places, !hurts, reached));
  if (price !== null) return { price, reached };
  return reached ? { price: problem.mark, reached } : null;
}

interface BufferLine {
  readonly constant: SettleAmount;
  readonly slope: Size;
}

/** From the mark one way, to the end of the buffer or, where it is short already, to where it is enough. */
function walk(
  problem: LiquidationProblem,
  from: readonly number[],
  valueRises: boolean,
  reached: boolean,
): Price | null {
  const priceRises = (problem.payoff === 'inverse') !== valueRises;
  const places = [...from];
  for (;;) {
    const line = lineAt(problem, places);
    const leads = !isZero(line.slope) && (isNegative(line.slope) === valueRises) !== reached;
    const root = leads ? rootOf(problem, line) : null;
    const next = nextStep(problem, places, valueRises, priceRises);
    if (next === null || (root !== null && isSooner(root, next.price, priceRises))) return root;
    places[next.leg] = next.place;
    const beyond = bufferAt(problem, lineAt(problem, places), next.price);
    if (isPositive(beyond) === reached) return next.price;
  }
}

/** Where the next leg changes its step; null where none does. */
function nextStep(
  { payoff, legs }: LiquidationProblem,
  places: readonly number[],
  valueRises: boolean,
  priceRises: boolean,
): { readonly leg: number; readonly place: number; readonly price: Price } | null {
  let found: { leg: number; place: number; price: Price } | null = null;
  for (const [leg, { size, steps }] of legs.entries()) {
    const place = places[leg] ?? 0;
    const to = valueRises ? place + 1 : place - 1;
    const cap = steps[Math.min(place, to)]?.cap ?? null;
    if (cap === null || !isPositive(cap) || to === steps.length) continue;
    const price = payoffRules(payoff).averageEntry(size, cap);
    if (found === null || isSooner(price, found.price, priceRises)) {
      found = { leg, place: to, price };
    }
  }
  return found;
}

function isSooner(price: Price, other: Price, priceRises: boolean): boolean {
  return priceRises ? price <= other : price >= other;
}

function placeOf(steps: readonly MarginStep[], value: SettleAmount): number {
  const place = steps.findIndex(({ cap }) => cap === null || value <= cap);
  return place < 0 ? steps.length - 1 : place;
}

/** A gain of the legs grows with their value (linear long, inverse short) or shrinks with it. */
function gainsWithValue(payoff: Payoff, side: PositionDirection): boolean {
  return (payoff === 'inverse') !== (side === 'long');
}

function lineAt({ payoff, free, held, legs }: LiquidationProblem, places: readonly number[]): BufferLine {
  let constant = free;
  let slope = held;
  for (const [index, { side, size, entryValue, steps }] of legs.entries()) {
    const step = steps[places[index] ?? 0];
    if (step === undefined) continue;
    const up = gainsWithValue(payoff, side);
    constant = add(add(constant, up ? negate(entryValue) : entryValue), step.deduction);
    slope = subtract(add(slope, up ? size : negate(size)), sizeTimes(size, step.rate));
  }
  return { constant, slope };
}

function bufferAt({ payoff }: LiquidationProblem, { constant, slope }: BufferLine, at: Price): SettleAmount {
  const value = payoffRules(payoff).valueAt(absolute(slope), at);
  return isNegative(slope) ? subtract(constant, value) : add(constant, value);
}

function rootOf({ payoff, mark }: LiquidationProblem, { constant, slope }: BufferLine): Price | null {
  if (isZero(constant) || isNegative(constant) === isNegative(slope)) return null;
  const price = payoffRules(payoff).averageEntry(absolute(slope), absolute(constant));
  return isPositive(price) && price <= priceTimes(mark, BEYOND_ALL, 'half-even') ? price : null;
}
