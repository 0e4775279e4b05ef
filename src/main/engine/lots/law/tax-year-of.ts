import { dateOf, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { TaxYearRule } from './lot-law.ts';

/** The tax year that a date lies in, by the calendar year in which it begins. */
export function taxYearOf(date: LocalDate, { month, day }: TaxYearRule): number {
  const year = yearOf(date);
  return date < dateOf(year, month, day) ? year - 1 : year;
}

/** "2025-26"; null where the tax year is the calendar year. */
export function taxYearText(year: number, { month, day }: TaxYearRule): string | null {
  if (month === 1 && day === 1) return null;
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}
