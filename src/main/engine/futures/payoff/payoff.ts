import type { ContractSpec } from '../../../../shared/domain/contract-spec.ts';
import type { Price, Rate } from '../../../../shared/num/types.ts';
import type { Coins, OrderQuantity, PositionDirection, QuoteAmount, SettleAmount, Size } from '../units.ts';

/** The part of a contract's terms that turns order units into size. */
export type UnitTerms = Pick<ContractSpec, 'payoff' | 'multiplier' | 'quantityUnit'>;

/** Where a contract is valued: its own price, and what one unit of the settle asset costs (quanto needs it). */
export interface ValuationPoint {
  readonly price: Price;
  /** In quote money; one for contracts that settle in it. */
  readonly settlePrice: Price;
}

/**
 * What a kind of contract pays. One file a kind.
 *
 * A position is its *size*, which stays fixed while the price moves, and its *entry value*, what that size was worth in
 * the settle asset when entered. Both add up over fills and shrink in proportion when part is closed, so that average
 * entry, profit, fee and funding all follow from them and `valueAt`.
 * Every product and quotient rounds half-even to 18 decimals.
 */
export interface PayoffRules<S extends Size> {
  /** The size of an order. In: the price matters only where the box is in the other unit than the size. */
  sizeOf(terms: UnitTerms, order: OrderQuantity, price: Price): S;
  /** What to type into the quantity box for a size, before rounding to the venue's step. */
  orderOf(terms: UnitTerms, size: S, price: Price): OrderQuantity;
  /** What a size is worth in the settle asset at a price. */
  valueAt(size: S, price: Price): SettleAmount;
  /** The size that is worth so much of the settle asset at a price: the inverse of `valueAt`. */
  sizeWorth(value: SettleAmount, price: Price): S;
  /** Linear: arithmetic mean of the entry prices by size; inverse: harmonic. In: a size above zero. */
  averageEntry(size: S, entryValue: SettleAmount): Price;
  /** Gain from an entry value to an exit value of the same size. */
  profit(direction: PositionDirection, entryValue: SettleAmount, exitValue: SettleAmount): SettleAmount;
  /** The cash flow of a trade's fee: −rate × value, so a rebate (rate below zero) comes in. */
  fee(size: S, price: Price, rate: Rate): SettleAmount;
  /** The cash flow of one funding settlement: a positive rate means that longs pay shorts. */
  fundingPayment(direction: PositionDirection, size: S, mark: Price, rate: Rate): SettleAmount;
  /** What a size is worth in quote money. Never negative. */
  notional(size: S, at: ValuationPoint): QuoteAmount;
  /** Coins of the underlying whose gain in quote money a long position of this size has, for a small move of the price. */
  delta(size: S, at: ValuationPoint): Coins;
  /** The size that has a delta: the inverse of `delta`. */
  sizeForDelta(delta: Coins, at: ValuationPoint): S;
}
