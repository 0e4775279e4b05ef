import type { Money, Rate } from '../num/types.ts';
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
  /** A plain rate on federal taxable income, 0 for none; 0.05 is 5 %. */
  readonly stateRate: Rate;
  /** People on the return who are 65 or older at the end of the year: 0, 1 or 2. */
  readonly seniors: number;
  /** People on the return who are blind at the end of the year: 0, 1 or 2. */
  readonly blind: number;
}

/** A year before the first profile year as its return says: what a section 1256 loss carried back to it may use up. */
export interface HistoryYear {
  readonly year: number;
  /** Net gain from section 1256 contracts, signed. */
  readonly section1256Gain: Money;
  /** Capital gains less capital losses of the year with the losses carried into it, signed: Schedule D line 16. */
  readonly capitalGainNetIncome: Money;
}

/** A straddle loss of an earlier year that waited at the beginning of the first profile year. */
export interface WaitingStraddleLoss {
  /** The year in which it was sustained. */
  readonly year: number;
  /** Positive. */
  readonly amount: Money;
  readonly character: 'short' | 'long' | 'section1256' | 'sixty-forty';
  /** On what it was sustained, as the user calls it. */
  readonly position: string;
  /** Ids of the lots whose gain holds it back; none: the coins of the ledger that the position's asset names. */
  readonly lots: readonly string[];
}

export interface Profile {
  readonly jurisdiction: 'us';
  readonly currency: AssetId;
  readonly timeZone: TimeZone;
  /** Losses carried into the first profile year, as positive amounts. */
  readonly carryforward: { readonly shortTerm: Money; readonly longTerm: Money };
  /** What amounts that are not published yet grow by each year after the last published one; 0: not at all. */
  readonly inflation: Rate;
  /** Up to three years before the first profile year, by year. */
  readonly history: readonly HistoryYear[];
  /** Straddle losses that waited when the first profile year began. */
  readonly waiting: readonly WaitingStraddleLoss[];
  readonly years: readonly ProfileYear[];
}
