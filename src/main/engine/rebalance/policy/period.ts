import type { Policy, PolicyPeriod } from '../../../../shared/domain/policy.ts';
import { addDays, addMonths, monthOf, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The first day on which one may act again. */
export function quietUntil(decided: LocalDate, period: NonNullable<Policy['atMostOncePer']>): LocalDate {
  return period === 'week' ? addDays(decided, 7) : addMonths(decided, MONTHS[period]);
}

/** Months, quarters or years counted from the year 0: days of the same period have the same number. */
function periodNumber(date: LocalDate, period: PolicyPeriod): number {
  return Math.floor((yearOf(date) * 12 + monthOf(date) - 1) / MONTHS[period]);
}

/** Whether a new period has begun after one day, up to and with another. */
export function beginsPeriod(before: LocalDate, day: LocalDate, period: PolicyPeriod): boolean {
  return periodNumber(before, period) !== periodNumber(day, period);
}
