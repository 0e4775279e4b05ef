import { epochMs } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { ObservationRows } from './observation-rows.ts';

/**
 * Keeps account of the times of a file: repeats and holes are counted. Where a time comes twice with two values, both are
 * stated, and which one is in force is the ledger's to say.
 */
export class SeriesCheck {
  readonly #times = new Set<number>();
  #twice = 0;

  /** Out: whether the time is new. */
  take(time: Instant): boolean {
    const ms = epochMs(time);
    if (this.#times.has(ms)) {
      this.#twice++;
      return false;
    }
    this.#times.add(ms);
    return true;
  }

  /** Says how many rows repeated a time and how many times are missing. In: `stepMs`, what lies between two times. */
  say(rows: ObservationRows, stepMs: number): void {
    if (this.#twice > 0) rows.say('import/times-repeated', { count: this.#twice });
    const times = [...this.#times].toSorted((a, b) => a - b);
    let missing = 0;
    for (const [at, time] of times.entries()) {
      const before = times[at - 1];
      if (before !== undefined) missing += Math.max(0, Math.round((time - before) / stepMs) - 1);
    }
    if (missing > 0) rows.say('import/times-missing', { count: missing, minutes: stepMs / 60_000 });
  }
}
