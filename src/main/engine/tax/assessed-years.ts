import type { Issue } from '../../../shared/domain/issue.ts';
import type { HistoryYear, Profile, ProfileYear } from '../../../shared/domain/profile.ts';
import { ok } from '../../../shared/errors/failure.ts';
import type { Result } from '../../../shared/errors/failure.ts';
import { subtract } from '../../../shared/num/arithmetic.ts';
import { issueOf } from '../issue-of.ts';
import { assessYear } from './assess-year.ts';
import type { Carryforward, YearInput } from './assessment.ts';
import { carryBack } from './jurisdictions/us/carry-back.ts';
import type { CarriedBack } from './jurisdictions/us/carry-back.ts';
import type { StraddleYear, StraddleYears } from './jurisdictions/us/straddles/straddle-years.ts';
import type { UsFacts } from './jurisdictions/us/us-facts.ts';
import { emptyRealisedYear } from './realised-years.ts';
import type { RealisedYear } from './realised-years.ts';
import type { TaxYear } from './tax-years.ts';
import { yearInputOf } from './year-input-of.ts';
import { yearNotes } from './year-notes.ts';

export interface Assessing {
  readonly profile: Profile | null;
  readonly realised: readonly RealisedYear[];
  readonly straddles: StraddleYears;
  readonly facts: UsFacts;
  readonly lastYear: number;
}

export interface AssessedYears {
  readonly years: readonly TaxYear[];
  readonly issues: readonly Issue[];
}

/**
 * Every year from the first profile year on, each with the losses of the one before.
 * Issues: `tax/no-profile`, `tax/year-not-covered`.
 */
export function assessedYears(given: Assessing): AssessedYears {
  const { profile, lastYear } = given;
  const known = profile?.years.toSorted((a, b) => a.year - b.year) ?? [];
  const [first] = known;
  if (profile === null || first === undefined)
    return { years: [], issues: [issueOf('tax/no-profile', 'note', {})] };
  const walk = new YearsWalk(profile, given);
  for (let year = first.year; year <= lastYear; year++)
    walk.assess(year, known.findLast((one) => one.year <= year) ?? first);
  return walk;
}

class YearsWalk implements AssessedYears {
  readonly years: TaxYear[] = [];
  readonly issues: Issue[] = [];
  readonly #profile: Profile;
  readonly #facts: UsFacts;
  readonly #realised: ReadonlyMap<number, RealisedYear>;
  readonly #straddles: ReadonlyMap<number, StraddleYear>;
  #carryforward: Carryforward;
  #history: readonly HistoryYear[];

  constructor(profile: Profile, { realised, straddles, facts }: Assessing) {
    this.#profile = profile;
    this.#facts = facts;
    this.#realised = new Map(realised.map((one) => [one.year, one]));
    this.#straddles = new Map(straddles.years.map((one) => [one.year, one]));
    this.#carryforward = profile.carryforward;
    this.#history = profile.history;
  }

  assess(year: number, profileYear: ProfileYear): void {
    const { jurisdiction, inflation, currency } = this.#profile;
    const realised = this.#realised.get(year) ?? emptyRealisedYear(year);
    const plain = yearInputOf(year, profileYear, realised, this.#carryforward, inflation);
    const carried = this.#carriedBack(plain);
    const input = carried.ok ? (carried.value?.input ?? plain) : plain;
    const assessed = assessYear(jurisdiction, input);
    if (!assessed.ok) {
      this.issues.push({ ...assessed.failure, severity: 'error' });
      return;
    }
    const carriedBack = carried.ok ? carried.value : null;
    if (carriedBack !== null) this.#amend(carriedBack);
    const straddles = this.#straddles.get(year) ?? emptyStraddleYear(year);
    const noted = { year, profile: profileYear, realised, straddles, facts: this.#facts, currency };
    const notes = [...assessed.value.notes, ...yearNotes(noted), ...(carriedBack?.notes ?? [])];
    const assessment = assessed.value;
    const ofProfile = { jurisdiction, profile: profileYear };
    this.years.push({ ...ofProfile, realised, input, straddles, assessment, carriedBack, notes });
    this.#carryforward = assessment.carryforward;
  }

  /** Law: 26 U.S.C. 1212(c), by election of the loss year. */
  #carriedBack(input: YearInput): Result<CarriedBack | null> {
    const { carrybackYears } = this.#facts.straddles.elections;
    if (!carrybackYears.has(input.year)) return ok(null);
    const earlier = this.years.map((one) => one.input);
    return carryBack(input, earlier, this.#history);
  }

  /** Earlier years are assessed with what was brought back to them; of years before the first, less is left to use. */
  #amend({ amended }: CarriedBack): void {
    for (const { use, input, assessment, words } of amended) {
      const place = this.years.findIndex((one) => one.input.year === use.year);
      const year = this.years[place];
      if (year !== undefined && input !== null && assessment !== null)
        this.years[place] = { ...year, input, assessment, notes: [...year.notes, words] };
      this.#history = this.#history.map((one) =>
        one.year === use.year
          ? {
              ...one,
              section1256Gain: subtract(one.section1256Gain, use.used),
              capitalGainNetIncome: subtract(one.capitalGainNetIncome, use.used),
            }
          : one,
      );
    }
  }
}

function emptyStraddleYear(year: number): StraddleYear {
  return { year, items: [], losses: [], deferred: [], unrecognised: [] };
}
