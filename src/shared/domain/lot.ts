import type { Money, Quantity } from '../num/types.ts';
import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { AccountId } from './account.ts';
import type { AssetId } from './asset.ts';
import type { EventId } from './event.ts';

/** The acquiring event's id; a second lot of one event carries "#2", and so on. Stable through transfers and splits. */
export type LotId = string & { readonly __id: 'lot' };

/** A parcel still held. */
export interface OpenLot {
  readonly id: LotId;
  readonly event: EventId;
  readonly asset: AssetId;
  readonly account: AccountId;
  readonly quantity: Quantity;
  readonly acquired: Instant;
  readonly acquiredDate: LocalDate;
  /** Of the quantity still held, fees included, in the reporting currency. */
  readonly costBasis: Money;
  /** First local date on which a disposal is long-term. */
  readonly longTermFrom: LocalDate;
  /** True where nobody knows what the units cost: counted as zero and said so. */
  readonly basisUnknown: boolean;
}

export type Term = 'short' | 'long';

/** The taxable result of the part of one lot that one event disposed of. */
export interface Disposal {
  readonly event: EventId;
  readonly asset: AssetId;
  readonly account: AccountId;
  readonly quantity: Quantity;
  readonly lot: LotId;
  readonly acquired: Instant;
  readonly acquiredDate: LocalDate;
  readonly disposed: Instant;
  readonly disposedDate: LocalDate;
  /** After the fee that belongs to the sale. */
  readonly proceeds: Money;
  readonly costBasis: Money;
  readonly gain: Money;
  readonly term: Term;
  /** Why the units left: the event's kind, or 'fee' for units that paid a fee. */
  readonly cause: 'sale' | 'swap' | 'fee' | 'spend' | 'transfer-fee' | 'gift' | 'donation' | 'loss';
  readonly reason: MatchReason;
  /** True where the gain rests on an assumed cost of zero. */
  readonly basisUnknown: boolean;
}

export const LOT_METHODS = [
  'fifo', // first in, first out
  'lifo', // last in, first out
  'hifo', // highest cost per unit first, fees included
  'lofo', // lowest cost per unit first, fees included
  'lowest-tax', // least tax per unit first: losses before gains, by term and rate of the taxpayer's year
  'specific', // what each sale identifies; what it does not, first in, first out
  'average', // average cost of the pool; dates first in, first out
  'section-104', // same day, then the thirty days after, then the pool
] as const;
/** Which units leave. */
export type LotMethod = (typeof LOT_METHODS)[number];

/**
 * Why just these units left: the method in force, a matching rule that goes before it, or, where units were missing and
 * the taxpayer elected it, the assumption that they cost nothing.
 */
export type MatchReason = LotMethod | 'identified' | 'same-day' | 'thirty-days' | 'pool' | 'zero-cost';
