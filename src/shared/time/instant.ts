import { InvariantError, invariant } from '../invariant.ts';
import { isCivilDate } from './civil.ts';

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
  // Not `invariant`: building its message for each of a million rows would cost more than the check.
  if (!isEpochMs(n)) throw new InvariantError(`not epoch milliseconds: ${n}`);
  return n as unknown as Instant;
}

/** Milliseconds since 1970 UTC. */
export function epochMs(instant: Instant): number {
  return instant as unknown as number;
}

const isoInstant =
  /^([1-9]\d{3})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d\d):?(\d\d))$/;

/**
 * The instant in ISO 8601 text with a zone, or undefined.
 * In: `2025-01-02T03:04[:05[.678]]` and `Z` or an offset; capital `T` and `Z`; real dates only, no
 * 24:00 and no leap second. Rounds: decimals beyond the millisecond are cut off.
 */
export function parseIsoInstant(text: string): Instant | undefined {
  const match = isoInstant.exec(text);
  if (match === null) return undefined;
  const field = (n: number): number => Number(match[n] ?? 0);
  const [year, month, day] = [field(1), field(2), field(3)];
  const [hour, minute, second] = [field(4), field(5), field(6)];
  const [offsetHour, offsetMinute] = [field(9), field(10)];
  if (!isCivilDate(year, month, day) || hour > 23 || minute > 59 || second > 59) return undefined;
  if (offsetHour > 23 || offsetMinute > 59) return undefined;

  const fraction = Number((match[7] ?? '0').padEnd(3, '0').slice(0, 3));
  const offset = (offsetHour * 60 + offsetMinute) * (match[8] === '-' ? -60_000 : 60_000);
  const ms = Date.UTC(year, month - 1, day, hour, minute, second, fraction) - offset;
  return isEpochMs(ms) ? (ms as unknown as Instant) : undefined;
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
