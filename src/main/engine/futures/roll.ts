/** What rolling a dated contract into a later one costs, what its price gap means, and by when it is due. */
import { add, subtract } from '../../../shared/num/arithmetic.ts';
import { moneyTimes, valueOf } from '../../../shared/num/products.ts';
import type { Money, Price, Quantity, Rate } from '../../../shared/num/types.ts';
import { addDays } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import { futuresBasis } from './basis.ts';

/** One leg of a roll: closing the near contract, or opening the far one. */
export interface RollLeg {
  readonly notional: Money;
  /** null where not known. */
  readonly fee: Money | null;
  /** (ask − bid) ÷ (2 · mid); null where not known. */
  readonly halfSpread: Rate | null;
}

/**
 * The cash that one roll costs: fees and half-spreads of both legs; null where any is not known. The gap between the two
 * prices is no part of it: it is carry that comes or goes later.
 * Rounds half-even.
 */
export function rollCost(legs: readonly [RollLeg, RollLeg]): Money | null {
  const [near, far] = legs.map(legCost);
  return near === undefined || near === null || far === undefined || far === null ? null : add(near, far);
}

function legCost({ notional, fee, halfSpread }: RollLeg): Money | null {
  return fee === null || halfSpread === null ? null : add(fee, moneyTimes(notional, halfSpread, 'half-even'));
}

/** The gap between two expiries. Positive: the later contract is dearer, which pays who is short as time goes on. */
export interface RollGap {
  readonly gap: Price;
  /** Simple, over 365 days; null for expiries less than two days apart. */
  readonly perYear: Rate | null;
  /** For so many coins: future carry, not a loss on the day of the roll. */
  readonly value: Money;
}

/**
 * (far ÷ near − 1) × 365 ÷ days between the expiries, and the gap for a size in coins.
 * In: prices above zero. Rounds half-even.
 */
export function rollGap(near: Price, far: Price, daysBetween: number, coins: Quantity): RollGap {
  const gap = subtract(far, near);
  const { perYear } = futuresBasis(far, near, daysBetween);
  return { gap, perYear, value: valueOf(coins, gap, 'half-even') };
}

/** The days by which a roll is due: ten days before the expiry to plan it, five days before at the latest. */
export interface RollWindow {
  readonly rollBy: LocalDate;
  readonly warnFrom: LocalDate;
}

const ROLL_BY_DAYS = 10;
const WARN_DAYS = 5;

/** Ten days before the expiry one rolls; from five days before one is warned (our choice, after usual practice). */
export function rollWindow(expiry: LocalDate): RollWindow {
  return { rollBy: addDays(expiry, -ROLL_BY_DAYS), warnFrom: addDays(expiry, -WARN_DAYS) };
}
