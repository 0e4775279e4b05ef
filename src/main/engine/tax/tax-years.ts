import type { Issue } from '../../../shared/domain/issue.ts';
import type { Profile, ProfileYear } from '../../../shared/domain/profile.ts';
import { add } from '../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import { issueOf } from '../issue-of.ts';
import type { LotMatching } from '../lots/lot-matching.ts';
import { assessYear } from './assess-year.ts';
import type { JurisdictionId } from './assess-year.ts';
import type { Assessment, Carryforward, YearInput } from './assessment.ts';
import type { FuturesYears } from './jurisdictions/us/futures-years.ts';
import { emptyRealisedYear, realisedYears } from './realised-years.ts';
import type { RealisedYear } from './realised-years.ts';

/** A year as the taxpayer's whole year: ledger, profile and losses carried in. */
export interface TaxYear {
  /** By whose law it was assessed. */
  readonly jurisdiction: JurisdictionId;
  readonly realised: RealisedYear;
  readonly profile: ProfileYear;
  readonly input: YearInput;
  readonly assessment: Assessment;
  /** The assessment's notes and those about where its input comes from, each a whole sentence. */
  readonly notes: readonly string[];
}

export interface TaxYears {
  readonly realised: readonly RealisedYear[];
  /** From the first profile year to the current year or the last profile year, each with the losses of the one before. */
  readonly years: readonly TaxYear[];
  readonly futures: FuturesYears;
  readonly issues: readonly Issue[];
}

export interface TaxYearsInput {
  readonly profile: Profile | null;
  /** The tax year that is running. */
  readonly currentYear: number;
  readonly lots: Pick<LotMatching, 'years' | 'income'>;
  readonly futures: FuturesYears;
}

/**
 * The tax years of a ledger and a profile, losses carried from year to year.
 * Issues: `tax/no-profile`, `tax/year-not-covered`, and those of the futures' year-end marks.
 */
export function taxYearsOf(input: TaxYearsInput): TaxYears {
  const realised = realisedYears(input.lots, input.futures);
  const { years, issues } = assessedYears(input, realised);
  return { realised, years, futures: input.futures, issues: [...input.futures.issues, ...issues] };
}

function assessedYears(
  { profile, currentYear }: TaxYearsInput,
  realised: readonly RealisedYear[],
): { years: readonly TaxYear[]; issues: readonly Issue[] } {
  const given = profile?.years.toSorted((a, b) => a.year - b.year) ?? [];
  const [first] = given;
  const last = given.at(-1);
  if (profile === null || first === undefined || last === undefined) {
    return { years: [], issues: [issueOf('tax/no-profile', 'note', {})] };
  }
  const years: TaxYear[] = [];
  const issues: Issue[] = [];
  let carryforward: Carryforward = profile.carryforward;
  for (let year = first.year; year <= Math.max(currentYear, last.year); year++) {
    const profileYear = given.findLast((one) => one.year <= year) ?? first;
    const ledger = realised.find((one) => one.year === year) ?? emptyRealisedYear(year);
    const yearInput = yearInputOf(year, profileYear, ledger, carryforward);
    const assessed = assessYear(profile.jurisdiction, yearInput);
    if (!assessed.ok) {
      issues.push({ ...assessed.failure, severity: 'error' });
      continue;
    }
    const notes = [...assessed.value.notes, ...inputNotes(year, profileYear, ledger)];
    years.push({
      jurisdiction: profile.jurisdiction,
      realised: ledger,
      profile: profileYear,
      input: yearInput,
      assessment: assessed.value,
      notes,
    });
    carryforward = assessed.value.carryforward;
  }
  return { years, issues };
}

/**
 * A year's input from profile and ledger. Other futures count as short-term; interest counts as investment income,
 * other income in coins (staking, rewards) as ordinary income that is none.
 */
export function yearInputOf(
  year: number,
  profile: ProfileYear,
  ledger: RealisedYear,
  carryforward: Carryforward,
): YearInput {
  return {
    year,
    filingStatus: profile.filingStatus,
    ordinaryIncome: sum(profile.ordinaryIncome, ledger.otherIncome),
    deduction: profile.deduction,
    otherInvestmentIncome: sum(profile.otherInvestmentIncome, ledger.interest),
    qualifiedDividends: profile.qualifiedDividends,
    shortTermGain: sum(ledger.shortTermGain, ledger.otherFuturesGain, profile.otherShortTermGain),
    longTermGain: sum(ledger.longTermGain, profile.otherLongTermGain),
    section1256Gain: ledger.section1256Gain,
    carryforward,
  };
}

function inputNotes(year: number, profile: ProfileYear, ledger: RealisedYear): readonly string[] {
  const notes: string[] = [];
  if (profile.year !== year)
    notes.push(`Filing status and income of ${year} are taken from ${profile.year}.`);
  if (ledger.otherFuturesGain !== zeroMoney) {
    notes.push(
      'Futures outside section 1256 count as short-term: profit in the year of the close, fees and funding in the year they were paid.',
    );
  }
  if (ledger.otherFuturesGain !== zeroMoney || ledger.section1256Gain !== zeroMoney) {
    notes.push(
      'Straddle rules (26 U.S.C. 1092) are not computed yet: the loss of a hedge may have to wait, its character may change, and the holding period of hedged coins may start anew.',
    );
  }
  if (ledger.otherIncome !== zeroMoney) {
    notes.push('Staking and other rewards count as ordinary income, not as investment income.');
  }
  return notes;
}

function sum(first: Money, ...others: readonly Money[]): Money {
  return others.reduce((total, value) => add(total, value), first);
}
