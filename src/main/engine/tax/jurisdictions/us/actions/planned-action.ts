import type { AssetId } from '../../../../../../shared/domain/asset.ts';
import type { ContractSpec } from '../../../../../../shared/domain/contract-spec.ts';
import type { LotId } from '../../../../../../shared/domain/lot.ts';
import type { Money, Price, Quantity } from '../../../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import type { Offset, TaxPositionId } from '../straddles/straddle-case.ts';

/** Sells a part of a lot that is held by then: one of the ledger's, or one that an action before it bought. */
export interface PlannedSale {
  readonly kind: 'sell';
  readonly date: LocalDate;
  readonly lot: LotId;
  readonly quantity: Quantity;
  readonly price: Price;
  /** Lowers what is realised; positive. */
  readonly fee?: Money;
}

/** Buys coins as a new lot. No tax by itself. */
export interface PlannedPurchase {
  readonly kind: 'buy';
  readonly date: LocalDate;
  /** A name that no lot of the ledger has. */
  readonly lot: LotId;
  readonly asset: AssetId;
  readonly quantity: Quantity;
  readonly price: Price;
  readonly fee?: Money;
}

/** Opens a futures position that the ledger does not have. */
export interface PlannedOpening {
  readonly kind: 'open';
  readonly date: LocalDate;
  /** A name that no position of the ledger has. */
  readonly position: TaxPositionId;
  readonly spec: ContractSpec;
  readonly side: 'long' | 'short';
  /** Coins that it moves at `price`, positive. */
  readonly coins: Quantity;
  /** The contract's own. */
  readonly price: Price;
  readonly fee?: Money;
  /** What it offsets from that day on: of a short, lots and long futures. */
  readonly offsets: readonly PlannedOffset[];
}

export type PlannedOffset = Pick<Offset, 'long' | 'quantity'> & Partial<Pick<Offset, 'regime' | 'by'>>;

/** Closes a position of the ledger or of an action before it, all of it or a share. */
export interface PlannedClosing {
  readonly kind: 'close';
  readonly date: LocalDate;
  readonly position: TaxPositionId;
  /** The contract's own. */
  readonly price: Price;
  /** Of `outOf` such parts this many; without it, all that is open. */
  readonly part?: { readonly quantity: Quantity; readonly outOf: Quantity };
  readonly fee?: Money;
}

/** Funding or another payment of an open position; counted as the election about funding says. */
export interface PlannedPayment {
  readonly kind: 'pay';
  readonly date: LocalDate;
  readonly position: TaxPositionId;
  /** Signed: received is positive. In the reporting currency. */
  readonly amount: Money;
}

/** Something that is meant to happen today or later. Actions of one day happen in the order given. */
export type PlannedAction = PlannedSale | PlannedPurchase | PlannedOpening | PlannedClosing | PlannedPayment;
