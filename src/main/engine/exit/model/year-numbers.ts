import { ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { discountFactor, toFloat } from '../../../../shared/num/approximate.ts';
import { daysBetween, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { usYearShape } from '../../tax/jurisdictions/us/year-shape.ts';
import type { TaxYears } from '../../tax/tax-years.ts';
import type { YearShape } from '../../tax/year-shape.ts';
import type { ExitCase } from '../exit-case.ts';

export interface YearNumbers {
  readonly year: number;
  readonly shape: YearShape;
  /** Of the day on which its tax is due. */
  readonly factor: number;
}

const kept = new WeakMap<TaxYears, Result<readonly YearNumbers[]>>();

/** The years that the plan counts. In: the years with nothing planned, of this case. Errors: `tax/year-not-covered`. */
export function yearNumbersOf(given: ExitCase, baseline: TaxYears): Result<readonly YearNumbers[]> {
  let found = kept.get(baseline);
  if (found === undefined) kept.set(baseline, (found = made(given, baseline)));
  return found;
}

function made(given: ExitCase, baseline: TaxYears): Result<readonly YearNumbers[]> {
  const years: YearNumbers[] = [];
  const firstYear = yearOf(given.asOf);
  for (const one of baseline.years) {
    if (one.input.year < firstYear || one.input.year > given.lastYear) continue;
    const shape = usYearShape(one.input);
    if (!shape.ok) return shape;
    years.push({ year: one.input.year, shape: shape.value, factor: factorOn(given, shape.value.due) });
  }
  return ok(years);
}

/** What one unit of a day is worth today. */
export function factorOn({ asOf, costs }: Pick<ExitCase, 'asOf' | 'costs'>, date: LocalDate): number {
  return toFloat(discountFactor(costs.discountPerYear, Math.max(0, daysBetween(asOf, date))));
}
