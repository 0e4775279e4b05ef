const LEAST_GIVEN_BACK = 64;

/**
 * Numbers of parcels with the next to leave on top: a binary heap, so that neither buying nor selling ever sorts. As
 * long as parcels are added in their order, as purchases are under first in first out, it is a queue and costs nothing
 * more.
 */
export class ParcelHeap {
  #parcels: number[] = [];
  /** Where the queue begins; zero once it is a heap. */
  #start = 0;
  #isQueue = true;
  readonly #order: (a: number, b: number) => number;

  constructor(order: (a: number, b: number) => number) {
    this.#order = order;
  }

  /** Every parcel, in no promised order. */
  all(): readonly number[] {
    return this.#start === 0 ? this.#parcels : this.#parcels.slice(this.#start);
  }

  /** −1 where there is none. */
  first(): number {
    return this.#parcels[this.#start] ?? -1;
  }

  add(parcel: number): void {
    const last = this.#parcels.at(-1);
    const isInOrder = last === undefined || this.#order(last, parcel) <= 0;
    if (this.#isQueue && !isInOrder) this.#becomeHeap();
    this.#parcels.push(parcel);
    if (!this.#isQueue) this.#rise(this.#parcels.length - 1);
  }

  removeFirst(): void {
    if (this.#isQueue) this.#dropFirst();
    else {
      const last = this.#parcels.pop();
      this.#isQueue = this.#parcels.length === 0;
      if (last === undefined || this.#isQueue) return;
      this.#parcels[0] = last;
      this.#sink(0);
    }
  }

  /** A list in order is a heap already, once nothing stands before its first. */
  #becomeHeap(): void {
    if (this.#start > 0) this.#parcels = this.#parcels.slice(this.#start);
    this.#start = 0;
    this.#isQueue = false;
  }

  /** What was dropped is given back when it is half of the list, so that dropping costs the same on average. */
  #dropFirst(): void {
    this.#start = Math.min(this.#start + 1, this.#parcels.length);
    if (this.#start < LEAST_GIVEN_BACK || this.#start * 2 < this.#parcels.length) return;
    this.#parcels = this.#parcels.slice(this.#start);
    this.#start = 0;
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
