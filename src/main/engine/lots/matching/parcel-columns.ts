import { add, compare, subtract } from '../../../../shared/num/arithmetic.ts';
import { apportion } from '../../../../shared/num/products.ts';
import type { LotKeys } from './lot-columns.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';

/**
 * Parts of lots in columns: what lies in one pool of one lot. The only figures in the engine that change in place:
 * matching takes units and cost out of them.
 */
export class ParcelColumns {
  lot: number[] = [];
  /** The place it lies at. */
  place: number[] = [];
  /** The move that brought it there. */
  move: number[] = [];
  quantity: Quantity[] = [];
  cost: Money[] = [];

  /** Parcels whose cost rests on an assumption although their own lot's does not: they were averaged with such. */
  readonly assumed = new Set<number>();

  /** By lot, as far as it was asked for. */
  readonly #ofLot = new Map<number, number[]>();
  #indexed = 0;

  get count(): number {
    return this.lot.length;
  }

  add(lot: number, place: number, move: number, quantity: Quantity, cost: Money): number {
    this.place.push(place);
    this.move.push(move);
    this.quantity.push(quantity);
    this.cost.push(cost);
    return this.lot.push(lot) - 1;
  }

  /** Takes units out with their share of cost; the last units take all cost that is left, so that none is lost. */
  take(parcel: number, units: Quantity): Money {
    const held = this.quantity[parcel] as Quantity;
    const cost = this.cost[parcel] as Money;
    if (compare(units, held) === 0) {
      this.quantity[parcel] = zeroQuantity;
      this.cost[parcel] = zeroMoney;
      return cost;
    }
    const share = apportion(cost, units, held, 'half-even');
    this.quantity[parcel] = subtract(held, units);
    this.cost[parcel] = subtract(cost, share);
    return share;
  }

  /** Every parcel of a lot, wherever it lies and whether or not it still holds units, in the order in which they came. */
  ofLot(lot: number): readonly number[] {
    for (; this.#indexed < this.count; this.#indexed++) {
      const known = this.#ofLot.get(this.lot[this.#indexed] as number);
      if (known === undefined) this.#ofLot.set(this.lot[this.#indexed] as number, [this.#indexed]);
      else known.push(this.#indexed);
    }
    return this.#ofLot.get(lot) ?? [];
  }

  /** Whether what the parcel costs rests on an assumed cost of zero. */
  isAssumed(parcel: number, lots: Pick<LotKeys, 'basisUnknown'>): boolean {
    return lots.basisUnknown(this.lot[parcel] as number) || this.assumed.has(parcel);
  }

  /** Undoes a taking. */
  giveBack(parcel: number, units: Quantity, cost: Money): void {
    this.quantity[parcel] = add(this.quantity[parcel] as Quantity, units);
    this.cost[parcel] = add(this.cost[parcel] as Money, cost);
  }

  /** Takes everything out of every parcel, for it is laid anew. */
  clear(): void {
    this.quantity.fill(zeroQuantity);
    this.cost.fill(zeroMoney);
    this.assumed.clear();
  }

  /** Forgets the parcels that moves from this one on have made. */
  dropFrom(move: number): void {
    let count = this.count;
    while (count > 0 && (this.move[count - 1] ?? 0) >= move) count--;
    for (const column of [this.lot, this.place, this.move, this.quantity, this.cost]) column.length = count;
    for (const parcel of this.assumed) if (parcel >= count) this.assumed.delete(parcel);
  }

  /** Takes over a copy of all columns. */
  copyFrom(other: ParcelColumns): void {
    this.lot = other.lot.slice();
    this.place = other.place.slice();
    this.move = other.move.slice();
    this.quantity = other.quantity.slice();
    this.cost = other.cost.slice();
    for (const parcel of other.assumed) this.assumed.add(parcel);
  }
}
