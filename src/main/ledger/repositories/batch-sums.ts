/**
 * What changes in the content hash while rows come, go or take turns: the whole ledger's sum, and each import's part of
 * it, which an undo takes away in one step.
 */
import type Database from 'better-sqlite3-multiple-ciphers';
import { invariant } from '../../../shared/invariant.ts';
import { ContentSum, nothingStated } from '../database/content-sum.ts';
import { eventFact, type EventColumns } from './event-columns.ts';

interface BatchSum {
  readonly sum: ContentSum;
  events: number;
}

export class BatchSums {
  readonly #content: ContentSum;
  readonly #batches = new Map<number, BatchSum>();

  constructor(content: ContentSum) {
    this.#content = content;
  }

  /** An event that counts from now on. */
  add(batch: number, format: string, columns: EventColumns): void {
    const of = this.#of(batch);
    of.sum.add(eventFact(format, columns));
    of.events++;
  }

  /** One that counts no more. */
  remove(batch: number, format: string, columns: EventColumns): void {
    const of = this.#of(batch);
    of.sum.remove(eventFact(format, columns));
    of.events--;
  }

  /** Writes what has changed. */
  flush(database: Database.Database): void {
    const read = database.prepare<[number], { events: number; events_hash: string }>(
      'SELECT events, events_hash FROM batch WHERE id = ?',
    );
    const write = database.prepare<[number, string, number]>(
      'UPDATE batch SET events = ?, events_hash = ? WHERE id = ?',
    );
    for (const [batch, { sum, events }] of this.#batches) {
      const before = read.get(batch);
      invariant(before !== undefined, `batch ${batch} is there`);
      const whole = new ContentSum(before.events_hash);
      whole.addAll(sum);
      this.#content.addAll(sum);
      write.run(before.events + events, whole.hash(), batch);
    }
    this.#batches.clear();
  }

  /** Forgets what was not written. */
  drop(): void {
    this.#batches.clear();
  }

  #of(batch: number): BatchSum {
    let of = this.#batches.get(batch);
    if (of === undefined) {
      of = { sum: new ContentSum(nothingStated), events: 0 };
      this.#batches.set(batch, of);
    }
    return of;
  }
}
