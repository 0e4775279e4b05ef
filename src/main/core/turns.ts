/**
 * Who may work on the ledger when. Arrival decides, nobody overtakes a writer.
 *
 * `read`: any number together. `beside`: one at a time, together with reads: a command that changes nothing a query can
 * see (an upload, a preview). `write`: alone.
 */
export type Access = 'read' | 'beside' | 'write';

interface Waiting {
  readonly access: Access;
  readonly start: () => void;
}

export class Turns {
  #reading = 0;
  #beside = false;
  #writing = false;
  readonly #waiting: Waiting[] = [];

  /**
   * Waits for a turn, runs `work`, gives the turn back: at its end, or as soon as the work says that it needs it no more.
   * Rejects with `signal.reason` when aborted before `work` began.
   */
  async take<T>(access: Access, signal: AbortSignal, work: (leave: () => void) => Promise<T>): Promise<T> {
    await this.#turn(access, signal);
    let holds = true;
    const leave = (): void => {
      if (holds) this.#giveBack(access);
      holds = false;
    };
    try {
      signal.throwIfAborted(); // Work that starts aborted would never hear of it.
      return await work(leave);
    } finally {
      leave();
    }
  }

  #turn(access: Access, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { access, start: resolve };
      this.#waiting.push(waiting);
      signal.addEventListener('abort', () => {
        const at = this.#waiting.indexOf(waiting);
        if (at === -1) return;
        this.#waiting.splice(at, 1);
        reject(signal.reason as Error);
        this.#startNext();
      });
      this.#startNext();
    });
  }

  #giveBack(access: Access): void {
    if (access === 'read') this.#reading--;
    else if (access === 'beside') this.#beside = false;
    else this.#writing = false;
    this.#startNext();
  }

  #startNext(): void {
    for (let at = 0; at < this.#waiting.length;) {
      const next = this.#waiting[at];
      if (next === undefined || this.#writing) return;
      if (this.#mayStart(next.access)) {
        this.#waiting.splice(at, 1);
        this.#enter(next.access);
        next.start();
      } else if (next.access === 'write') {
        return; // Reads that came later wait behind it, or it would never come in.
      } else {
        at++;
      }
    }
  }

  #mayStart(access: Access): boolean {
    if (access === 'read') return true;
    return !this.#beside && (access === 'beside' || this.#reading === 0);
  }

  #enter(access: Access): void {
    if (access === 'read') this.#reading++;
    else if (access === 'beside') this.#beside = true;
    else this.#writing = true;
  }
}
