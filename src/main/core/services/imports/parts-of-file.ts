/** Which rows of a file are one event together with others: what the engine will say of them, asked a piece at a time. */
import { compareEvents } from '../../../../shared/domain/event-order.ts';
import type { EventId, LedgerEvent } from '../../../../shared/domain/event.ts';
import { rowsBesideMain } from '../../../engine/events/assemble-parts.ts';
import type { ArrivingRow } from '../../../ledger/import-transaction.ts';
import type { LineBook } from './line-book.ts';

/** Rows of one event stand close together; so many at a time keep memory flat. */
const pieceRows = 4000;

export class PartsOfFile {
  readonly #lines: LineBook;
  #rows: LedgerEvent[] = [];
  #count = 0;

  constructor(lines: LineBook) {
    this.#lines = lines;
  }

  add({ event, rowHash }: ArrivingRow): void {
    if (event.part === undefined) return;
    this.#rows.push({ ...event, id: `${rowHash.slice(0, 32)}-${this.#count++}` as EventId });
    if (this.#rows.length >= pieceRows) this.settle();
  }

  /** What was added so far is told apart. */
  settle(): void {
    if (this.#rows.length === 0) return;
    for (const { source } of rowsBesideMain(this.#rows.sort(compareEvents))) this.#lines.part(source.line);
    this.#rows = [];
  }
}
