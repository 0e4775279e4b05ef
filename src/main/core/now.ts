import { fail, ok, type Result } from '../../shared/errors/failure.ts';
import type { Instant } from '../../shared/time/instant.ts';
import { parseLocalDate, yearOf } from '../../shared/time/local-date.ts';
import { endOfDay, utc } from '../../shared/time/time-zone.ts';
import { factsOf } from './facts.ts';
import type { Session } from './session.ts';

/** Far enough from the ends of the calendar that every day has a next one. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;

/** The instant that an answer is as of: the clock, or the end of the day that the caller or the sample ledger fixes. */
export async function nowOf(
  session: Session,
  asOf: string | undefined,
  clock: Instant,
): Promise<Result<Instant>> {
  const fixed = asOf === undefined ? session.ledger?.meta.sample?.asOf : parseLocalDate(asOf);
  if (fixed !== undefined && (yearOf(fixed) < FIRST_YEAR || yearOf(fixed) > LAST_YEAR))
    return invalidAsOf(`expected a year from ${FIRST_YEAR} to ${LAST_YEAR}`);
  if (fixed !== undefined) {
    const facts = await factsOf(session);
    return ok(endOfDay(fixed, facts.ok ? facts.value.timeZone : utc));
  }
  return asOf === undefined ? ok(clock) : invalidAsOf('expected a date such as 2026-12-31');
}

/**
 * Storing as of another day would give the ledger a past or a future that never was; a sample ledger is a try-out.
 * Errors: `call/invalid-input`, naming `as-of`.
 */
export function expectPresent({ ledger }: Session, asOf: string | undefined): Result<void> {
  const storesOnAnotherDay = asOf !== undefined && ledger !== null && ledger.meta.sample === null;
  return storesOnAnotherDay
    ? invalidAsOf('this stores something, and what is stored is always of today: leave it out here')
    : ok(undefined);
}

function invalidAsOf(reason: string): Result<never> {
  return fail('call/invalid-input', { field: 'as-of', reason }, { field: 'as-of' });
}
