/** The rarer layouts of times → one layout: what the quick reader of `times.ts` does not know. */
import { type DateOrder, inOrder } from './date-order.ts';

/** A time as it is written, in one layout. */
export interface WrittenTime {
  /** "2025-01-02". */
  readonly day: string;
  /** "03:04:05" or "03:04:05.678". */
  readonly clock: string;
  /** "Z", "+02:00"; null where the cell says none. */
  readonly zone: string | null;
}

const clockText = String.raw`(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:\s*([AaPp])\.?[Mm]\.?)?`;
const zoneText = String.raw`(?:\s*\(?(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)(?: UTC)?\)?)?`;
const dayThenClock = new RegExp(String.raw`^(.{6,18}?)(?:T|,? |;)${clockText}${zoneText}$`, 'u');
const clockThenDay = new RegExp(String.raw`^${clockText},? (\S.{5,17})$`, 'u');
/** Interactive Brokers: `20260501;101500`. */
const compact = /^(\d{4})(\d\d)(\d\d)[;T ]?(\d\d)(\d\d)(\d\d)$/u;
const numericDay = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/u;
const monthFirstName = /^([A-Za-z]{3,9})\.?\s(\d{1,2}),?\s(\d{4})$/u;
const dayFirstName = /^(\d{1,2})\.?[\s-]([A-Za-z]{3,9})\.?,?[\s-](\d{4}|\d{2})$/u;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** null where the text is no time, or its order is not known. In: `order`, of a file whose dates leave it open. */
export function writtenTime(text: string, order: DateOrder | undefined): WrittenTime | null {
  const short = compact.exec(text);
  if (short !== null) {
    const [, year, month, day, hour, minute, second] = short;
    return { day: `${year}-${month}-${day}`, clock: `${hour}:${minute}:${second}`, zone: null };
  }
  const after = dayThenClock.exec(text);
  if (after !== null) {
    const [, day = '', hour, minute, second, fraction, half, zone] = after;
    return written(dayOf(day, order), clockOf(hour, minute, second, fraction, half), zone);
  }
  const before = clockThenDay.exec(text);
  if (before === null) return null;
  const [, hour, minute, second, fraction, half, day = ''] = before;
  return written(dayOf(day, order), clockOf(hour, minute, second, fraction, half), undefined);
}

/** "2025-01-02" of a date in any layout; null as above. */
export function dayOf(text: string, order: DateOrder | undefined): string | null {
  const numeric = numericDay.exec(text);
  if (numeric !== null) {
    const [, a = '', separator = '', b = '', c = ''] = numeric;
    const known = orderOf(a, separator, c, order);
    const parts = known === undefined ? null : inOrder(known, a, b, c);
    return parts === null ? null : dayText(parts.year, parts.month, parts.day);
  }
  const [, monthFirst = '', dayAfter = '', yearAfter = ''] = monthFirstName.exec(text) ?? [];
  const [, dayBefore = '', monthAfter = '', yearEnd = ''] = dayFirstName.exec(text) ?? [];
  const month = months.indexOf((monthFirst || monthAfter).slice(0, 3).toLowerCase()) + 1;
  if (month === 0) return null;
  const year = yearAfter || yearEnd;
  return dayText(Number(year) + (year.length === 2 ? 2000 : 0), month, Number(dayAfter || dayBefore));
}

/** With dots the day comes first, wherever such dates are written; slashes and two-digit years say nothing. */
function orderOf(
  a: string,
  separator: string,
  c: string,
  order: DateOrder | undefined,
): DateOrder | undefined {
  if (a.length === 4) return 'year-first';
  if (separator === '.') return 'day-first';
  if (c.length === 4) return order === 'year-first' ? undefined : order;
  return order ?? (separator === '-' ? 'year-first' : undefined);
}

function clockOf(hourText = '', minute = '', second = '00', fraction = '', half = ''): string | null {
  const written = Number(hourText);
  if (half !== '' && (written < 1 || written > 12)) return null;
  const hour = half === '' ? written : (written % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const ms = fraction === '' ? '' : `.${fraction.slice(0, 3).padEnd(3, '0')}`;
  return `${two(hour)}:${minute}:${second}${ms}`;
}

function written(day: string | null, clock: string | null, zone: string | undefined): WrittenTime | null {
  if (day === null || clock === null) return null;
  return { day, clock, zone: zone === undefined ? null : offsetOf(zone) };
}

function offsetOf(zone: string): string {
  if (zone === 'Z' || zone === 'UTC' || zone === 'GMT') return 'Z';
  return zone.length === 3 ? `${zone}:00` : zone;
}

function dayText(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function two(digits: number): string {
  return String(digits).padStart(2, '0');
}
