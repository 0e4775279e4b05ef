import { isPositive } from '../../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { LotColumns } from './lot-columns.ts';
import { lotPools } from '../methods/lot-pools.ts';
import type { WalkMethod } from '../methods/lot-pools.ts';
import type { LotMoves } from '../moves/move-columns.ts';
import type { ParcelColumns } from './parcel-columns.ts';
import type { ParcelPool, PoolColumns } from './parcel-pool.ts';

/** The parcels of one pool, arranged by the method in force; in a pool of several accounts by several at once. */
export class ArrangedPool {
  readonly #columns: PoolColumns;
  readonly #isShared: boolean;
  readonly #byMethod = new Map<WalkMethod, ParcelPool>();
  #method: WalkMethod;
  #pool: ParcelPool;

  /** In: `isShared`, where accounts with different methods may take turns: then no arrangement is given up. */
  constructor(columns: PoolColumns, isShared: boolean, method: WalkMethod) {
    this.#columns = columns;
    this.#isShared = isShared;
    this.#method = method;
    this.#pool = lotPools[method](columns);
    this.#byMethod.set(method, this.#pool);
  }

  get method(): WalkMethod {
    return this.#method;
  }

  get pool(): ParcelPool {
    return this.#pool;
  }

  add(parcel: number): void {
    if (this.#byMethod.size === 1) this.#pool.add(parcel);
    else for (const pool of this.#byMethod.values()) pool.add(parcel);
  }

  /** Parcels that are empty are dropped when their turn comes, so that arrangements of the same parcels stay right. */
  arrange(method: WalkMethod): void {
    if (method === this.#method) return;
    this.#pool.settle();
    const isAveraged = method === 'average' || this.#method === 'average';
    let pool = isAveraged ? undefined : this.#byMethod.get(method);
    if (pool === undefined) {
      pool = lotPools[method](this.#columns);
      for (const parcel of this.#pool.parcels().toSorted((a, b) => a - b)) pool.add(parcel);
    }
    if (isAveraged || !this.#isShared) this.#byMethod.clear();
    this.#byMethod.set(method, pool);
    this.#method = method;
    this.#pool = pool;
  }
}

/** Where parcels lie: one pool a place, or one an asset as long as basis is not kept by account. */
export class Pools {
  readonly #places: LotMoves['places'];
  readonly #columns: PoolColumns & { readonly parcels: ParcelColumns };
  readonly #pools: (ArrangedPool | undefined)[] = [];

  constructor({ places }: LotMoves, parcels: ParcelColumns, lots: LotColumns) {
    this.#places = places;
    this.#columns = { parcels, lots };
  }

  /** The pool of a place, arranged by a method. */
  arranged(place: number, byAccount: boolean, method: WalkMethod): ArrangedPool {
    const number = this.#numberOf(place, byAccount);
    const known = this.#pools[number];
    if (known === undefined)
      return (this.#pools[number] = new ArrangedPool(this.#columns, !byAccount, method));
    known.arrange(method);
    return known;
  }

  /** Puts a parcel where it lies; the next method arranges it. */
  lay(parcel: number, byAccount: boolean): void {
    const number = this.#numberOf(this.#columns.parcels.place[parcel] as number, byAccount);
    (this.#pools[number] ??= new ArrangedPool(this.#columns, !byAccount, 'fifo')).add(parcel);
  }

  /** Puts every parcel that holds units into its pool. */
  layAll(byAccount: boolean): void {
    const { parcels } = this.#columns;
    for (let parcel = 0; parcel < parcels.count; parcel++)
      if (isPositive(parcels.quantity[parcel] as Quantity)) this.lay(parcel, byAccount);
  }

  /** Gives every parcel its own cost. */
  settle(): void {
    for (const arranged of this.#pools) arranged?.pool.settle();
  }

  clear(): void {
    this.#pools.length = 0;
  }

  #numberOf(place: number, byAccount: boolean): number {
    return byAccount ? place : (this.#places[place]?.assetNumber ?? 0);
  }
}
