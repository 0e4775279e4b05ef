import type { ContractTerms } from '../../../shared/domain/contract-terms.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { dayOf, monthOf, yearOf } from '../../../shared/time/local-date.ts';
import { instantOfLocal, timeZone, utc } from '../../../shared/time/time-zone.ts';

/** When the final price of a dated contract is fixed. */
export interface FixingTime {
  readonly at: Instant;
  /** The catalogue does not say the hour: noon UTC is taken. */
  readonly assumed: boolean;
}

const NOON = { time: '12:00', zone: null } as const;

/**
 * The instant at which a dated contract's final price is fixed: its expiry day at the local hour of the fixing, summer
 * time counted. null for a perpetual contract.
 */
export function fixingTime(terms: Pick<ContractTerms, 'expiry' | 'fixing'>): FixingTime | null {
  const { expiry, fixing } = terms;
  if (expiry === null) return null;
  const { time, zone } = fixing ?? NOON;
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const { instant } = instantOfLocal(
    {
      year: yearOf(expiry),
      month: monthOf(expiry),
      day: dayOf(expiry),
      hour,
      minute,
      second: 0,
      ms: 0,
    },
    zone === null ? utc : timeZone(zone),
  );
  return { at: instant, assumed: fixing === null };
}
