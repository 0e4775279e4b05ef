/** Expiry days of dated contracts: which Friday, what a holiday does, and how venues write it into a symbol. */
import type { ContractSeries, ExpiryCycle, ExpiryNaming } from '../../../shared/domain/contract-terms.ts';
import {
  addDays,
  addMonths,
  dateOf,
  dateText,
  dayOf,
  dayOfWeek,
  daysBetween,
  firstDayOfMonth,
  monthOf,
  parseLocalDate,
  yearOf,
} from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';

const FRIDAY = 5;
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const MONTH_CODES = 'FGHJKMNQUVXZ';

/**
 * The expiry days of a series after a date, earliest first.
 * Holidays known: Good Friday and Christmas Day, the only ones of both London and the United States on such Fridays.
 */
export function expiriesAfter(series: ContractSeries, date: LocalDate, count: number): LocalDate[] {
  const found: LocalDate[] = [];
  for (let friday = fridayFrom(date); found.length < count; friday = addDays(friday, 7)) {
    if (!isInCycle(friday, series.cycle)) continue;
    const expiry = tradingDay(friday, series);
    if (expiry > date) found.push(expiry);
  }
  return found;
}

/** What a venue writes for an expiry after the series' prefix: 261225, 202612, 25DEC26, Z26. */
export function expiryCode(expiry: LocalDate, naming: ExpiryNaming): string {
  const year = String(yearOf(expiry));
  const month = monthOf(expiry);
  switch (naming) {
    case 'yymmdd':
      return dateText(expiry).slice(2).replaceAll('-', '');
    case 'yyyymm':
      return `${year}${String(month).padStart(2, '0')}`;
    case 'dmmmyy':
      return `${dayOf(expiry)}${MONTHS[month - 1] ?? ''}${year.slice(2)}`;
    case 'month-code':
      return `${MONTH_CODES.charAt(month - 1)}${year.slice(2)}`;
  }
}

/** The expiry that a code names, or undefined where it is none of that series. */
export function expiryOfCode(code: string, series: ContractSeries): LocalDate | undefined {
  switch (series.naming) {
    case 'yymmdd':
      return /^\d{6}$/u.test(code)
        ? dateIn(`20${code.slice(0, 2)}`, code.slice(2, 4), code.slice(4))
        : undefined;
    case 'dmmmyy': {
      const [, day = '', month = '', year = ''] = /^(\d{1,2})([A-Z]{3})(\d{2})$/u.exec(code) ?? [];
      return dateIn(`20${year}`, String(MONTHS.indexOf(month) + 1), day);
    }
    case 'yyyymm':
      return /^\d{6}$/u.test(code) ? expiryInMonth(code.slice(0, 4), code.slice(4), series) : undefined;
    case 'month-code': {
      const [, month = '', year = ''] = /^([FGHJKMNQUVXZ])(\d{2})$/u.exec(code) ?? [];
      return month === ''
        ? undefined
        : expiryInMonth(`20${year}`, String(MONTH_CODES.indexOf(month) + 1), series);
    }
  }
}

function expiryInMonth(year: string, month: string, series: ContractSeries): LocalDate | undefined {
  const first = dateIn(year, month, '1');
  if (first === undefined) return undefined;
  return tradingDay(lastFriday(first), series);
}

function dateIn(year: string, month: string, day: string): LocalDate | undefined {
  return parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function fridayFrom(date: LocalDate): LocalDate {
  return addDays(date, (FRIDAY - dayOfWeek(date) + 7) % 7);
}

function lastFriday(inMonth: LocalDate): LocalDate {
  const last = addDays(addMonths(firstDayOfMonth(inMonth), 1), -1);
  return addDays(last, -((dayOfWeek(last) - FRIDAY + 7) % 7));
}

function isInCycle(friday: LocalDate, cycle: ExpiryCycle): boolean {
  if (cycle === 'friday-weekly') return true;
  if (daysBetween(friday, lastFriday(friday)) !== 0) return false;
  return cycle === 'last-friday-monthly' || monthOf(friday) % 3 === 0;
}

function tradingDay(friday: LocalDate, series: ContractSeries): LocalDate {
  return series.holidays === 'day-before' && isHoliday(friday) ? addDays(friday, -1) : friday;
}

function isHoliday(friday: LocalDate): boolean {
  const isChristmas = monthOf(friday) === 12 && dayOf(friday) === 25;
  return isChristmas || daysBetween(friday, easterSunday(yearOf(friday))) === 2;
}

/** The Gregorian computus of Meeus, Jones and Butcher. */
function easterSunday(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const m = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const k = Math.floor((a + 11 * h + 22 * m) / 451);
  const p = h + m - 7 * k + 114;
  return dateOf(year, Math.floor(p / 31), (p % 31) + 1);
}
