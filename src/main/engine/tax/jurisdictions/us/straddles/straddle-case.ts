/**
 * What the straddle rules work on: lots and futures positions with what they realised, and which offset which.
 *
 * It knows no ledger: `calc straddle-year` fills it from a document, `us-facts` from events, legs and records.
 */
import type { AssetId } from '../../../../../../shared/domain/asset.ts';
import type { EventId } from '../../../../../../shared/domain/event.ts';
import type { LotId, Term } from '../../../../../../shared/domain/lot.ts';
import type { StraddleRegime, TaxElectionValues } from '../../../../../../shared/domain/tax-elections.ts';
import type { Money, Price, Quantity } from '../../../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';

/** A futures position from leaving zero to coming back: "cme:MBT@acc#1". Unique within a case; never a lot's id. */
export type TaxPositionId = string & { readonly __id: 'tax-position' };

/** A part of a lot that left. */
export interface LotDeparture {
  /** The disposal behind it: "<event>/<n>", as `disposal:` explain ids name it. */
  readonly id: string;
  readonly date: LocalDate;
  readonly quantity: Quantity;
  readonly proceeds: Money;
  readonly costBasis: Money;
  /** By the plain holding-period rule, straddles left out. */
  readonly term: Term;
  /** False for gifts, donations and losses: they end the holding, no gain is recognised. */
  readonly taxed: boolean;
}

/** A lot that is or was part of a straddle, over its whole life. */
export interface StraddleLot {
  readonly id: LotId;
  readonly asset: AssetId;
  /** When acquired, with its cost. */
  readonly quantity: Quantity;
  readonly costBasis: Money;
  readonly acquired: LocalDate;
  /** By date. */
  readonly departures: readonly LotDeparture[];
}

/** A result as it is recognised, signed; 1256 results may be dated after the last business day: they are next year's. */
export interface DatedGain {
  readonly date: LocalDate;
  /** The tax year it belongs to. */
  readonly year: number;
  readonly amount: Money;
  /** `ordinary`: funding treated as ordinary income (a cost that is not deductible is left out, not negative here). */
  readonly character: 'capital' | 'ordinary';
  readonly event: EventId | null;
}

/** What an open position would bring on the last business day of a year; null where nobody knows the price. */
export interface YearEndUnrealised {
  readonly year: number;
  readonly date: LocalDate;
  readonly price: Price;
  readonly unrealised: Money;
}

export interface StraddleFuture {
  readonly id: TaxPositionId;
  readonly asset: AssetId;
  /** For words: "MBT". */
  readonly name: string;
  readonly side: 'long' | 'short';
  /** By contract and the user's override, elections by straddle left out. */
  readonly section1256: boolean;
  /** Coins at its largest, positive. */
  readonly coins: Quantity;
  readonly opened: LocalDate;
  /** null while open. */
  readonly closed: LocalDate | null;
  /** By date. Without year-end marks: those are made of `yearEnds`. */
  readonly results: readonly DatedGain[];
  /** One for each year end at which it was open and a price is known; by year. */
  readonly yearEnds: readonly YearEndUnrealised[];
}

/** What one position offsets of another, and when. */
export interface Offset {
  readonly short: TaxPositionId;
  /** A lot, or a long future. */
  readonly long: LotId | TaxPositionId;
  /** Coins of the long side that are covered, positive. */
  readonly quantity: Quantity;
  readonly from: LocalDate;
  /** The day it ended (short closed, long sold, identified anew); null while it lasts. */
  readonly until: LocalDate | null;
  readonly regime: StraddleRegime;
  /**
   * `record`: a dated identification of that day; `late`: recorded afterwards; `presumed`: by 1092(c)(3) alone; `planned`:
   * as saving and opening it in time would record it; `tax-details`: as the tax details say of years before the ledger.
   */
  readonly by: 'record' | 'late' | 'presumed' | 'planned' | 'tax-details';
}

/** A loss that waited before the first year of the case. */
export interface WaitingLoss {
  readonly position: TaxPositionId | LotId;
  /** The year in which it was sustained. */
  readonly year: number;
  /** Positive. */
  readonly amount: Money;
  readonly character: LossCharacter;
}

/**
 * `section1256` only for results of section 1256 contracts; `sixty-forty` for a loss beside them that Reg. 1.1092(b)-2T(b)(2)
 * makes 60 % long-term and 40 % short-term.
 */
export type LossCharacter = 'short' | 'long' | 'section1256' | 'sixty-forty';

/** An amount paid to carry a straddled position: 263(g) adds it to the cost of what it carried. */
export interface CarryingCost {
  readonly date: LocalDate;
  /** Positive. */
  readonly amount: Money;
  readonly position: TaxPositionId;
}

export interface StraddleCase {
  readonly lots: readonly StraddleLot[];
  readonly futures: readonly StraddleFuture[];
  readonly offsets: readonly Offset[];
  readonly waiting: readonly WaitingLoss[];
  readonly carryingCosts: readonly CarryingCost[];
  /** Years to assess, first to last; marks of a year are needed only where it has ended. */
  readonly firstYear: number;
  readonly lastYear: number;
  /** What is not after this day is fact; a year whose last business day is later has no marks yet. */
  readonly asOf: LocalDate;
  readonly elections: TaxElectionValues;
  /** What one unit of a coin was worth on a day (its last price of that day or before); null where nobody knows. */
  priceOn(asset: AssetId, date: LocalDate): Price | null;
}
