import type { LotOrder, Parcel } from './parcel.ts';

/** Parcels with the next to leave on top: a binary heap, so that neither buying nor selling ever sorts. */
export class ParcelHeap {
  readonly #parcels: Parcel[] = [];
  #order: LotOrder;

  constructor(order: LotOrder) {
    this.#order = order;
  }

  /** All parcels, in no promised order. */
  get parcels(): readonly Parcel[] {
    return this.#parcels;
  }

  first(): Parcel | undefined {
    return this.#parcels[0];
  }

  add(parcel: Parcel): void {
    this.#parcels.push(parcel);
    this.#rise(this.#parcels.length - 1);
  }

  removeFirst(): void {
    const last = this.#parcels.pop();
    if (last === undefined || this.#parcels.length === 0) return;
    this.#parcels[0] = last;
    this.#sink(0);
  }

  /** Arranges all parcels by another order; costs nothing where it is the same. */
  reorder(order: LotOrder): void {
    if (order === this.#order) return;
    this.#order = order;
    for (let place = (this.#parcels.length >>> 1) - 1; place >= 0; place--) this.#sink(place);
  }

  #rise(from: number): void {
    const parcels = this.#parcels;
    const parcel = parcels[from];
    if (parcel === undefined) return;
    let place = from;
    while (place > 0) {
      const above = (place - 1) >>> 1;
      const parent = parcels[above];
      if (parent === undefined || this.#order(parcel, parent) >= 0) break;
      parcels[place] = parent;
      place = above;
    }
    parcels[place] = parcel;
  }

  #sink(from: number): void {
    const parcels = this.#parcels;
    const parcel = parcels[from];
    if (parcel === undefined) return;
    let place = from;
    for (;;) {
      const below = this.#smallerChild(place);
      const child = parcels[below];
      if (child === undefined || this.#order(child, parcel) >= 0) break;
      parcels[place] = child;
      place = below;
    }
    parcels[place] = parcel;
  }

  #smallerChild(place: number): number {
    const left = this.#parcels[2 * place + 1];
    const right = this.#parcels[2 * place + 2];
    return left !== undefined && right !== undefined && this.#order(right, left) < 0
      ? 2 * place + 2
      : 2 * place + 1;
  }
}
