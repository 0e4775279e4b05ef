/** The hedge ratio that leaves the least variance: for hedging one coin with a contract on another. */
import { absolute, add, isNegative, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { toText } from '../../../../shared/num/format.ts';
import { ratio, rateTimes } from '../../../../shared/num/products.ts';
import { roundTo } from '../../../../shared/num/rounding.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { oneRate } from '../../../../shared/num/types.ts';
import { percentText } from '../../words.ts';
import { regression, variance } from './regression.ts';
import type { ChangePair } from './regression.ts';

export interface MinimumVarianceRatio {
  /** cov(spot, futures) ÷ var(futures) of all pairs. */
  readonly ratio: Rate;
  readonly standardError: Rate;
  /** Within two standard errors. */
  readonly low: Rate;
  readonly high: Rate;
  readonly rSquared: Rate;
  /** Drawn toward one by how uncertain it is. */
  readonly shrunk: Rate;
  /**
   * 1 − Var(hedged) ÷ Var(unhedged) over the last two fifths, with the ratio fitted on the first three: what a hedge made
   * by this rule would have taken away. Can be negative. null where the coin did not move.
   */
  readonly effectiveness: Rate | null;
  readonly count: number;
}

export type MinimumVarianceAnswer =
  | { readonly kind: 'known'; readonly value: MinimumVarianceRatio }
  | { readonly kind: 'too-little'; readonly count: number; readonly why: string };

/** Daily changes at the same times: fewer give a ratio that is mostly noise. */
const LEAST_PAIRS = 90;
const TWO = rate('2');
/** How far a ratio may lie from one before any data are seen: the width that shrinking assumes (our choice). */
const PRIOR_DEVIATION_SQUARED = rate('0.0625');

/**
 * The minimum-variance hedge ratio.
 * In: changes of the hedged coin and of the contract over the same days, oldest first: returns where the result is to be
 * multiplied by values, price differences where by coins. Out: `too-little` below 90 pairs.
 * Source: Hull, Options, Futures and Other Derivatives, 3.4; shrinking: Vasicek (1973).
 */
export function minimumVarianceRatio(pairs: readonly ChangePair[]): MinimumVarianceAnswer {
  const all = pairs.length < LEAST_PAIRS ? null : regression(pairs);
  if (all === null) return { kind: 'too-little', count: pairs.length, why: tooLittleWords(pairs.length) };
  const { slope, slopeError, rSquared, count } = all;
  const twice = rateTimes(slopeError, TWO, 'half-even');
  return {
    kind: 'known',
    value: {
      ratio: slope,
      standardError: slopeError,
      low: subtract(slope, twice),
      high: add(slope, twice),
      rSquared,
      shrunk: shrunkToOne(slope, slopeError),
      effectiveness: outOfSample(pairs),
      count,
    },
  };
}

/** 1 − Var(hedged) ÷ Var(unhedged) of a ratio; null where the coin did not move. In: two pairs or more. */
export function hedgeEffectiveness(pairs: readonly ChangePair[], hedgeRatio: Rate): Rate | null {
  const unhedged = variance(pairs.map(({ spot }) => spot));
  if (isZero(unhedged)) return null;
  const hedged = variance(
    pairs.map(({ spot, futures }) => subtract(spot, rateTimes(hedgeRatio, futures, 'half-even'))),
  );
  return subtract(oneRate, ratio(hedged, unhedged, 'half-even'));
}

function outOfSample(pairs: readonly ChangePair[]): Rate | null {
  const split = Math.floor((pairs.length * 3) / 5);
  const fitted = regression(pairs.slice(0, split));
  return fitted === null ? null : hedgeEffectiveness(pairs.slice(split), fitted.slope);
}

/** w × slope + (1 − w), where w = prior ÷ (prior + error²). */
function shrunkToOne(slope: Rate, error: Rate): Rate {
  const noise = rateTimes(error, error, 'half-even');
  const weight = ratio(PRIOR_DEVIATION_SQUARED, add(PRIOR_DEVIATION_SQUARED, noise), 'half-even');
  return add(oneRate, rateTimes(weight, subtract(slope, oneRate), 'half-even'));
}

function tooLittleWords(count: number): string {
  return `${count === 0 ? 'No day has' : `Only ${count} days have`} a price of both at the same time; ${LEAST_PAIRS} daily changes are needed to tell how one moves with the other. Import price histories of both.`;
}

/** The ratio with its error, fit and what it would have done, in one or two sentences. */
export function minimumVarianceWords(found: MinimumVarianceRatio, asset: string, hedge: string): string {
  const did =
    found.effectiveness === null
      ? 'whether it would have helped cannot be told'
      : isNegative(found.effectiveness)
        ? `fitted on the first part of the history it would have added ${percentText(absolute(found.effectiveness))} to the variance of the rest`
        : `fitted on the first part of the history it would have taken away ${percentText(found.effectiveness)} of the variance of the rest`;
  return `Least variance of ${asset} with ${hedge}: ${numberText(found.ratio)} of the value, give or take ${numberText(found.standardError)} (${found.count} days, R² ${numberText(found.rSquared)}; drawn toward 1: ${numberText(found.shrunk)}); ${did}.`;
}

function numberText(x: Rate): string {
  return toText(roundTo(x, 2, 'half-even'));
}
