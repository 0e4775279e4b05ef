/** What came first goes first; taking costs the same however many wait. */
export class Queue<T> {
  readonly #items: T[] = [];
  #next = 0;

  put(item: T): void {
    this.#items.push(item);
  }

  /** The one that is taken next; undefined where none waits. */
  get first(): T | undefined {
    return this.#items[this.#next];
  }

  /** undefined where none waits. */
  take(): T | undefined {
    const { first } = this;
    if (first !== undefined) this.#next++;
    return first;
  }
}
