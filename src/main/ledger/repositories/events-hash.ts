import { createHash } from 'node:crypto';
import type { RowColumns } from './event-columns.ts';

/** The running SHA-256 over a batch's events in their order: the same however they were cut into chunks. */
export class EventsHash {
  readonly #hash = createHash('sha256');

  add(rows: readonly RowColumns[]): void {
    if (rows.length > 0) this.#hash.update(`${JSON.stringify(rows).slice(1, -1)},`);
  }

  /** 64 hex digits; nothing can be added afterwards. */
  end(): string {
    return this.#hash.digest('hex');
  }
}
