/** Times as exports write them → instants. One reader a file: it knows the zone and remembers the day it saw last. */
import {
  instantFromEpochMs,
  isEpochMs,
  parseIsoInstant,
  type Instant,
} from '../../../shared/time/instant.ts';
import { parseLocalDate } from '../../../shared/time/local-date.ts';
import { instantOfLocal, timeZoneText, type TimeZone, utc } from '../../../shared/time/time-zone.ts';
import type { DateOrder } from './date-order.ts';
import { writtenTime } from './time-layouts.ts';

export interface ReadTime {
  readonly instant: Instant;
  /** The clock of the zone showed this time twice (the earlier is taken) or never. */
  readonly doubtful: boolean;
}

/** In: a cell. Out: null where it is no time that can be told for certain. */
export type TimeReader = (cell: string) => ReadTime | null;

const msPerDay = 86_400_000;
const fixedOffset = /^([+-])(\d\d):(\d\d)$/u;

/**
 * Reads `2025-01-02 03:04:05[.678]`, `25-01-02 03:04:05` (a year of this century), both with `T` and with a zone
 * (`Z`, ` UTC`, `+02:00`), epoch seconds, milliseconds and microseconds, and the layouts of `time-layouts.ts`.
 * In: `order`, of a file whose dates leave it open (`01/02/2025`, `01-02-25`): decided over all its rows, because one row
 * cannot tell. Without it such dates are refused, but for `25-01-02`, which then begins with its year.
 */
export function createTimeReader(zone: TimeZone, order?: DateOrder): TimeReader {
  const isYearFirst = order === undefined || order === 'year-first';
  const offsetMs = fixedOffsetMs(zone);
  let lastDay = '';
  let lastMidnight = 0;
  const midnightOf = (day: string): number => {
    if (day === lastDay) return lastMidnight;
    const date = parseLocalDate(day);
    if (date === undefined) return Number.NaN;
    lastDay = day;
    lastMidnight = Date.parse(day);
    return lastMidnight;
  };
  const readLocal = (text: string): ReadTime | null => inZone(localMs(text, midnightOf), zone, offsetMs);
  return (cell) => {
    const ms = isYearFirst || cell.charCodeAt(4) === 45 ? localMs(cell, midnightOf) : Number.NaN;
    return Number.isNaN(ms) ? readOther(cell, order, readLocal) : inZone(ms, zone, offsetMs);
  };
}

/** The zone's offset where it never changes, else null. */
function fixedOffsetMs(zone: TimeZone): number | null {
  if (zone === utc || timeZoneText(zone) === 'UTC') return 0;
  const match = fixedOffset.exec(timeZoneText(zone));
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}

function inZone(ms: number, zone: TimeZone, offsetMs: number | null): ReadTime | null {
  if (!isEpochMs(ms)) return null;
  if (offsetMs !== null) return { instant: instantFromEpochMs(ms - offsetMs), doubtful: false };
  const day = Math.floor(ms / msPerDay);
  const date = new Date(day * msPerDay);
  const rest = ms - day * msPerDay;
  const local = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: Math.floor(rest / 3_600_000),
    minute: Math.floor(rest / 60_000) % 60,
    second: Math.floor(rest / 1000) % 60,
    ms: rest % 1000,
  };
  const { instant, ambiguous, skipped } = instantOfLocal(local, zone);
  return { instant, doubtful: ambiguous || skipped };
}

/** Milliseconds as if the clock were UTC's; NaN where the cell is not `[YY]YY-MM-DD hh:mm:ss[.mmm]`. */
function localMs(cell: string, midnightOf: (day: string) => number): number {
  const dayEnd = cell.charCodeAt(4) === 45 ? 10 : 8;
  const separator = cell.charCodeAt(dayEnd);
  if (separator !== 32 && separator !== 84) return Number.NaN;
  const day = dayEnd === 10 ? cell.slice(0, 10) : `20${cell.slice(0, 8)}`;
  return midnightOf(day) + timeOfDayMs(cell, dayEnd + 1);
}

function timeOfDayMs(cell: string, at: number): number {
  const length = cell.length - at;
  const hours = twoDigits(cell, at);
  const minutes = twoDigits(cell, at + 3);
  const seconds = twoDigits(cell, at + 6);
  const colons = cell.charCodeAt(at + 2) === 58 && cell.charCodeAt(at + 5) === 58;
  if (!colons || !(hours < 24 && minutes < 60 && seconds < 60)) return Number.NaN;
  const ms = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  if (length === 8) return ms;
  return /^\.\d{1,9}$/u.test(cell.slice(at + 8))
    ? ms + Number(cell.slice(at + 9, at + 12).padEnd(3, '0'))
    : Number.NaN;
}

/** NaN where there are no two digits. */
function twoDigits(cell: string, at: number): number {
  const tens = cell.charCodeAt(at) - 48;
  const ones = cell.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** No time is longer: patterns are not run over whole texts. */
const longestTime = 80;

const epochDigits = /^(?:1\d{9}|1\d{12}|1\d{15})(?:\.\d{1,9})?$/u;

/** Seconds since 1970 have ten digits in our time, milliseconds thirteen, microseconds sixteen. */
function epochOf(text: string): number | null {
  if (!epochDigits.test(text)) return null;
  const whole = text.split('.')[0] ?? '';
  if (whole.length === 10) return Math.floor(Number(text) * 1000);
  return whole.length === 13 ? Number(whole) : Math.floor(Number(whole) / 1000);
}

function readOther(
  cell: string,
  order: DateOrder | undefined,
  readLocal: (text: string) => ReadTime | null,
): ReadTime | null {
  if (cell.length > longestTime) return null;
  const text = cell.trim();
  const epoch = epochOf(text);
  if (epoch !== null) return { instant: instantFromEpochMs(epoch), doubtful: false };
  const time = writtenTime(text, order);
  if (time === null) return null;
  if (time.zone === null) return readLocal(`${time.day} ${time.clock}`);
  const instant = parseIsoInstant(`${time.day}T${time.clock}${time.zone}`);
  return instant === undefined ? null : { instant, doubtful: false };
}
