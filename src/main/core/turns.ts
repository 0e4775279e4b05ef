/**
 * Who may work on the ledger when. Arrival decides, nobody overtakes a writer.
 *
 * `read`: any number together. `beside`: one at a time, together with reads: a command that changes nothing a query can
 * see (an upload, a preview). `prepare`: the same, until it says that it writes now; reads pass writers who wait for it.
 * `write`: alone.
 */
export type Access = 'read' | 'beside' | 'prepare' | 'write';

interface Waiting {
  readonly access: Access;
  readonly start: () => void;
}

export class Turns {
  #reading = 0;
  #beside: 'beside' | 'prepare' | null = null;
  #writing = false;
  #upgrading = false;
  #readersGone: () => void = () => undefined;
  readonly #waiting: Waiting[] = [];

  /**
   * Waits for a turn, runs `work`, gives the turn back: at its end, or as soon as the work says that it needs it no more.
   * `alone` makes a turn beside others a writer's, before anybody who waits: what was prepared beside reads is written.
   * Rejects with `signal.reason` when aborted before `work` began.
   */
  async take<T>(
    access: Access,
    signal: AbortSignal,
    work: (leave: () => void, alone: () => Promise<void>) => Promise<T>,
  ): Promise<T> {
    await this.#turn(access, signal);
    let holds = true;
    let held = access;
    const leave = (): void => {
      if (holds) this.#giveBack(held);
      holds = false;
    };
    const alone = async (): Promise<void> => {
      if (!holds || held !== 'prepare') return;
      await this.#upgrade();
      held = 'write';
    };
    try {
      signal.throwIfAborted(); // Work that starts aborted would never hear of it.
      return await work(leave, alone);
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

  /** Nobody begins while it waits for those who read. */
  async #upgrade(): Promise<void> {
    this.#upgrading = true;
    if (this.#reading > 0) await new Promise<void>((resolve) => (this.#readersGone = resolve));
    this.#upgrading = false;
    this.#beside = null;
    this.#writing = true;
  }

  #giveBack(access: Access): void {
    if (access === 'read') this.#reading--;
    else if (access === 'write') this.#writing = false;
    else this.#beside = null;
    if (this.#upgrading && this.#reading === 0) this.#readersGone();
    else this.#startNext();
  }

  #startNext(): void {
    for (let at = 0; at < this.#waiting.length;) {
      const next = this.#waiting[at];
      if (next === undefined || this.#writing || this.#upgrading) return;
      if (this.#mayStart(next.access)) {
        this.#waiting.splice(at, 1);
        this.#enter(next.access);
        next.start();
      } else if (next.access === 'write' && this.#beside !== 'prepare') {
        return; // Reads that came later wait behind it, or it would never come in. Beside a long import they pass.
      } else {
        at++;
      }
    }
  }

  #mayStart(access: Access): boolean {
    if (access === 'read') return true;
    return this.#beside === null && (access !== 'write' || this.#reading === 0);
  }

  #enter(access: Access): void {
    if (access === 'read') this.#reading++;
    else if (access === 'write') this.#writing = true;
    else this.#beside = access;
  }
}
