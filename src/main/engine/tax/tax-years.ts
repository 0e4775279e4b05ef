import type { Issue } from '../../../shared/domain/issue.ts';
import type { Money } from '../../../shared/num/types.ts';
import type { Assessment, YearInput } from './assessment.ts';

/** What the ledger itself realised in one local calendar year, whether or not the year can be assessed. */
export interface RealisedYear {
  readonly year: number;
  readonly proceeds: Money;
  readonly costBasis: Money;
  readonly shortTermGain: Money;
  readonly longTermGain: Money;
  /** Results of section 1256 contracts with their year-end marks, before 60/40. */
  readonly section1256Gain: Money;
  /** Results of other futures: short-term. */
  readonly otherFuturesGain: Money;
  /** Income in coins and money, at its value when received. */
  readonly income: Money;
}

/** A year as the taxpayer's whole year: ledger, profile and losses carried in. */
export interface TaxYear {
  readonly realised: RealisedYear;
  readonly input: YearInput;
  readonly assessment: Assessment;
}

export interface TaxYears {
  readonly realised: readonly RealisedYear[];
  /** From the first profile year on, each with the carryforward of the one before. */
  readonly years: readonly TaxYear[];
  readonly issues: readonly Issue[];
}
