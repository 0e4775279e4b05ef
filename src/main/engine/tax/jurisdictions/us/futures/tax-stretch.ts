import type { ContractSpec } from '../../../../../../shared/domain/contract-spec.ts';
import type { Money, Price } from '../../../../../../shared/num/types.ts';
import type { Instant } from '../../../../../../shared/time/instant.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import type { OpenSize } from '../../../../futures/apply-fill.ts';
import type { FuturesResult } from '../../../../futures/position.ts';
import type { Size } from '../../../../futures/units.ts';
import type { FuturesStretch } from '../../../../futures/stretch.ts';
import type { DatedGain, StraddleFuture, TaxPositionId } from '../straddles/straddle-case.ts';

/** A row of the ledger at its value. */
export interface ValuedResult {
  readonly result: FuturesResult;
  readonly date: LocalDate;
  /** In the reporting currency, signed; of a divided fee only this position's part. */
  readonly value: Money;
}

/** A part of a position's result on the day it counts, with what it rests on. */
export interface RecognisedGain extends DatedGain {
  readonly rests:
    | { readonly on: 'row'; readonly row: ValuedResult }
    /**
     * Fees and funding that waited for the close, of a partial close its share of what waited then: `waitingRows` before
     * this place, less what earlier closes took.
     */
    | {
        readonly on: 'waiting';
        readonly waited: Money;
        readonly closed: Size;
        readonly of: Size;
        readonly rows: number;
      };
}

/** What waits for the close of a position from a moment on. */
export interface WaitingCosts {
  readonly time: Instant;
  readonly waiting: Money;
}

/** A futures position from leaving zero to coming back, as tax sees it. */
export interface TaxStretch {
  readonly id: TaxPositionId;
  readonly spec: ContractSpec;
  readonly stretch: FuturesStretch;
  readonly openedOn: LocalDate;
  readonly closedOn: LocalDate | null;
  /** As the straddle rules read it; `results` are `recognised`. */
  readonly future: StraddleFuture;
  readonly recognised: readonly RecognisedGain[];
  /** By time. Empty where nothing waits (section 1256 contracts). */
  readonly waiting: readonly WaitingCosts[];
  /** Every row that ever waited for the close, in ledger order. */
  readonly waitingRows: readonly ValuedResult[];
  /** Funding that is neither income nor deducted by the election in force. */
  readonly leftOut: readonly ValuedResult[];
  /** Funding that is added to the cost of what is hedged. */
  readonly carried: readonly ValuedResult[];
  /** What is open now; null where it is closed. */
  readonly open: OpenSize | null;
}

/** Where an open position stood at a year's end. */
export interface StretchYearEnd {
  readonly year: number;
  readonly date: LocalDate;
  readonly price: Price;
  readonly unrealised: Money;
}
