import { priceOf } from '../../../shared/num/products.ts';
import { zeroPrice } from '../../../shared/num/types.ts';
import type { Money, Price, Quantity } from '../../../shared/num/types.ts';
import type { LotOrigin } from './lot-matching.ts';

/**
 * The part of a lot that lies in one pool. The only thing in the engine that changes in place: the walk takes units
 * and cost out of it. What methods sort by belongs to the lot and never changes, so that a split moves nothing.
 */
export interface Parcel {
  readonly origin: LotOrigin;
  /** The acquisition's place in ledger order: breaks ties of time. */
  readonly rank: number;
  /** Fees included, of the lot as it was acquired. */
  readonly unitCost: Price;
  quantity: Quantity;
  costBasis: Money;
}

/** A lot that was just acquired, whole. Rounds the sort key (not the basis) half-even to 18 decimals. */
export function parcelOf(origin: LotOrigin, rank: number): Parcel {
  const { quantity, costBasis } = origin;
  const unitCost = origin.basisUnknown ? zeroPrice : priceOf(costBasis, quantity, 'half-even');
  return { origin, rank, unitCost, quantity, costBasis };
}

/** A method is a sort key: which of two parcels leaves first. */
export type LotOrder = (a: Parcel, b: Parcel) => number;

/** By true acquisition, whenever the units arrived in the account; ties by place in the ledger. */
export function byAcquisition(a: Parcel, b: Parcel): number {
  const first = a.origin.acquired;
  const second = b.origin.acquired;
  return first < second ? -1 : first > second ? 1 : a.rank - b.rank;
}
