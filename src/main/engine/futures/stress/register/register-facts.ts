import type { ContractSpec } from '../../../../../shared/domain/contract-spec.ts';
import type { Rate } from '../../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../../shared/time/local-date.ts';
import type { Thresholds } from '../../watch/thresholds.ts';
import type { StressOutcome } from '../stress-outcome.ts';
import type { StressPortfolio } from '../stress-portfolio.ts';

/** All that the risks of a portfolio are read from. */
export interface RegisterFacts {
  readonly portfolio: StressPortfolio;
  readonly asOf: LocalDate;
  readonly thresholds: Thresholds;
  /** Standard deviation of a day; null where no history tells. */
  readonly sigmaOf: (contract: Pick<ContractSpec, 'id' | 'underlying'>) => Rate | null;
  /** Of the oldest price in use, in days; null where all prices are fixed ones. */
  readonly priceAgeDays: number | null;
  /** What is left over of each saved leg that says what was wanted, as a share of that. */
  readonly residuals: readonly { readonly leg: string; readonly share: Rate }[];
  /** Lots that an open or planned short hedges while they are held short-term. */
  readonly shortTermHedged: number;
  /** A scenario's outcome by its id; each is run once. */
  readonly outcomeOf: (scenario: string) => StressOutcome;
}
