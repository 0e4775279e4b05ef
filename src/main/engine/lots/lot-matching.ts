import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { EventId, IncomeReason, LedgerEvent } from '../../../shared/domain/event.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { Disposal, LotId, LotMethod, OpenLot } from '../../../shared/domain/lot.ts';
import type { Money, Quantity } from '../../../shared/num/types.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { TimeZone } from '../../../shared/time/time-zone.ts';
import type { OwnMovement } from '../events/own-movement.ts';
import type { PriceBook } from '../valuation/price-book.ts';

/** `account`: units are matched inside one account (US: from 2025-01-01). `universal`: one pool per asset. */
export type BasisScope = 'account' | 'universal';

/** Units that a sale names by lot instead of leaving the choice to the method. */
export interface LotChoice {
  readonly lot: LotId;
  readonly quantity: Quantity;
}

export interface LotOptions {
  /** The method of the tax year in which units leave. */
  readonly methodOf: (year: number) => LotMethod;
  readonly scope: BasisScope;
  /** The jurisdiction's holding-period rule: first date on which a disposal is long-term. */
  readonly longTermFrom: (acquired: LocalDate) => LocalDate;
  /** The taxpayer's: decides local dates, so terms and tax years. */
  readonly timeZone: TimeZone;
  readonly prices: PriceBook;
  /** Moves between own accounts, by the event that sends and the event that receives. */
  readonly movements: readonly OwnMovement[];
  /** Rebates paid into these belong to the futures' results; into others they are income. */
  readonly futuresAccounts?: ReadonlySet<AccountId>;
  /** Specific identification, by event. */
  readonly chosenLots?: ReadonlyMap<EventId, readonly LotChoice[]>;
}

/** Coins or money received as income, at the value they had when received. */
export interface IncomeItem {
  readonly event: EventId;
  readonly time: Instant;
  readonly date: LocalDate;
  readonly asset: AssetId;
  readonly account: AccountId;
  readonly quantity: Quantity;
  readonly value: Money;
  readonly reason: IncomeReason;
}

/** A lot as it was when it was acquired: what traces start from. */
export interface LotOrigin {
  readonly id: LotId;
  readonly event: EventId;
  readonly asset: AssetId;
  readonly account: AccountId;
  readonly quantity: Quantity;
  /** Fees included. */
  readonly costBasis: Money;
  readonly acquired: Instant;
  readonly acquiredDate: LocalDate;
  readonly longTermFrom: LocalDate;
  readonly basisUnknown: boolean;
}

export interface LotMatching {
  /** By asset, account, acquisition. */
  readonly openLots: readonly OpenLot[];
  /** In the order in which units left. */
  readonly disposals: readonly Disposal[];
  readonly income: readonly IncomeItem[];
  readonly origins: ReadonlyMap<LotId, LotOrigin>;
  readonly issues: readonly Issue[];
}

/** Events in ledger order, counted once: what `orderedEvents` and `countOnce` leave. */
export type CountedEvents = readonly LedgerEvent[];
