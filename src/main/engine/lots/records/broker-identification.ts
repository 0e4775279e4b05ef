import type { AccountId, AccountKind } from '../../../../shared/domain/account.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import { startOfDay } from '../../../../shared/time/time-zone.ts';
import type { TimeZone } from '../../../../shared/time/time-zone.ts';

/** Who holds the units of an account, and whose days count: what decides which records about lots have effect. */
export interface RecordContext {
  /** undefined for an account that nobody knows. */
  kindOf(account: AccountId): AccountKind | undefined;
  /** The taxpayer's. */
  readonly timeZone: TimeZone;
}

/**
 * The first day on which units that a broker holds are identified to the broker, not only in one's own books.
 * Law: Reg. 1.1012-1(j)(3)(ii); own books suffice for 2025 (Notice 2025-7) and for 2026 (Notice 2026-20).
 */
export const brokerMustBeToldFrom = localDate('2027-01-01');

/** From when on a record about the account's lots counts only if a broker was told; null where no broker holds it. */
export function mustBeToldFrom(account: AccountId, { kindOf, timeZone }: RecordContext): Instant | null {
  const kind = kindOf(account);
  const heldByBroker = kind === 'exchange' || kind === 'futures';
  return heldByBroker ? startOfDay(brokerMustBeToldFrom, timeZone) : null;
}
