import type { Issue } from '../../../shared/domain/issue.ts';
import type { Profile, ProfileYear } from '../../../shared/domain/profile.ts';
import type { JurisdictionId } from './assess-year.ts';
import type { Assessment, YearInput } from './assessment.ts';
import { assessedYears } from './assessed-years.ts';
import type { CarriedBack } from './jurisdictions/us/carry-back.ts';
import type { StraddleCase } from './jurisdictions/us/straddles/straddle-case.ts';
import { straddleYears } from './jurisdictions/us/straddles/straddle-years-of.ts';
import type { StraddleYear, StraddleYears } from './jurisdictions/us/straddles/straddle-years.ts';
import type { UsFacts } from './jurisdictions/us/us-facts.ts';
import { realisedYears } from './realised-years.ts';
import type { RealisedYear } from './realised-years.ts';

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
  /** A section 1256 loss of the year that goes back to earlier ones by election; null without one. */
  readonly carriedBack: CarriedBack | null;
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
  const straddles = straddleYearsFor(
    facts.straddles,
    Math.min(firstYear, ...profileYears),
    Math.max(lastYear, facts.straddles.lastYear),
  );
  const realised = realisedYears(facts, straddles.years);
  const { years, issues } = assessedYears({ profile, realised, straddles, facts, lastYear });
  return { realised, years, straddles, facts, issues: [...facts.issues, ...straddles.issues, ...issues] };
}

/** Another income or carryover changes nothing about straddles: what was found of a case is kept as long as the case. */
const found = new WeakMap<StraddleCase, Map<string, StraddleYears>>();

function straddleYearsFor(given: StraddleCase, firstYear: number, lastYear: number): StraddleYears {
  let ofCase = found.get(given);
  if (ofCase === undefined) found.set(given, (ofCase = new Map<string, StraddleYears>()));
  const key = `${firstYear}-${lastYear}`;
  let years = ofCase.get(key);
  if (years === undefined) ofCase.set(key, (years = straddleYears({ ...given, firstYear, lastYear })));
  return years;
}
