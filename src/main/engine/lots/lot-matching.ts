import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { EventId, IncomeReason, LedgerEvent } from '../../../shared/domain/event.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { AllocationWay, LotChoice } from '../../../shared/domain/lot-records.ts';
import type { Disposal, LotId, LotMethod, OpenLot } from '../../../shared/domain/lot.ts';
import type { Money, Quantity, Rate } from '../../../shared/num/types.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { TimeZone } from '../../../shared/time/time-zone.ts';
import type { OwnMovement } from '../events/own-movement.ts';
import type { PriceBook } from '../valuation/price-book.ts';
import type { CarriedUnits } from './matching/carried-units.ts';
import type { DisposedAmounts, DisposedYear } from './realised-by-year.ts';

/**
 * `account`: units are matched inside one account. `universal`: one pool per asset. Or one pool until the start of a
 * local day, and what is then left divided among the accounts (US: 2025-01-01, Rev. Proc. 2024-28).
 */
export type BasisScope =
  | 'account'
  | 'universal'
  | { readonly universalUntil: LocalDate; readonly allocation: AllocationWay | null };

/** What a gain of each term is taxed at. */
export interface TermRates {
  readonly short: Rate;
  readonly long: Rate;
}

/** Choices that the law leaves open and that change lots. */
export interface LotElections {
  /** The network fee of a transfer: disposed of, or its basis added to what arrives. */
  readonly transferFee: 'disposal' | 'into-basis';
  /** Units whose cost nobody knows: counted as costing nothing, or left out of the gains. */
  readonly unknownCost: 'zero-cost' | 'left-out';
  /** Units disposed of beyond what is held: left out of the gains, or counted as costing nothing. */
  readonly missingUnits: 'left-out' | 'zero-cost';
}

export const defaultLotElections: LotElections = {
  transferFee: 'disposal',
  unknownCost: 'zero-cost',
  missingUnits: 'left-out',
};

/** What decides what events do to lots. */
export interface MoveOptions {
  /** The taxpayer's: decides local dates, so terms and tax years. */
  readonly timeZone: TimeZone;
  readonly prices: PriceBook;
  /** Moves between own accounts, by the event that sends and the event that receives. */
  readonly movements: readonly OwnMovement[];
  /** Rebates paid into these belong to the futures' results; into others they are income. */
  readonly futuresAccounts?: ReadonlySet<AccountId>;
  readonly elections?: Partial<LotElections>;
}

/** What decides which units leave. */
export interface MatchOptions {
  /** The method in force for an account at an instant. */
  methodAt(account: AccountId, time: Instant): LotMethod;
  readonly scope: BasisScope;
  /** The end of what is asked about; without it, after all law. */
  readonly at?: Instant;
  /** The jurisdiction's holding-period rule: first date on which a disposal is long-term. */
  longTermFrom(acquired: LocalDate): LocalDate;
  readonly timeZone: TimeZone;
  /** Specific identification, by event; only what was recorded in time. */
  readonly chosenLots?: ReadonlyMap<EventId, readonly LotChoice[]>;
  /** By year of the local date: what `lowest-tax` sorts by. */
  ratesOf?(year: number): TermRates;
  readonly elections?: Partial<LotElections>;
}

export type LotOptions = MoveOptions & MatchOptions;

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

/** A part of a lot that left for good. */
export interface LotLeft {
  /** Its place among the disposals. */
  readonly place: number;
  /** Its place among the disposals of its event, from one: what ids say. */
  readonly number: number;
  readonly event: EventId;
  readonly time: Instant;
  readonly quantity: Quantity;
}

/** A lot over its whole life. */
export interface LotLife {
  readonly id: LotId;
  readonly asset: AssetId;
  /** When its units were acquired, and when the ledger got them (a gift's may be later). */
  readonly acquiredDate: LocalDate;
  readonly since: Instant;
  readonly quantity: Quantity;
  /** Cost basis of what is still held. */
  readonly heldCost: Money;
  /** In the order in which they left. */
  readonly left: readonly LotLeft[];
}

export interface LotMatching {
  /** By asset, account, acquisition. Made when first read. */
  readonly openLots: readonly OpenLot[];
  /** In the order in which units left. Made when first read. */
  readonly disposals: readonly Disposal[];
  readonly disposalCount: number;
  /** One of them, by its place. */
  disposalAt(place: number): Disposal;
  /** What one of them comes to: for sums, without making the rest of it. */
  amountsAt(place: number): DisposedAmounts;
  /** What taxed disposals of each local calendar year come to, in order. */
  readonly years: readonly DisposedYear[];
  readonly income: readonly IncomeItem[];
  originOf(lot: LotId): LotOrigin | undefined;
  /** Everything that lots ever were of. */
  readonly assets: readonly AssetId[];
  /** Every lot there ever was of an asset, by acquisition, with what left of it. Made when first asked for. */
  livesOf(asset: AssetId): readonly LotLife[];
  /** The moves between own accounts that parts of a lot went through, in order of arrival. */
  carriedOf(lot: LotId): readonly CarriedUnits[];
  readonly issues: readonly Issue[];
}

/** Events in ledger order, counted once: what `orderedEvents` and `countOnce` leave. */
export type CountedEvents = readonly LedgerEvent[];
