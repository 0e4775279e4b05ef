import { parseIsoInstant } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import { startOfDay } from '../../../../shared/time/time-zone.ts';
import type { TimeZone } from '../../../../shared/time/time-zone.ts';

/** The instant of a time of the calculator: a date is its first instant in the zone. */
export function instantOf(text: string, zone: TimeZone): Instant {
  return parseIsoInstant(text) ?? startOfDay(localDate(text), zone);
}

/** Whether a text has a shape of a time but is none that can be computed with: a leap second, say. */
export function isNoTime(text: string): boolean {
  return text.includes('T') && parseIsoInstant(text) === undefined;
}
