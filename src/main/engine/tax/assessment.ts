import type { FilingStatus } from '../../../shared/domain/profile.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import type { Money, Rate } from '../../../shared/num/types.ts';

/** Capital losses of earlier years, as positive amounts. */
export interface Carryforward {
  readonly shortTerm: Money;
  readonly longTerm: Money;
}

/** Where amounts of a year's input come from. */
export type InputTraces = {
  readonly [
    Name in
      | 'ordinaryIncome'
      | 'otherInvestmentIncome'
      | 'qualifiedDividends'
      | 'shortTermGain'
      | 'longTermGain'
      | 'section1256Gain'
      | 'shortTermCarried'
      | 'longTermCarried'
  ]?: Trace;
};

/** One tax year of one taxpayer, before any rule. Gains are signed: a loss is negative. */
export interface YearInput {
  readonly year: number;
  readonly filingStatus: FilingStatus;
  /** Wages and other ordinary income that is not investment income, before deductions. */
  readonly ordinaryIncome: Money;
  readonly deduction: 'standard' | Money;
  /** Interest and the like: ordinary income that the net investment income tax counts. Besides `ordinaryIncome`. */
  readonly otherInvestmentIncome: Money;
  /** Besides the two above; taxed like long-term gain. */
  readonly qualifiedDividends: Money;
  readonly shortTermGain: Money;
  readonly longTermGain: Money;
  /** Net result of section 1256 contracts, before its 60/40 split. */
  readonly section1256Gain: Money;
  readonly carryforward: Carryforward;
  /** A plain rate on federal taxable income; none where left out. */
  readonly stateRate?: Rate;
  /** What published amounts are taken to grow by a year after the last published ones; 0 where left out. */
  readonly inflation?: Rate;
  /** People on the return of 65 or older, and people who are blind. */
  readonly seniors?: number;
  readonly blind?: number;
  /** Loss of this year that is carried back to earlier years, positive: Form 6781 line 6 with its sign turned. */
  readonly section1256CarriedBack?: Money;
  /** Section 1256 losses of later years that are carried back to this one, positive. */
  readonly section1256BroughtBack?: Money;
  /** For the trace alone: they change no figure. */
  readonly traces?: InputTraces;
}

/** What one more unit of money of each character costs, over the next 1 000. */
export interface MarginalRates {
  readonly ordinary: Rate;
  readonly shortTerm: Rate;
  readonly longTerm: Rate;
  readonly section1256: Rate;
}

/** The lines of an assessed year. */
export interface AssessedLines {
  /** Income less deduction, never below zero. */
  readonly taxableIncome: Money;
  readonly ordinaryTax: Money;
  readonly capitalGainTax: Money;
  readonly netInvestmentIncomeTax: Money;
  /** The three together. */
  readonly federalTax: Money;
  /** By the plain rate; zero without one. */
  readonly stateTax: Money;
  readonly totalTax: Money;
  /** After 60/40 and losses carried in; signed. */
  readonly netShortTerm: Money;
  readonly netLongTerm: Money;
  /** Loss set against other income, positive. */
  readonly lossAllowed: Money;
  readonly adjustedGrossIncome: Money;
  readonly deduction: Money;
  /** What the preferential rates apply to, before taxable income limits it. Never negative. */
  readonly netCapitalGain: Money;
  readonly carryforward: Carryforward;
}

export interface Assessment extends AssessedLines {
  readonly year: number;
  /** The year whose published amounts were used. */
  readonly parametersYear: number;
  readonly marginalRates: MarginalRates;
  /** Total tax as a share of adjusted gross income; null where there is none. */
  readonly effectiveRate: Rate | null;
  /** Why the alternative minimum tax, which is in no total, may matter: whole sentences. null where it does not. */
  readonly amtFlag: string | null;
  /** Assumptions a reader must know, each a whole sentence. */
  readonly notes: readonly string[];
  /** Re-adds to `totalTax`. */
  readonly trace: Trace;
}
