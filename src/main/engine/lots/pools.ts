import { isPositive } from '../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import type { LotColumns } from './lot-columns.ts';
import { lotPools } from './methods/lot-pools.ts';
import type { WalkMethod } from './methods/lot-pools.ts';
import type { LotMoves } from './move-columns.ts';
import type { ParcelColumns } from './parcel-columns.ts';
import type { ParcelPool } from './parcel-pool.ts';

/** A pool and the method it is arranged by. */
export interface Arranged {
  readonly method: WalkMethod;
  readonly pool: ParcelPool;
}

/** Where parcels lie: one pool a place, or one an asset as long as basis is not kept by account. */
export class Pools {
  readonly #places: LotMoves['places'];
  readonly #parcels: ParcelColumns;
  readonly #lots: LotColumns;
  readonly #pools: (Arranged | undefined)[] = [];

  constructor({ places }: LotMoves, parcels: ParcelColumns, lots: LotColumns) {
    this.#places = places;
    this.#parcels = parcels;
    this.#lots = lots;
  }

  /** The pool of a place, arranged by a method; whatever it holds is arranged anew where that is another. */
  arranged(place: number, byAccount: boolean, method: WalkMethod): Arranged {
    const number = this.#numberOf(place, byAccount);
    const known = this.#pools[number];
    if (known !== undefined && known.method === method) return known;
    const arranged = this.#newPool(method);
    if (known !== undefined) {
      known.pool.settle();
      for (const parcel of known.pool.parcels().toSorted((a, b) => a - b)) arranged.pool.add(parcel);
    }
    this.#pools[number] = arranged;
    return arranged;
  }

  /** Puts a parcel where it lies; the next method arranges it. */
  lay(parcel: number, byAccount: boolean): void {
    const number = this.#numberOf(this.#parcels.place[parcel] as number, byAccount);
    (this.#pools[number] ??= this.#newPool('fifo')).pool.add(parcel);
  }

  /** Puts every parcel that holds units into its pool. */
  layAll(byAccount: boolean): void {
    for (let parcel = 0; parcel < this.#parcels.count; parcel++)
      if (isPositive(this.#parcels.quantity[parcel] as Quantity)) this.lay(parcel, byAccount);
  }

  /** Gives every parcel its own cost. */
  settle(): void {
    for (const arranged of this.#pools) arranged?.pool.settle();
  }

  clear(): void {
    this.#pools.length = 0;
  }

  #newPool(method: WalkMethod): Arranged {
    return { method, pool: lotPools[method]({ parcels: this.#parcels, lots: this.#lots }) };
  }

  #numberOf(place: number, byAccount: boolean): number {
    return byAccount ? place : (this.#places[place]?.assetNumber ?? 0);
  }
}
