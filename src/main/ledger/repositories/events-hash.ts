import { createHash } from 'node:crypto';
import type { FactColumns } from './event-columns.ts';

/** The running SHA-256 over a batch's events in their order: the same however they were cut into chunks. */
export class EventsHash {
  readonly #hash = createHash('sha256');

  add(rows: readonly FactColumns[]): void {
    if (rows.length === 0) return;
    this.#hash.update(JSON.stringify(rows.map(hashedColumns)).slice(1, -1));
    this.#hash.update(',');
  }

  /** 64 hex digits; nothing can be added afterwards. */
  end(): string {
    return this.#hash.digest('hex');
  }
}

/** What events had before there were parts keeps their hash as it was. */
function hashedColumns(columns: FactColumns): readonly (string | number | null)[] {
  const [part, opened] = [columns[18], columns[19]];
  const always = [...columns.slice(0, 18), ...columns.slice(20)];
  return part === null && opened === null ? always : [...always, part, opened];
}
