/** Years whose tax is not certain, because prices at year ends are missing. */
import type { Issue } from '../../../shared/domain/issue.ts';
import { isZero } from '../../../shared/num/arithmetic.ts';
import type { TaxYear, TaxYears } from './tax-years.ts';

/** What waits, or in which year an open position counts, is not known without these prices. */
const MISSING: readonly Issue['code'][] = [
  'tax/no-straddle-price',
  'tax/no-year-end-mark',
  'tax/no-year-end-price',
];

/**
 * Each uncertain year with a whole sentence about it: years at whose end a price is missing, the year after, and those
 * that go on with losses of an uncertain one. A loss whose holding back is not known is deducted: the error is never
 * against the taxpayer, so it has to be said beside the figure.
 */
export function uncertainYears({
  years,
  issues,
}: Pick<TaxYears, 'years' | 'issues'>): ReadonlyMap<number, string> {
  const missing = new Set(issues.flatMap(({ code, year }) => (MISSING.includes(code) ? (year ?? []) : [])));
  const found = new Map<number, string>();
  let since: number | null = null;
  for (const year of years) {
    const of = year.input.year;
    const before = years.find(({ input }) => input.year === of - 1);
    const goesOn: boolean = since !== null && (missing.has(of - 1) || handsLossesOn(year, before));
    since = goesOn ? since : missing.has(of) ? of : null;
    if (since !== null) found.set(of, wordsOf(of, since));
  }
  return found;
}

function handsLossesOn({ input }: TaxYear, before: TaxYear | undefined): boolean {
  const { shortTerm, longTerm } = input.carryforward;
  return !isZero(shortTerm) || !isZero(longTerm) || (before?.straddles.deferred.length ?? 0) > 0;
}

function wordsOf(year: number, since: number): string {
  return `The tax of ${year} is not certain and can be higher than shown: prices at the end of ${since} are missing, so losses of hedges may be counted that should wait, or results of open futures in another year.`;
}
