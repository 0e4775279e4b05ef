import type { Money, Price, Quantity } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { TermRates } from '../lot-matching.ts';
import type { LotKeys } from './lot-columns.ts';
import type { ParcelColumns } from './parcel-columns.ts';

/** What a method that looks at the disposal needs to know of it. */
export interface Leaving {
  readonly day: LocalDate;
  /** Per unit, after fees, rounded half-even to 18 decimals; null where no gain is taken: then units leave by acquisition. */
  readonly price: Price | null;
  readonly rates: TermRates;
}

/** The parcels that lie together, and which of them leaves next. */
export interface ParcelPool {
  add(parcel: number): void;
  /** The parcel that leaves next; −1 where the pool is empty. In: `leaving`, where the method looks at it. */
  first(leaving: Leaving | null): number;
  /** Takes units of a parcel out, with the cost that goes with them. */
  take(parcel: number, units: Quantity): Money;
  /** Whether an assumed cost of zero lowers what every unit of the pool costs. */
  readonly sharesAssumedCost: boolean;
  /** Every parcel that holds units, in no promised order. */
  parcels(): readonly number[];
  /** Gives every parcel a cost of its own: before another method takes over, and at the end. */
  settle(): void;
}

export interface PoolColumns {
  readonly parcels: ParcelColumns;
  readonly lots: LotKeys;
}

/** Makes an empty pool of one method. */
export type PoolOf = (columns: PoolColumns) => ParcelPool;
