/** The hedge ratio that leaves wealth after tax the same at every price. */
import { add, compare, isZero, larger, smaller, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { ratio, rateTimes } from '../../../../shared/num/products.ts';
import type { Quantity, Rate } from '../../../../shared/num/types.ts';
import { oneRate, zeroQuantity, zeroRate } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { percentText } from '../../words.ts';

/** How the next unit of gain is taxed, each below 1. */
export interface HedgeTaxRates {
  /** On the coins: 0 where they are not sold at all (held until death, or given away). */
  readonly spot: Rate;
  /** On the futures: 60/40, or short-term. */
  readonly futures: Rate;
}

export interface AfterTaxRatio {
  /** (1 − spot) ÷ (1 − futures): right while losses save as much tax as gains cost. */
  readonly ratio: Rate;
  /** If the price rises and the loss of the futures saves no tax now (a straddle defers it): 1 − spot. */
  readonly ifFuturesLossWaits: Rate;
  /** If the price falls and the loss of the coins saves no tax now (3 000 a year beyond gains): 1 ÷ (1 − futures). */
  readonly ifSpotLossWaits: Rate;
  /** The least and the most of the three. */
  readonly low: Rate;
  readonly high: Rate;
}

/**
 * (1 − t_s) · ΔS · Q = h · Q · (1 − t_f) · ΔF, so h = (1 − t_s) ÷ (1 − t_f).
 * null where the futures are taxed away whole. Rounds half-even.
 * Law: losses beyond gains save tax on 3,000 a year (26 U.S.C. 1211(b)); the loss of a straddle's leg waits while the
 * other has an unrealised gain (26 U.S.C. 1092(a)): both make the ratio one-sided.
 */
export function afterTaxRatio({ spot, futures }: HedgeTaxRates): AfterTaxRatio | null {
  const keptOfSpot = subtract(oneRate, spot);
  const keptOfFutures = subtract(oneRate, futures);
  if (compare(keptOfFutures, zeroRate) <= 0) return null;
  const both = ratio(keptOfSpot, keptOfFutures, 'half-even');
  const ifSpotLossWaits = ratio(oneRate, keptOfFutures, 'half-even');
  return {
    ratio: both,
    ifFuturesLossWaits: keptOfSpot,
    ifSpotLossWaits,
    low: smaller(both, smaller(keptOfSpot, ifSpotLossWaits)),
    high: larger(both, larger(keptOfSpot, ifSpotLossWaits)),
  };
}

/** A part of a lot that is hedged, as far as its tax goes. */
export interface TaxedPart {
  readonly quantity: Quantity;
  readonly longTermFrom: LocalDate;
  /** Its holding period starts anew when the hedge ends, so it is short-term at the exit. */
  readonly clockRestarts: boolean;
}

/**
 * The rate on the hedged coins when they are sold at the exit: each part's own, weighed by quantity. A part whose holding
 * period starts anew is short-term, whatever its date.
 * null where no coins are hedged. Rounds half-even.
 */
export function spotRateAtExit(
  parts: readonly TaxedPart[],
  rates: { readonly shortTerm: Rate; readonly longTerm: Rate },
  exit: LocalDate,
): Rate | null {
  const total = sum(
    parts.map(({ quantity }) => quantity),
    zeroQuantity,
  );
  if (isZero(total)) return null;
  return parts.reduce<Rate>((rate, { quantity, longTermFrom, clockRestarts }) => {
    const own = clockRestarts || exit < longTermFrom ? rates.shortTerm : rates.longTerm;
    return add(rate, rateTimes(own, ratio(quantity, total, 'half-even'), 'half-even'));
  }, zeroRate);
}

/** The ratio in words, with what makes it one-sided. */
export function afterTaxWords(found: AfterTaxRatio, { spot, futures }: HedgeTaxRates, year: number): string {
  const taxed = isZero(spot)
    ? `The coins are not taxed (not sold, or at 0 %), gains on the futures at ${percentText(futures)} in ${year}`
    : `Gains on the coins are taxed at ${percentText(spot)}, on the futures at ${percentText(futures)} in ${year}`;
  return `${taxed}: a hedge of ${percentText(found.ratio)} leaves you after tax with the same at every price. Losses may save less than gains cost: if the loss of the futures has to wait (straddle), ${percentText(found.ifFuturesLossWaits)} is right for a rise; if a loss on the coins can only be used at 3,000 a year, ${percentText(found.ifSpotLossWaits)} for a fall below their cost.`;
}
