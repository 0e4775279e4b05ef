import { isPositive } from '../../../../shared/num/arithmetic.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import type { LotOrder } from './lot-columns.ts';
import { ParcelHeap } from './parcel-heap.ts';
import type { ParcelPool, PoolColumns, PoolOf } from './parcel-pool.ts';

/** A pool whose parcels leave by a fixed order of their lots. */
export class OrderedPool implements ParcelPool {
  readonly sharesAssumedCost = false;
  readonly #columns: PoolColumns;
  readonly #heap: ParcelHeap;

  constructor(columns: PoolColumns, order: LotOrder) {
    this.#columns = columns;
    this.#heap = new ParcelHeap(parcelOrder(columns, order));
  }

  add(parcel: number): void {
    this.#heap.add(parcel);
  }

  first(): number {
    const { quantity } = this.#columns.parcels;
    for (;;) {
      const parcel = this.#heap.first();
      // Units that were named are taken from wherever their parcel stands: it is dropped when its turn comes.
      if (parcel === -1 || isPositive(quantity[parcel] as Quantity)) return parcel;
      this.#heap.removeFirst();
    }
  }

  take(parcel: number, units: Quantity): Money {
    return this.#columns.parcels.take(parcel, units);
  }

  parcels(): readonly number[] {
    const { quantity } = this.#columns.parcels;
    return this.#heap.all().filter((parcel) => isPositive(quantity[parcel] as Quantity));
  }

  settle(): void {
    // Every parcel has its own cost already.
  }
}

/** Parcels by the order of their lots; parts of one lot in the order in which they came. */
export function parcelOrder(
  { parcels, lots }: PoolColumns,
  order: LotOrder,
): (a: number, b: number) => number {
  const { lot } = parcels;
  return (a, b) => order(lots, lot[a] as number, lot[b] as number) || a - b;
}

export function orderedBy(order: LotOrder): PoolOf {
  return (columns) => new OrderedPool(columns, order);
}
