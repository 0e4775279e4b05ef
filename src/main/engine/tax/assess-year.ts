import type { Trace } from '../../../shared/domain/trace.ts';
import type { Result } from '../../../shared/errors/failure.ts';
import type { Money } from '../../../shared/num/types.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { Assessment, YearInput } from './assessment.ts';
import { assessUsYear, totalUsTax } from './jurisdictions/us/assess-us-year.ts';
import { rateChanges } from './jurisdictions/us/rate-changes.ts';
import type { RateChange } from './jurisdictions/us/rate-changes.ts';
import { usLineTrace } from './jurisdictions/us/us-line-trace.ts';
import { US_TAX_DUE_NOTE, usTaxDue } from './jurisdictions/us/tax-due.ts';

/** What a jurisdiction folder offers; adding one is one line in `jurisdictions`. */
export interface Jurisdiction {
  readonly assess: (input: YearInput) => Result<Assessment>;
  /** The total tax alone: what searches and marginal rates ask thousands of times. */
  readonly totalTax: (input: YearInput) => Result<Money>;
  /** Why one line of an assessed year is what it is: "netShortTerm", "marginalRates/ordinary". null where it has none. */
  readonly lineTrace: (line: string, input: YearInput) => Trace | null;
  /** How much more of each character fits before its rate changes, in words too. */
  readonly rateChanges: (input: YearInput) => Result<readonly RateChange[]>;
  /** When the tax of a year is paid. */
  readonly taxDue: (year: number) => LocalDate;
  /** What is assumed about that day, a whole sentence. */
  readonly taxDueNote: string;
}

export const jurisdictions = {
  us: {
    assess: assessUsYear,
    totalTax: totalUsTax,
    lineTrace: usLineTrace,
    rateChanges,
    taxDue: usTaxDue,
    taxDueNote: US_TAX_DUE_NOTE,
  },
} as const satisfies Record<string, Jurisdiction>;

export type JurisdictionId = keyof typeof jurisdictions;

/**
 * A tax year by the law of a jurisdiction, exact: no tax-table rounding.
 * Errors: `tax/year-not-covered` for years before the first published parameters.
 */
export function assessYear(jurisdiction: JurisdictionId, input: YearInput): Result<Assessment> {
  return jurisdictions[jurisdiction].assess(input);
}
