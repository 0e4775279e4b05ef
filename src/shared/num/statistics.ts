/** Roots and logarithms, which have no exact decimal: for statistics, never for a ledger or a tax. */
import { Decimal as AnyDecimal } from 'decimal.js';
import { invariant } from '../invariant.ts';
import { toText } from './format.ts';
import { rate } from './parse.ts';
import { decimalsKept } from './scale.ts';
import type { Rate } from './types.ts';
import { unitsOf } from './units.ts';

/** A class of our own, so that nobody's settings reach it; digits enough for 18 decimals of whatever a statistic holds. */
const Decimal = AnyDecimal.clone({ precision: 50, rounding: AnyDecimal.ROUND_HALF_EVEN });

/** √x. Rounds half-even to 18 decimals. Errors: throws on x below zero. */
export function squareRoot(x: Rate): Rate {
  invariant(unitsOf(x) >= 0n, 'a square root is of zero or more');
  return rate(new Decimal(toText(x)).sqrt().toFixed(decimalsKept));
}

/** ln x. Rounds half-even to 18 decimals. Errors: throws on x of zero or below. */
export function naturalLogarithm(x: Rate): Rate {
  invariant(unitsOf(x) > 0n, 'a logarithm is of more than zero');
  return rate(new Decimal(toText(x)).ln().toFixed(decimalsKept));
}
