/** Where exactness ends: floats for charts and search, and powers, which have no exact decimal. */
import { Decimal as AnyDecimal } from 'decimal.js';
import { invariant } from '../invariant.ts';
import { toText } from './format.ts';
import { rate } from './parse.ts';
import { decimalsKept } from './scale.ts';
import type { Exact, Rate } from './types.ts';
import { unitsOf } from './units.ts';

/** A class of our own, so that nobody's settings reach it; 80 digits leave 30 beyond the largest result. */
const Decimal = AnyDecimal.clone({ precision: 80, rounding: AnyDecimal.ROUND_HALF_EVEN });

/** The nearest float, for charts and the optimiser's search only: never back into a ledger or a tax. */
export function toFloat(x: Exact): number {
  return Number(unitsOf(x)) / 1e18;
}

/**
 * base ^ exponent. Rounds half-even to 18 decimals.
 * In: base above zero. Errors: throws on other bases and on results of 10³⁰ and beyond.
 */
export function power(base: Rate, exponent: Rate): Rate {
  invariant(unitsOf(base) > 0n, 'the base of a power is above zero');
  return toRate(new Decimal(toText(base)).pow(toText(exponent)));
}

/**
 * What one unit due after so many days is worth today: (1 + ratePerYear) ^ (−days ÷ 365).
 * Rounds half-even to 18 decimals.
 * In: ratePerYear above −1; whole days, negative for the past. Errors: throws on others.
 */
export function discountFactor(ratePerYear: Rate, days: number): Rate {
  invariant(Number.isSafeInteger(days), `not whole days: ${days}`);
  const perYear = new Decimal(toText(ratePerYear)).plus(1);
  invariant(perYear.greaterThan(0), 'a yearly rate is above −100 %');
  const wholeYears = days % 365 === 0;
  return toRate(wholeYears ? perYear.pow(-days / 365) : growthPerDay(perYear).pow(-days));
}

let latestGrowth: { readonly perYear: AnyDecimal; readonly perDay: AnyDecimal } | undefined;

/** One 365th root costs ten times the power to come; schedules ask for many days at one rate. */
function growthPerDay(perYear: AnyDecimal): AnyDecimal {
  if (latestGrowth === undefined || !latestGrowth.perYear.equals(perYear)) {
    latestGrowth = { perYear, perDay: perYear.pow(new Decimal(1).dividedBy(365)) };
  }
  return latestGrowth.perDay;
}

function toRate(x: AnyDecimal): Rate {
  invariant(x.isFinite(), 'a power beyond all numbers');
  return rate(x.toFixed(decimalsKept));
}
