import {
  addDays,
  addMonths,
  addYears,
  firstDayOfMonth,
  isLastDayOfMonth,
} from '../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../shared/time/local-date.ts';

/** Thousands of lots share a few hundred days. */
const known = new Map<LocalDate, LocalDate>();

/**
 * The first date on which a sale is long-term: held more than one year, counted by the calendar.
 * Law: 26 U.S.C. 1222(1)-(4); Rev. Rul. 66-7 (the day of acquisition does not count, the day of sale does) and
 * 66-97 (acquired on the last day of a month: the first day of the thirteenth month after). Never 365 days.
 */
export function longTermFrom(acquired: LocalDate): LocalDate {
  let from = known.get(acquired);
  if (from === undefined) known.set(acquired, (from = byCalendar(acquired)));
  return from;
}

function byCalendar(acquired: LocalDate): LocalDate {
  if (isLastDayOfMonth(acquired)) return firstDayOfMonth(addMonths(firstDayOfMonth(acquired), 13));
  return addDays(addYears(acquired, 1), 1);
}
