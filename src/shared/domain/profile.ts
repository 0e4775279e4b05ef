import type { Money } from '../num/types.ts';
import type { TimeZone } from '../time/time-zone.ts';
import type { AssetId } from './asset.ts';

export const FILING_STATUSES = ['single', 'marriedJoint', 'marriedSeparate', 'headOfHousehold'] as const;
export type FilingStatus = (typeof FILING_STATUSES)[number];

/** What one tax year of the taxpayer looks like apart from the ledger. */
export interface ProfileYear {
  readonly year: number;
  readonly filingStatus: FilingStatus;
  /** Wages and other ordinary income before deductions. */
  readonly ordinaryIncome: Money;
  readonly deduction: 'standard' | Money;
  readonly otherInvestmentIncome: Money;
  readonly qualifiedDividends: Money;
  /** Gains and losses outside this ledger, positive for gain. */
  readonly otherShortTermGain: Money;
  readonly otherLongTermGain: Money;
}

export interface Profile {
  readonly jurisdiction: 'us';
  readonly currency: AssetId;
  readonly timeZone: TimeZone;
  /** Losses carried into the first profile year, as positive amounts. */
  readonly carryforward: { readonly shortTerm: Money; readonly longTerm: Money };
  readonly years: readonly ProfileYear[];
}
