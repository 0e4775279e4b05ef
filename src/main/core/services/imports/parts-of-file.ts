/** Which rows of a file are one event together with others: what the engine will say of them, asked a piece at a time. */
import { compareEvents } from '../../../../shared/domain/event-order.ts';
import type { EventId, LedgerEvent } from '../../../../shared/domain/event.ts';
import { toldParts } from '../../../engine/events/assemble-parts.ts';
import type { ArrivingRow } from '../../../ledger/import-transaction.ts';
import type { LineBook } from './line-book.ts';

/** Rows of one event stand close together; so many at a time keep memory flat. */
const pieceRows = 4000;

export class PartsOfFile {
  readonly #lines: LineBook;
  #rows: LedgerEvent[] = [];
  /** Rows of the piece before whose others may be in this one. */
  #held = new Set<LedgerEvent>();
  #count = 0;

  constructor(lines: LineBook) {
    this.#lines = lines;
  }

  add({ event, rowHash }: ArrivingRow): void {
    if (event.part === undefined) return;
    this.#rows.push({ ...event, id: `${rowHash.slice(0, 32)}-${this.#count++}` as EventId });
    if (this.#rows.length - this.#held.size >= pieceRows) this.#settle(true);
  }

  /** After the last row. */
  end(): void {
    this.#settle(false);
  }

  /** Rows that found no others are held once more: their others may come. */
  #settle(hasMore: boolean): void {
    if (this.#rows.length === 0) return;
    const { beside, apart } = toldParts(this.#rows.sort(compareEvents));
    for (const { source } of beside) this.#lines.part(source.line);
    const held = new Set<LedgerEvent>();
    for (const row of apart)
      if (hasMore && !this.#held.has(row)) held.add(row);
      else if (isForReview(row)) this.#lines.unknown(row.source.line);
    this.#held = held;
    this.#rows = [...held];
  }
}

/** Whether a row stands in the review list as it is: it changes a balance, and nobody knows why. */
export function isForReview({ kind, legs }: Pick<LedgerEvent, 'kind' | 'legs'>): boolean {
  return kind === 'balance-change' && legs.length > 0;
}
