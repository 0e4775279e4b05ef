import { invariant } from '../invariant.ts';

declare const tag: unique symbol;

/**
 * A point in time, to the millisecond, whatever the place. At run time epoch milliseconds UTC;
 * `<`, `===` and `Map` keys work, arithmetic goes through the functions here.
 */
export interface Instant {
  readonly [tag]: 'instant';
}

const earliestMs = Date.UTC(1000, 0, 1);
const endMs = Date.UTC(10_000, 0, 1);

/** Whether a number is whole milliseconds within the years 1000 to 9999: what an `Instant` can hold. */
export function isEpochMs(n: number): boolean {
  return Number.isInteger(n) && n >= earliestMs && n < endMs;
}

/** The instant so many milliseconds after 1970 UTC. Errors: throws where `isEpochMs` is false. */
export function instantFromEpochMs(n: number): Instant {
  invariant(isEpochMs(n), `not epoch milliseconds: ${n}`);
  return n as unknown as Instant;
}

/** Milliseconds since 1970 UTC. */
export function epochMs(instant: Instant): number {
  return instant as unknown as number;
}

const isoInstant =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d\d):?(\d\d))$/;

/**
 * The instant in ISO 8601 text with a zone, or undefined.
 * In: `2025-01-02T03:04[:05[.678]]` and `Z` or an offset; capital `T` and `Z`; real dates only, no
 * 24:00 and no leap second. Rounds: decimals beyond the millisecond are cut off.
 */
export function parseIsoInstant(text: string): Instant | undefined {
  const match = isoInstant.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second = '0', fraction = '0', sign, ...offset] = match;
  const offsetMinutes = Number(offset[0] ?? 0) * 60 + Number(offset[1] ?? 0);
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  if (Number(offset[0] ?? 0) > 23 || Number(offset[1] ?? 0) > 59) return undefined;

  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (!isSameDate(midnight, Number(month), Number(day))) return undefined;
  const minutes = Number(hour) * 60 + Number(minute) - (sign === '-' ? -offsetMinutes : offsetMinutes);
  const ms = midnight + minutes * 60_000 + Number(second) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
  return isEpochMs(ms) ? instantFromEpochMs(ms) : undefined;
}

/** `Date.UTC` rolls 30 February over into March; this tells. */
function isSameDate(midnight: number, month: number, day: number): boolean {
  const date = new Date(midnight);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The instant in ISO text that this program wrote. Errors: throws where `parseIsoInstant` is undefined. */
export function instantFromIso(text: string): Instant {
  const instant = parseIsoInstant(text);
  invariant(instant !== undefined, `not an ISO instant: ${JSON.stringify(text)}`);
  return instant;
}

/** `2025-01-02T03:04:05.678Z`; without the decimals where they are zero. */
export function toIso(instant: Instant): string {
  const text = new Date(epochMs(instant)).toISOString();
  return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text;
}

/** The order of two instants, for sorting. */
export function compareInstants(a: Instant, b: Instant): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The instant so many milliseconds later; earlier where negative. Errors: throws beyond the range. */
export function addDuration(instant: Instant, ms: number): Instant {
  return instantFromEpochMs(epochMs(instant) + ms);
}

/** Milliseconds from one instant to another; negative where `to` is the earlier. */
export function msBetween(from: Instant, to: Instant): number {
  return epochMs(to) - epochMs(from);
}
