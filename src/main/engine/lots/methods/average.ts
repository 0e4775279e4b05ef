import { add, compare, isPositive, subtract } from '../../../../shared/num/arithmetic.ts';
import { apportion } from '../../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { OrderedPool, parcelOrder } from '../matching/ordered-pool.ts';
import type { ParcelPool, PoolColumns } from '../matching/parcel-pool.ts';
import { fifo } from './fifo.ts';

/**
 * Average cost: every unit of the pool costs the same; dates and terms go first in, first out.
 * Law: Germany allows it for cost beside first in, first out for dates (BMF 06.03.2025, Rn. 61-62); the United States do
 * not for coins.
 */
export class AveragePool implements ParcelPool {
  readonly #columns: PoolColumns;
  readonly #ordered: OrderedPool;
  #quantity = zeroQuantity;
  #cost = zeroMoney;
  /** From when units of unknown cost came in until the pool is empty again. */
  #sharesAssumedCost = false;

  constructor(columns: PoolColumns) {
    this.#columns = columns;
    this.#ordered = new OrderedPool(columns, fifo);
  }

  add(parcel: number): void {
    const { quantity, cost } = this.#columns.parcels;
    this.#quantity = add(this.#quantity, quantity[parcel] as Quantity);
    this.#cost = add(this.#cost, cost[parcel] as Money);
    cost[parcel] = zeroMoney;
    if (this.#columns.parcels.isAssumed(parcel, this.#columns.lots)) this.#sharesAssumedCost = true;
    this.#ordered.add(parcel);
  }

  get sharesAssumedCost(): boolean {
    return this.#sharesAssumedCost;
  }

  first(): number {
    return this.#ordered.first();
  }

  take(parcel: number, units: Quantity): Money {
    this.#columns.parcels.take(parcel, units);
    const isAll = compare(units, this.#quantity) === 0;
    const share = isAll ? this.#cost : apportion(this.#cost, units, this.#quantity, 'half-even');
    this.#quantity = subtract(this.#quantity, units);
    this.#cost = subtract(this.#cost, share);
    if (isAll) this.#sharesAssumedCost = false;
    return share;
  }

  parcels(): readonly number[] {
    return this.#ordered.parcels();
  }

  /** By units, in the order of acquisition; the last takes what is left. */
  settle(): void {
    const { quantity, cost } = this.#columns.parcels;
    const inOrder = this.parcels().toSorted(parcelOrder(this.#columns, fifo));
    for (const parcel of inOrder) {
      const units = quantity[parcel] as Quantity;
      if (!isPositive(this.#quantity)) break;
      const isAll = compare(units, this.#quantity) === 0;
      const share = isAll ? this.#cost : apportion(this.#cost, units, this.#quantity, 'half-even');
      cost[parcel] = share;
      if (this.#sharesAssumedCost) this.#columns.parcels.assumed.add(parcel);
      this.#quantity = subtract(this.#quantity, units);
      this.#cost = subtract(this.#cost, share);
    }
  }
}
