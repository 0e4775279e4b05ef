import { isPositive } from '../../../../shared/num/arithmetic.ts';
import { compareRatedGains } from '../../../../shared/num/rated-gains.ts';
import type { RatedCost } from '../../../../shared/num/rated-gains.ts';
import type { Money, Price, Quantity, Rate } from '../../../../shared/num/types.ts';
import type { LotOrder } from '../matching/lot-columns.ts';
import type { TermRates } from '../lot-matching.ts';
import { parcelOrder } from '../matching/ordered-pool.ts';
import { ParcelHeap } from '../matching/parcel-heap.ts';
import type { Leaving, ParcelPool, PoolColumns } from '../matching/parcel-pool.ts';
import { fifo } from './fifo.ts';
import { hifo } from './hifo.ts';

/** By the first long-term date: which short-term lot turns next. */
const byTurning: LotOrder = (lots, a, b) => {
  const first = lots.longTermFrom(a);
  const second = lots.longTermFrom(b);
  return first < second ? -1 : first > second ? 1 : a - b;
};

/**
 * Least tax per unit first: (price after fees − cost per unit) × the rate of the lot's term on that day, so that losses
 * go before gains and a long-term gain before an equal short-term one. Of equal tax the dearer, so that losses go first
 * also where a rate is zero, then the earlier acquired. What takes no gain leaves first in, first out.
 * Law: specific identification by standing order (Reg. §1.1012-1(j)(3)); the rates are the taxpayer's of that year.
 *
 * Within a term the order is by cost, whatever the price: two heaps by cost, one a term, and one by the day on which
 * lots turn long-term.
 */
export class LowestTaxPool implements ParcelPool {
  readonly sharesAssumedCost = false;
  readonly #columns: PoolColumns;
  readonly #byAge: ParcelHeap;
  readonly #turning: ParcelHeap;
  /** Dearest first: whatever the price, within a term that is least tax first. */
  readonly #short: ParcelHeap;
  readonly #long: ParcelHeap;
  readonly #isLong = new Set<number>();

  constructor(columns: PoolColumns) {
    this.#columns = columns;
    this.#byAge = new ParcelHeap(parcelOrder(columns, fifo));
    this.#turning = new ParcelHeap(parcelOrder(columns, byTurning));
    this.#short = new ParcelHeap(parcelOrder(columns, hifo));
    this.#long = new ParcelHeap(parcelOrder(columns, hifo));
  }

  add(parcel: number): void {
    this.#byAge.add(parcel);
    this.#turning.add(parcel);
    this.#short.add(parcel);
  }

  first(leaving: Leaving | null): number {
    if (leaving === null || leaving.price === null)
      return firstOf(this.#byAge, (parcel) => this.#holds(parcel));
    this.#turn(leaving);
    const short = firstOf(this.#short, (one) => this.#holds(one) && !this.#isLong.has(one));
    const long = firstOf(this.#long, (one) => this.#holds(one));
    if (short === -1 || long === -1) return Math.max(short, long);
    return this.#isLess(long, short, leaving.rates, leaving.price) ? long : short;
  }

  take(parcel: number, units: Quantity): Money {
    return this.#columns.parcels.take(parcel, units);
  }

  parcels(): readonly number[] {
    return this.#byAge.all().filter((parcel) => this.#holds(parcel));
  }

  settle(): void {
    // Every parcel has its own cost already.
  }

  #holds(parcel: number): boolean {
    return isPositive(this.#columns.parcels.quantity[parcel] as Quantity);
  }

  /** Days only go forward in a matching: what has turned long-term stays so. */
  #turn({ day }: Leaving): void {
    for (;;) {
      const parcel = this.#turning.first();
      if (parcel === -1 || this.#columns.lots.longTermFrom(this.#lot(parcel)) > day) return;
      this.#turning.removeFirst();
      if (!this.#holds(parcel)) continue;
      this.#isLong.add(parcel);
      this.#long.add(parcel);
    }
  }

  #isLess(long: number, short: number, rates: TermRates, price: Price): boolean {
    const order =
      compareRatedGains(price, this.#rated(long, rates.long), this.#rated(short, rates.short)) ||
      parcelOrder(this.#columns, hifo)(long, short);
    return order < 0;
  }

  #rated(parcel: number, rate: Rate): RatedCost {
    return { unitCost: this.#columns.lots.unitCost(this.#lot(parcel)), rate };
  }

  #lot(parcel: number): number {
    return this.#columns.parcels.lot[parcel] as number;
  }
}

/** The first that is still there; what stands before it is dropped. */
function firstOf(heap: ParcelHeap, isHere: (parcel: number) => boolean): number {
  for (;;) {
    const parcel = heap.first();
    if (parcel === -1 || isHere(parcel)) return parcel;
    heap.removeFirst();
  }
}
