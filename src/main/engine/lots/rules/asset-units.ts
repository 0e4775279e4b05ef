import type { AccountId } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { EventId } from '../../../../shared/domain/event.ts';
import type { Disposal, LotId, MatchReason } from '../../../../shared/domain/lot.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';

/**
 * Units acquired at once. `left` and `leftCost` change in place: each rule takes from what the rules before it left.
 * Where a law merges the purchases of a day, this is the day's, named after its first.
 */
export interface Acquired {
  readonly lot: LotId;
  readonly event: EventId;
  readonly account: AccountId;
  /** Its place among all that the events did. */
  readonly rank: number;
  /** Of the event: what rules about days count from. */
  readonly date: LocalDate;
  /** Earlier than the event for units received with somebody else's basis and date. */
  readonly acquired: Instant;
  readonly acquiredDate: LocalDate;
  readonly quantity: Quantity;
  readonly basisUnknown: boolean;
  left: Quantity;
  leftCost: Money;
}

/** Some of the units that one event disposed of, with the cost that a rule gave them. */
export interface MatchedPart {
  readonly quantity: Quantity;
  readonly costBasis: Money;
  readonly reason: MatchReason;
  readonly lot: LotId;
  readonly acquired: Instant;
  readonly acquiredDate: LocalDate;
  readonly basisUnknown: boolean;
}

/** Units that one event disposed of. `left` and `parts` change in place as rules match them. */
export interface Gone {
  readonly event: EventId;
  readonly account: AccountId;
  readonly rank: number;
  readonly time: Instant;
  readonly date: LocalDate;
  readonly quantity: Quantity;
  /** Before `fee`; null where nobody knows. */
  readonly gross: Money | null;
  readonly fee: Money;
  readonly cause: Disposal['cause'];
  /** What becomes of the units' cost: it goes with them, or it stays with the units that are left. */
  readonly costStays: boolean;
  /** Whether units whose cost nobody knows are left out of the gains. */
  readonly leavesUnknownOut: boolean;
  left: Quantity;
  readonly parts: MatchedPart[];
  /** The part of its loss that the law denies. */
  denied: DeniedLoss | null;
}

/** A loss that the law does not let be taken yet. */
export interface DeniedLoss {
  /** Positive. */
  readonly amount: Money;
  readonly law: string;
}

/** The average cost of all units that no other rule matched. */
export interface Pool {
  readonly lot: LotId;
  quantity: Quantity;
  cost: Money;
  /** The purchase that filled it when it was last empty; null while it never was filled. */
  opened: Acquired | null;
  /** True from when units of unknown cost came in until it is empty again. */
  basisUnknown: boolean;
}

/** All that was acquired and disposed of in one asset, in all accounts, each in ledger order. */
export interface AssetUnits {
  readonly asset: AssetId;
  readonly acquired: readonly Acquired[];
  readonly gone: readonly Gone[];
  readonly pool: Pool;
}

/** Matches some of what is left. */
export interface MatchingRule {
  readonly law: string;
  readonly match: (units: AssetUnits) => void;
}

/** Rules that apply one after the other, and what holds for all of them. */
export interface RuleSequence {
  readonly law: string;
  readonly rules: readonly MatchingRule[];
  /** Whether all purchases of one day are one purchase. */
  readonly mergesDays: boolean;
  /** For so many days after a disposal, what happens then can still change it. */
  readonly lookAheadDays: number;
  /** Whether a rule denies losses. */
  readonly deniesLosses: boolean;
  /** Whether it can change a disposal that the rules gave this much. */
  readonly canChange: (gone: Gone) => boolean;
}
