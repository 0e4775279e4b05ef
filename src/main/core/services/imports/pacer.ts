/** How long work in slices keeps the event loop to itself. */
const sliceMs = 15;

/** Lets others run between the slices of long work, and stops it when its caller has cancelled. */
export class Pacer {
  readonly #signal: AbortSignal;
  #since = performance.now();

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Whether others have waited long enough. */
  get isDue(): boolean {
    return performance.now() - this.#since >= sliceMs;
  }

  /** Call it between slices. Errors: throws the signal's reason once it is aborted; the dispatcher answers `call/cancelled`. */
  async pause(): Promise<void> {
    if (!this.isDue) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#signal.throwIfAborted();
    this.#since = performance.now();
  }
}
