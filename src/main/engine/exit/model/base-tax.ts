import { toFloat } from '../../../../shared/num/approximate.ts';
import type { ExitCase } from '../exit-case.ts';
import { yearsWithout } from '../exit-years.ts';
import type { ExitNumbers } from './exit-numbers.ts';

/** Taxes with nothing planned, in today's money and units. */
export function baseTaxOf(given: ExitCase, { years, unit }: ExitNumbers): number {
  const baseline = new Map(
    yearsWithout(given).years.map((year) => [year.input.year, year.assessment.totalTax]),
  );
  return years.reduce((total, { year, factor }) => {
    const tax = baseline.get(year);
    return tax === undefined ? total : total + (toFloat(tax) / unit) * factor;
  }, 0);
}
