import type { CallRequest } from '../../../../shared/contract/contract.ts';
import type { Profile, ProfileYear } from '../../../../shared/domain/profile.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { isNegative } from '../../../../shared/num/arithmetic.ts';
import { money, rate } from '../../../../shared/num/parse.ts';
import { oneRate, zeroRate } from '../../../../shared/num/types.ts';
import type { Rate } from '../../../../shared/num/types.ts';

export type Scenario = CallRequest<'plan.whatIf'>['scenario'];
type Income = NonNullable<Scenario['income']>[number];

/** From the running year to the last one shown. */
export interface YearSpan {
  readonly currentYear: number;
  readonly lastYear: number;
}

const LEAST_INFLATION = rate('-0.5');
const NOT_NEGATIVE = ['ordinaryIncome', 'otherInvestmentIncome', 'qualifiedDividends'] as const;
const SIGNED = ['otherShortTermGain', 'otherLongTermGain'] as const;

/**
 * The tax details as a scenario has them: a year's own figures hold for that year alone.
 * Errors: `tax/no-profile`, `tax/what-if-year`, `call/invalid-input` naming the field.
 */
export function scenarioProfile(
  profile: Profile | null,
  scenario: Scenario,
  span: YearSpan,
): Result<Profile | null> {
  const { income = [], filingStatus, inflation } = scenario;
  if (income.length === 0 && filingStatus === undefined && inflation === undefined) return ok(profile);
  if (profile === null || profile.years.length === 0) return fail('tax/no-profile', {});
  const grown =
    inflation === undefined
      ? ok(profile.inflation)
      : shareOf(inflation, 'scenario.inflation', LEAST_INFLATION);
  if (!grown.ok) return grown;
  const years = new Map<number, ProfileYear>();
  for (const year of allYears(profile, span))
    years.set(
      year.year,
      filingStatus === undefined || year.year < span.currentYear ? year : { ...year, filingStatus },
    );
  for (const [place, changed] of income.entries()) {
    const field = `scenario.income.${place}`;
    const { currentYear: first, lastYear: last } = span;
    if (changed.year < first || changed.year > last)
      return fail('tax/what-if-year', { year: changed.year, first, last }, { field: `${field}.year` });
    const before = years.get(changed.year);
    const year = before === undefined ? null : changedYear(before, changed, field);
    if (year === null) continue;
    if (!year.ok) return year;
    years.set(changed.year, year.value);
  }
  return ok({
    ...profile,
    inflation: grown.value,
    years: [...years.values()].toSorted((a, b) => a.year - b.year),
  });
}

/** Every year of the span spelled out, so that a change of one reaches no other. */
function allYears({ years }: Profile, { currentYear, lastYear }: YearSpan): ProfileYear[] {
  const given = years.toSorted((a, b) => a.year - b.year);
  const first = given[0];
  const all = [...given];
  for (let year = currentYear; year <= lastYear; year++) {
    const template = given.findLast((one) => one.year <= year) ?? first;
    if (template !== undefined && template.year !== year && (first === undefined || year >= first.year))
      all.push({ ...template, year });
  }
  return all;
}

function changedYear(before: ProfileYear, changed: Income, field: string): Result<ProfileYear> {
  const year: { -readonly [Key in keyof ProfileYear]: ProfileYear[Key] } = { ...before };
  for (const name of NOT_NEGATIVE) {
    const text = changed[name];
    if (text === undefined) continue;
    year[name] = money(text);
    if (isNegative(year[name])) return invalid(`${field}.${name}`, 'it cannot be negative');
  }
  for (const name of SIGNED) {
    const text = changed[name];
    if (text !== undefined) year[name] = money(text);
  }
  const { deduction, filingStatus, stateRate } = changed;
  if (filingStatus !== undefined) year.filingStatus = filingStatus;
  if (deduction !== undefined) {
    year.deduction = deduction === 'standard' ? deduction : money(deduction);
    if (year.deduction !== 'standard' && isNegative(year.deduction))
      return invalid(`${field}.deduction`, 'it cannot be negative');
  }
  if (stateRate !== undefined) {
    const share = shareOf(stateRate, `${field}.stateRate`, zeroRate);
    if (!share.ok) return share;
    year.stateRate = share.value;
  }
  return ok(year);
}

/** A share below one, and not below the least. */
export function shareOf(text: string, field: string, least: Rate): Result<Rate> {
  const share = rate(text);
  if (share < least || share >= oneRate) return invalid(field, 'expected a share such as 0.05 for 5 %');
  return ok(share);
}

export function invalid(field: string, reason: string): Result<never> {
  return fail('call/invalid-input', { field, reason }, { field });
}
