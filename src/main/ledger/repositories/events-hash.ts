import { createHash } from 'node:crypto';
import type { FactColumns } from './event-columns.ts';

/** The running SHA-256 over a batch's events in their order: the same however they were cut into chunks. */
export class EventsHash {
  readonly #hash = createHash('sha256');

  add(rows: readonly FactColumns[]): void {
    if (rows.length === 0) return;
    this.#hash.update(JSON.stringify(rows).slice(1, -1));
    this.#hash.update(',');
  }

  /** 64 hex digits; nothing can be added afterwards. */
  end(): string {
    return this.#hash.digest('hex');
  }
}
