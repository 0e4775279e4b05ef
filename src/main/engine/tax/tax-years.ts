import type { Issue } from '../../../shared/domain/issue.ts';
import type { Profile, ProfileYear } from '../../../shared/domain/profile.ts';
import { add } from '../../../shared/num/arithmetic.ts';
import type { Money } from '../../../shared/num/types.ts';
import { issueOf } from '../issue-of.ts';
import { assessYear } from './assess-year.ts';
import type { JurisdictionId } from './assess-year.ts';
import type { Assessment, Carryforward, YearInput } from './assessment.ts';
import { straddleYears } from './jurisdictions/us/straddles/straddle-years-of.ts';
import type { StraddleYear, StraddleYears } from './jurisdictions/us/straddles/straddle-years.ts';
import type { UsFacts } from './jurisdictions/us/us-facts.ts';
import { emptyRealisedYear, realisedYears } from './realised-years.ts';
import type { RealisedYear } from './realised-years.ts';
import { yearNotes } from './year-notes.ts';

/** A year as the taxpayer's whole year: ledger, profile and losses carried in. */
export interface TaxYear {
  /** By whose law it was assessed. */
  readonly jurisdiction: JurisdictionId;
  readonly realised: RealisedYear;
  readonly profile: ProfileYear;
  readonly input: YearInput;
  /** What futures and straddle rules bring to the year. */
  readonly straddles: StraddleYear;
  readonly assessment: Assessment;
  /** The assessment's notes and those about where its input comes from, each a whole sentence. */
  readonly notes: readonly string[];
}

export interface TaxYears {
  /** From the first year in which the ledger realised something. */
  readonly realised: readonly RealisedYear[];
  /** From the first profile year to the last year asked about, each with the losses of the one before. */
  readonly years: readonly TaxYear[];
  readonly straddles: StraddleYears;
  /** What they were made of. */
  readonly facts: UsFacts;
  readonly issues: readonly Issue[];
}

export interface TaxYearsInput {
  readonly profile: Profile | null;
  readonly facts: UsFacts;
  /** The tax year that is running. */
  readonly currentYear: number;
  /** Without it, the current year or the last profile year. */
  readonly lastYear?: number;
}

/**
 * The tax years of a ledger and a profile, losses carried from year to year.
 * Issues: `tax/no-profile`, `tax/year-not-covered`, those of the facts and of straddles.
 */
export function taxYearsOf(input: TaxYearsInput): TaxYears {
  const { facts, profile, currentYear } = input;
  const profileYears = profile?.years.map(({ year }) => year) ?? [];
  const lastYear = Math.max(input.lastYear ?? currentYear, currentYear, ...profileYears);
  const { firstYear } = facts.straddles;
  const straddles = straddleYears({
    ...facts.straddles,
    firstYear: Math.min(firstYear, ...profileYears),
    lastYear: Math.max(lastYear, facts.straddles.lastYear),
  });
  const realised = realisedYears(facts, straddles.years);
  const { years, issues } = assessedYears({ profile, realised, straddles, facts, lastYear });
  return { realised, years, straddles, facts, issues: [...facts.issues, ...straddles.issues, ...issues] };
}

interface Assessing {
  readonly profile: Profile | null;
  readonly realised: readonly RealisedYear[];
  readonly straddles: StraddleYears;
  readonly facts: UsFacts;
  readonly lastYear: number;
}

function assessedYears(given: Assessing): {
  readonly years: readonly TaxYear[];
  readonly issues: readonly Issue[];
} {
  const { profile, realised, straddles, facts, lastYear } = given;
  const years: TaxYear[] = [];
  const issues: Issue[] = [];
  const known = profile?.years.toSorted((a, b) => a.year - b.year) ?? [];
  const [first] = known;
  if (profile === null || first === undefined) {
    return { years: [], issues: [issueOf('tax/no-profile', 'note', {})] };
  }
  const ledgerYears = new Map(realised.map((one) => [one.year, one]));
  const ofStraddles = new Map(straddles.years.map((one) => [one.year, one]));
  let carryforward: Carryforward = profile.carryforward;
  for (let year = first.year; year <= lastYear; year++) {
    const profileYear = known.findLast((one) => one.year <= year) ?? first;
    const ledger = ledgerYears.get(year) ?? emptyRealisedYear(year);
    const input = yearInputOf(year, profileYear, ledger, carryforward);
    const assessed = assessYear(profile.jurisdiction, input);
    if (!assessed.ok) {
      issues.push({ ...assessed.failure, severity: 'error' });
      continue;
    }
    const straddleYear = ofStraddles.get(year) ?? emptyStraddleYear(year);
    const notes = yearNotes({ year, profile: profileYear, realised: ledger, straddles: straddleYear, facts });
    years.push({
      jurisdiction: profile.jurisdiction,
      realised: ledger,
      profile: profileYear,
      input,
      straddles: straddleYear,
      assessment: assessed.value,
      notes: [...assessed.value.notes, ...notes],
    });
    carryforward = assessed.value.carryforward;
  }
  return { years, issues };
}

function emptyStraddleYear(year: number): StraddleYear {
  return { year, items: [], losses: [], deferred: [], unrecognised: [] };
}

/**
 * A year's input from profile and ledger. Interest counts as investment income, other income in coins (staking, rewards)
 * as ordinary income that is none; so does funding of futures that is ordinary by election.
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
    otherInvestmentIncome: sum(profile.otherInvestmentIncome, ledger.interest, ledger.futuresIncome),
    qualifiedDividends: profile.qualifiedDividends,
    shortTermGain: sum(
      ledger.shortTermGain,
      ledger.shortFuturesGain,
      ledger.straddleShort,
      profile.otherShortTermGain,
    ),
    longTermGain: sum(
      ledger.longTermGain,
      ledger.longFuturesGain,
      ledger.straddleLong,
      profile.otherLongTermGain,
    ),
    section1256Gain: sum(ledger.section1256Gain, ledger.straddleSection1256),
    carryforward,
  };
}

function sum(first: Money, ...others: readonly Money[]): Money {
  return others.reduce((total, value) => add(total, value), first);
}
