import { InvariantError, invariant } from '../invariant.ts';
import { civilDate, dayNumber, daysInMonth, isCivilDate } from './civil.ts';

declare const tag: unique symbol;

/**
 * A calendar date of the years 1000 to 9999, without a place. At run time `YYYY-MM-DD`;
 * `<`, `===` and `Map` keys work.
 */
export interface LocalDate {
  readonly [tag]: 'local-date';
}

const shape = /^[1-9]\d{3}-\d\d-\d\d$/;

/** The date in `YYYY-MM-DD` text, or undefined where the calendar has no such day. */
export function parseLocalDate(text: string): LocalDate | undefined {
  if (!shape.test(text)) return undefined;
  const date = text as unknown as LocalDate;
  return isCivilDate(yearOf(date), monthOf(date), dayOf(date)) ? date : undefined;
}

/** The date in text that this program wrote. Errors: throws where `parseLocalDate` is undefined. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  invariant(date !== undefined, `not a date: ${JSON.stringify(text)}`);
  return date;
}

/** `YYYY-MM-DD`. */
export function dateText(date: LocalDate): string {
  return date as unknown as string;
}

export function yearOf(date: LocalDate): number {
  return numberAt(date, 0) * 100 + numberAt(date, 2);
}

/** 1 to 12. */
export function monthOf(date: LocalDate): number {
  return numberAt(date, 5);
}

/** 1 to 31. */
export function dayOf(date: LocalDate): number {
  return numberAt(date, 8);
}

/** The date so many days later; earlier where negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** The same day so many months later, or that month's last day where it has no such day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const monthsFromZero = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(monthsFromZero / 12);
  const month = monthsFromZero - year * 12 + 1;
  return dateOf(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

/** The same day so many years later; 29 February becomes 28 February in a year without it. */
export function addYears(date: LocalDate, years: number): LocalDate {
  return addMonths(date, years * 12);
}

/** Days from one date to another; negative where `to` is the earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

export function isLastDayOfMonth(date: LocalDate): boolean {
  return dayOf(date) === daysInMonth(yearOf(date), monthOf(date));
}

export function firstDayOfMonth(date: LocalDate): LocalDate {
  return dateOf(yearOf(date), monthOf(date), 1);
}

export function lastDayOfYear(year: number): LocalDate {
  return dateOf(year, 12, 31);
}

/** The last Monday to Friday of a year; knows no holidays. */
export function lastBusinessDayOfYear(year: number): LocalDate {
  const last = lastDayOfYear(year);
  const weekday = dayOfWeek(last);
  return addDays(last, weekday > 5 ? 5 - weekday : 0);
}

/** 1 for Monday to 7 for Sunday. */
export function dayOfWeek(date: LocalDate): number {
  // Day 0 was a Thursday; the second remainder keeps days before it positive.
  return ((((toDayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The order of two dates, for sorting. */
export function compareDates(a: LocalDate, b: LocalDate): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The date of a year, month (1 to 12) and day. Errors: throws where the calendar has no such day. */
export function dateOf(year: number, month: number, day: number): LocalDate {
  const exists = year >= 1000 && year <= 9999 && isCivilDate(year, month, day);
  if (!exists) throw new InvariantError(`no such date: ${year}-${month}-${day}`);
  return `${year}-${twoDigits(month)}-${twoDigits(day)}` as unknown as LocalDate;
}

/** The date so many whole days after 1970-01-01. Errors: throws outside the years 1000 to 9999. */
export function fromDayNumber(days: number): LocalDate {
  invariant(Number.isSafeInteger(days), 'days are whole');
  const { year, month, day } = civilDate(days);
  return dateOf(year, month, day);
}

function toDayNumber(date: LocalDate): number {
  return dayNumber(yearOf(date), monthOf(date), dayOf(date));
}

/** The two digits that start at an index, as a number. */
function numberAt(date: LocalDate, index: number): number {
  const text = dateText(date);
  return text.charCodeAt(index) * 10 + text.charCodeAt(index + 1) - 528;
}

function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}
