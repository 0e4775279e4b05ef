/** Times as exports write them → instants. One reader a file: it knows the zone and remembers the day it saw last. */
import {
  instantFromEpochMs,
  isEpochMs,
  parseIsoInstant,
  type Instant,
} from '../../../shared/time/instant.ts';
import { parseLocalDate } from '../../../shared/time/local-date.ts';
import { instantOfLocal, timeZoneText, type TimeZone, utc } from '../../../shared/time/time-zone.ts';

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
 * (`Z`, ` UTC`, `+02:00`), `2.1.2025 03:04[:05]` (with dots the day always comes first) and epoch milliseconds.
 * Refuses slashes: Excel writes them day first or month first, and one row cannot tell.
 */
export function createTimeReader(zone: TimeZone): TimeReader {
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
  return (cell) => {
    const ms = localMs(cell, midnightOf);
    if (Number.isNaN(ms)) return readOther(cell, (text) => inZone(localMs(text, midnightOf), zone, offsetMs));
    return inZone(ms, zone, offsetMs);
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

const withDots = /^(\d{1,2})\.(\d{1,2})\.(\d{4}),? (\d{1,2}):(\d\d)(?::(\d\d))?$/u;
const withZone =
  /^(\d{2}|\d{4})(-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)$/u;
const withoutSeconds = /^(?:\d{2}|\d{4})-\d\d-\d\d[T ]\d\d:\d\d$/u;
const epochDigits = /^1\d{12}$/u;

function readOther(cell: string, readLocal: (text: string) => ReadTime | null): ReadTime | null {
  const text = cell.trim();
  const zoned = withZone.exec(text);
  if (zoned !== null) return readZoned(zoned);
  if (epochDigits.test(text)) return { instant: instantFromEpochMs(Number(text)), doubtful: false };
  const dots = withDots.exec(text);
  if (dots !== null) {
    const [, day = '', month = '', year = '', hour = '', minute = '', second = '00'] = dots;
    return readLocal(`${year}-${two(month)}-${two(day)} ${two(hour)}:${minute}:${second}`);
  }
  if (withoutSeconds.test(text)) return readLocal(`${text}:00`);
  return text === cell ? null : readLocal(text);
}

function readZoned([, year = '', monthDay = '', clock = '', zone = '']: RegExpExecArray): ReadTime | null {
  const offset = zone === 'UTC' || zone === 'GMT' ? 'Z' : zone;
  const instant = parseIsoInstant(`${year.length === 2 ? `20${year}` : year}${monthDay}T${clock}${offset}`);
  return instant === undefined ? null : { instant, doubtful: false };
}

function two(digits: string): string {
  return digits.padStart(2, '0');
}
