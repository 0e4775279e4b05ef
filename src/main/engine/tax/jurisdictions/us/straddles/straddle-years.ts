import type { Issue } from '../../../../../../shared/domain/issue.ts';
import type { LotId } from '../../../../../../shared/domain/lot.ts';
import type { Rule } from '../../../../../../shared/domain/trace.ts';
import type { Money, Quantity } from '../../../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import type { LossCharacter, Offset, TaxPositionId } from './straddle-case.ts';

export type TaxCharacter = 'short' | 'long' | 'section1256' | 'ordinary';

/**
 * An amount that counts in a year. Of futures all of it is here; of lots only what straddle rules change against the plain
 * disposals (a gain that turns short-term: minus long, plus short; a loss that waits: plus its loss back).
 */
export interface TaxItem {
  readonly year: number;
  readonly character: TaxCharacter;
  /** Signed. */
  readonly amount: Money;
  readonly of: TaxPositionId | LotId;
  /** The disposal it changes, for lots. */
  readonly disposal?: string;
  /** Units of the disposal that it is about, for lots. */
  readonly quantity?: Quantity;
  readonly kind:
    | 'result' // realised on a futures position
    | 'mark' // deemed sale at the year's end
    | 'mark-taken-back' // of the year before
    | 'deferred' // a loss (or part) that waits: adds it back
    | 'released' // a loss that waited and counts now
    | 'term' // another term or character by straddle rules
    | 'basis' // a gain that is smaller or larger by an adjusted basis
    | 'disallowed' // wash sale, identified straddle: never deducted as such
    | 'deemed-sale'; // constructive sale
  readonly rule: Rule;
}

/** A straddle loss that waits at the end of a year. */
export interface DeferredLoss {
  readonly position: TaxPositionId | LotId;
  /** The year in which it was sustained. */
  readonly sustained: number;
  /** Positive. */
  readonly amount: Money;
  readonly character: LossCharacter;
  /** The unrecognised gains that hold it back. Selling or closing these frees it. */
  readonly blockedBy: readonly { readonly of: TaxPositionId | LotId; readonly amount: Money }[];
  /** Gain that holds nothing back yet and would take the place of what is sold or closed. */
  readonly furtherGain: Money;
}

/** A loss of a year on a position of a straddle, as Form 6781 Part II Section A lists it. */
export interface StraddleLoss {
  readonly position: TaxPositionId | LotId;
  readonly opened: LocalDate;
  /** null while it was open at the year's end: the loss of a section 1256 contract is then that of its mark. */
  readonly closed: LocalDate | null;
  /** Positive; with what waited from earlier years apart. */
  readonly loss: Money;
  readonly carriedIn: Money;
  /** Column (g): unrecognised gain on offsetting positions; what other losses took, or list already, left out. */
  readonly unrecognisedGain: Money;
  /** Column (h). */
  readonly recognised: Money;
  readonly character: LossCharacter;
}

/** An unrecognised gain at a year's end, as Form 6781 Part III lists it. */
export interface UnrecognisedGain {
  readonly of: TaxPositionId | LotId;
  readonly quantity: Quantity;
  readonly value: Money;
  readonly costBasis: Money;
  readonly gain: Money;
}

/** What a straddle did to the clock of a part of a lot. */
export interface HoldingPeriod {
  readonly lot: LotId;
  readonly quantity: Quantity;
  /** Of them, what is still held at the end of the case. */
  readonly held: Quantity;
  /** When the straddle ended the holding period. */
  readonly ended: LocalDate;
  /** null while an offsetting position is held. */
  readonly restartsOn: LocalDate | null;
  /** First date of a long-term sale; null while it stands still. */
  readonly longTermFrom: LocalDate | null;
  readonly by: TaxPositionId;
}

export interface BasisAdjustment {
  readonly lot: LotId;
  readonly quantity: Quantity;
  /** Added to the cost basis; negative lowers it. */
  readonly amount: Money;
  readonly date: LocalDate;
  readonly rule: Rule;
}

export interface StraddleYear {
  readonly year: number;
  readonly items: readonly TaxItem[];
  readonly losses: readonly StraddleLoss[];
  /** Waiting at the end of the year. */
  readonly deferred: readonly DeferredLoss[];
  readonly unrecognised: readonly UnrecognisedGain[];
}

export interface StraddleYears {
  /** From the case's first year to its last. */
  readonly years: readonly StraddleYear[];
  /**
   * What counted as an offset: both sides, the days both were there, the regime the figures were computed with. Without those
   * that no rule treats as a straddle (section 1256 contracts alone, other coins, not actively traded).
   */
  readonly offsets: readonly Offset[];
  readonly holdingPeriods: readonly HoldingPeriod[];
  readonly basisAdjustments: readonly BasisAdjustment[];
  readonly issues: readonly Issue[];
}
