import { Temporal } from 'temporal-polyfill';
import { invariant } from '../invariant.ts';
import { isCivilDate, msPerDay } from './civil.ts';
import { epochMs, instantFromEpochMs } from './instant.ts';
import type { Instant } from './instant.ts';
import { addDays, dateText, fromDayNumber } from './local-date.ts';
import type { LocalDate } from './local-date.ts';
import { offsetMsAt } from './zone-offsets.ts';

declare const tag: unique symbol;

/** A time zone: an IANA name or a fixed offset such as `+02:00`. At run time its text. */
export interface TimeZone {
  readonly [tag]: 'time-zone';
}

/** Clock and calendar of one place, without its zone. */
export interface LocalDateTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** 0 to 23. */
  readonly hour: number;
  readonly minute: number;
  /** 0 to 59: no leap second. */
  readonly second: number;
  readonly ms: number;
}

/** Where on the time line a place's clock showed something, and whether it did so once. */
export interface LocatedInstant {
  readonly instant: Instant;
  /** The clock showed it twice, being set back; the instant is the earlier. */
  readonly ambiguous: boolean;
  /** The clock never showed it, being set forward; the instant is as much later as it was set forward. */
  readonly skipped: boolean;
}

export const utc: TimeZone = 'UTC' as unknown as TimeZone;

const offset = /^[+-]\d\d(:?\d\d)?$/;

/**
 * The time zone of a name or an offset, or undefined where there is none such.
 * In: `Europe/Berlin` in any case, `UTC`, `+02:00`, `+0200`, `+02`. Out: IANA's own case, `+02:00`.
 */
export function parseTimeZone(text: string): TimeZone | undefined {
  if (!offset.test(text) && !/^[A-Za-z]/.test(text)) return undefined;
  try {
    return new Temporal.ZonedDateTime(0n, text).timeZoneId as unknown as TimeZone;
  } catch {
    return undefined;
  }
}

/** The time zone of a name that this program wrote. Errors: throws where `parseTimeZone` is undefined. */
export function timeZone(text: string): TimeZone {
  const zone = parseTimeZone(text);
  invariant(zone !== undefined, `not a time zone: ${JSON.stringify(text)}`);
  return zone;
}

/** The IANA name or the offset. */
export function timeZoneText(zone: TimeZone): string {
  return zone as unknown as string;
}

const datesByDay = new Map<number, LocalDate>();

/** The date that a calendar in the zone shows at an instant. */
export function localDateOf(instant: Instant, zone: TimeZone): LocalDate {
  const ms = epochMs(instant);
  const day = Math.floor((ms + offsetMsAt(ms, timeZoneText(zone))) / msPerDay);
  let date = datesByDay.get(day);
  if (date === undefined) {
    date = fromDayNumber(day);
    datesByDay.set(day, date);
  }
  return date;
}

/**
 * The instant at which clock and calendar in the zone show `local`.
 * Errors: throws where there is no such date or time; text from files is checked before.
 */
export function instantOfLocal(local: LocalDateTime, zone: TimeZone): LocatedInstant {
  const asUtc = utcMsOf(local);
  const zoneText = timeZoneText(zone);
  const before = offsetMsAt(asUtc - msPerDay, zoneText);
  const after = offsetMsAt(asUtc + msPerDay, zoneText);
  const fits = (offsetMs: number): boolean => offsetMsAt(asUtc - offsetMs, zoneText) === offsetMs;

  const fitsBefore = fits(before);
  const fitsAfter = before !== after && fits(after);
  const offsetMs = fitsAfter && !fitsBefore ? after : before;
  return {
    instant: instantFromEpochMs(asUtc - offsetMs),
    ambiguous: fitsBefore && fitsAfter,
    skipped: !fitsBefore && !fitsAfter,
  };
}

function utcMsOf({ year, month, day, hour, minute, second, ms }: LocalDateTime): number {
  invariant(
    isCivilDate(year, month, day) &&
      isWithin(hour, 23) &&
      isWithin(minute, 59) &&
      isWithin(second, 59) &&
      isWithin(ms, 999),
    `no such time: ${year}-${month}-${day} ${hour}:${minute}:${second}.${ms}`,
  );
  return Date.UTC(year, month - 1, day, hour, minute, second, ms);
}

function isWithin(n: number, largest: number): boolean {
  return Number.isInteger(n) && n >= 0 && n <= largest;
}

/** The first instant of a date in the zone: midnight, or what the clock showed first where it skipped that. */
export function startOfDay(date: LocalDate, zone: TimeZone): Instant {
  const day = Temporal.PlainDate.from(dateText(date));
  return instantFromEpochMs(day.toZonedDateTime(timeZoneText(zone)).epochMilliseconds);
}

/** The last millisecond of a date in the zone. */
export function endOfDay(date: LocalDate, zone: TimeZone): Instant {
  return instantFromEpochMs(epochMs(startOfDay(addDays(date, 1), zone)) - 1);
}
