import { fail, ok, type Result } from '../../shared/errors/failure.ts';
import { instantFromEpochMs, type Instant } from '../../shared/time/instant.ts';
import { parseLocalDate } from '../../shared/time/local-date.ts';
import { endOfDay, utc } from '../../shared/time/time-zone.ts';
import { factsOf } from './facts.ts';
import type { Session } from './session.ts';

/** The one "now" of a call: the clock, or the end of the day that the caller or the sample ledger fixes. */
export async function nowOf(session: Session, asOf: string | undefined): Promise<Result<Instant>> {
  const fixed = asOf === undefined ? session.ledger?.meta.sample?.asOf : parseLocalDate(asOf);
  if (fixed !== undefined) {
    const facts = await factsOf(session);
    return ok(endOfDay(fixed, facts.ok ? facts.value.timeZone : utc));
  }
  if (asOf === undefined) return ok(instantFromEpochMs(Date.now()));
  return fail(
    'call/invalid-input',
    { field: 'as-of', reason: 'expected a date such as 2026-12-31' },
    { field: 'as-of' },
  );
}
