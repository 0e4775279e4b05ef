import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { spotRateAtExit } from '../../../engine/futures/hedge-ratio/after-tax-ratio.ts';
import type { HedgedLot } from '../../../engine/rebalance/hedged-lots.ts';
import type { ExitTax } from '../../../engine/rebalance/leg-ratios.ts';
import type { Derived } from '../../derived.ts';

/**
 * How the next gain is taxed in the year of the exit: on the lots that a leg hedges, and on its contract (60/40 under
 * section 1256, else short-term). A year that is not assessed is taken as the last one before it.
 */
export function exitTaxOf(
  derived: Derived,
  terms: ContractTerms,
  lots: readonly HedgedLot[],
  exit: LocalDate,
): ExitTax {
  const year = derived.taxYears.years.findLast(({ assessment }) => assessment.year <= yearOf(exit));
  if (year === undefined) {
    return {
      kind: 'unknown',
      why: 'Your profile has no tax year yet: fill it in, and rates follow from it.',
    };
  }
  const { marginalRates } = year.assessment;
  const spot = spotRateAtExit(
    lots.map(({ quantity, lot, clockRestarts }) => ({
      quantity,
      longTermFrom: lot.longTermFrom,
      clockRestarts,
    })),
    marginalRates,
    exit,
  );
  if (spot === null) return { kind: 'unknown', why: 'No lots of yours are hedged by this leg.' };
  const futures = terms.section1256.status ? marginalRates.section1256 : marginalRates.shortTerm;
  return { kind: 'known', spot, futures, year: year.assessment.year };
}
