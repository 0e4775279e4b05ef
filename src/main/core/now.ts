import { fail, ok, type Result } from '../../shared/errors/failure.ts';
import { instantFromEpochMs, type Instant } from '../../shared/time/instant.ts';
import { parseLocalDate } from '../../shared/time/local-date.ts';
import { endOfDay, utc } from '../../shared/time/time-zone.ts';
import type { Session } from './session.ts';

/** The one "now" of a call: the clock, or the end of the day that the caller fixes. */
export function nowOf(_session: Session, asOf: string | undefined): Result<Instant> {
  if (asOf === undefined) return ok(instantFromEpochMs(Date.now()));
  const date = parseLocalDate(asOf);
  if (date === undefined) {
    return fail('call/invalid-input', { field: 'as-of', reason: 'expected a date such as 2026-12-31' }, { field: 'as-of' });
  }
  return ok(endOfDay(date, utc));
}
