/**
 * What the engine makes of the facts: computed when first asked for, kept as long as ledger and day stay the same.
 *
 * events (counted once, up to the end of the day) → price book → lots, positions → holdings → tax years
 */
import type { AccountId } from '../../shared/domain/account.ts';
import type { LedgerEvent } from '../../shared/domain/event.ts';
import type { Result } from '../../shared/errors/failure.ts';
import type { Instant } from '../../shared/time/instant.ts';
import type { LocalDate } from '../../shared/time/local-date.ts';
import type { OwnMovements } from '../engine/events/own-movements.ts';
import type { Positions } from '../engine/futures/positions.ts';
import type { Holdings } from '../engine/holdings/holdings.ts';
import type { LotMatching } from '../engine/lots/lot-matching.ts';
import type { TaxYears } from '../engine/tax/tax-years.ts';
import type { PriceBook } from '../engine/valuation/price-book.ts';
import type { CallContext } from './call-context.ts';
import type { Facts } from './facts.ts';

export interface Derived {
  readonly facts: Facts;
  /** The taxpayer's local day that figures are as of. */
  readonly asOf: LocalDate;
  /** The end of that day: later events and prices do not count. */
  readonly at: Instant;
  /** In ledger order; replaced events left out, and the legs of rows that repeat another. */
  readonly events: readonly LedgerEvent[];
  readonly prices: PriceBook;
  readonly movements: OwnMovements;
  readonly lots: LotMatching;
  readonly positions: Positions;
  readonly holdings: Holdings;
  readonly taxYears: TaxYears;
  /** The account's name, or "Elsewhere" for units that left without a known arrival. */
  accountName(account: AccountId): string;
}

/**
 * What the engine makes of the open ledger as of the call's day.
 * Errors: `ledger/locked`.
 */
export async function derivedOf(context: Pick<CallContext, 'session' | 'now'>): Promise<Result<Derived>> {
  throw new Error(`to come: ${String(context.now)}`);
}
