/** What readers of plain tables do alike: knowing the header, reading cells by column name, emitting what came of a row. */
import type { EventKind, LedgerEvent, Leg } from '../../shared/domain/event.ts';
import { isZero } from '../../shared/num/arithmetic.ts';
import type { Quantity } from '../../shared/num/types.ts';
import type { Instant } from '../../shared/time/instant.ts';
import { utc } from '../../shared/time/time-zone.ts';
import { type Read, RowCells } from './cells/row-cells.ts';
import { type HeaderSignature, matchHeader } from './header.ts';
import type { Detection, FileHead, IgnoreRule, ReadContext, Sink } from './importer.ts';
import { zoneFact } from './zone-facts.ts';

export interface TableFormat {
  readonly signatures: readonly HeaderSignature[];
  readonly alias?: (name: string) => string;
  /** "Kraken's ledgers": what is said of a file that has the columns. */
  readonly what: string;
  /** Whether the exchange writes all its times in UTC; else the file says, or it is assumed. */
  readonly isUtc: boolean;
}

export function detectTable(
  head: FileHead,
  { signatures, alias, what, isUtc }: TableFormat,
): Detection | null {
  const match = matchHeader(head, signatures, alias);
  if (match === null) return null;
  const { headerIndex, columns, zoneText, signature } = match;
  return {
    variant: signature.variant,
    headerIndex,
    columns,
    why: `Its columns are those of ${what} (${head.rows[headerIndex]?.raw ?? ''}).`,
    zone: isUtc ? { zone: utc, from: 'file' } : zoneFact(head, headerIndex, zoneText),
  };
}

/** Parts of an event that only some rows have. */
export type MoreOfEvent = Partial<
  Pick<LedgerEvent, 'part' | 'reason' | 'contract' | 'externalId' | 'note' | 'fill' | 'opened'>
>;

/** The rows of a file, one at a time: cells by column name. */
export class Table {
  readonly cells: RowCells;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #sink: Sink;

  constructor({ columns }: Pick<Detection, 'columns'>, context: ReadContext, sink: Sink) {
    this.cells = new RowCells(columns.size, context, sink);
    this.#columns = columns;
    this.#sink = sink;
  }

  /** Takes up a row. Out: false where it has too few or too many cells, which is reported. */
  begin(row: readonly string[], line: number, raw: string): boolean {
    return this.cells.begin(row, line, raw);
  }

  has(column: string): boolean {
    return this.#columns.has(column);
  }

  /** '' where there is no such column. */
  text(column: string): string {
    return this.cells.text(this.#columns.get(column));
  }

  /** Errors: `import/missing-value` where the cell is empty. */
  required(column: string): string {
    const text = this.text(column);
    if (text === '') this.cells.error('import/missing-value', { column }, column);
    return text;
  }

  time(column: string): Instant | undefined {
    return this.cells.time(this.#columns.get(column), column);
  }

  /** Signed; zero where the cell is blank. */
  number(column: string): Read<Quantity> | undefined {
    return this.cells.quantity(this.text(column), column);
  }

  /** Above zero. */
  positive(column: string): Read<Quantity> | undefined {
    return this.cells.positive(this.text(column), column);
  }

  /** Legs of zero are left out. */
  emit(key: string, time: Instant, kind: EventKind, legs: readonly Leg[], more: MoreOfEvent = {}): void {
    const { line, raw } = this.cells;
    this.#sink.event(key, {
      line,
      raw,
      time,
      kind,
      legs: legs.filter(({ quantity }) => !isZero(quantity)),
      ...more,
    });
  }

  ignored(rule: IgnoreRule): void {
    this.#sink.ignored(rule, this.cells.line, this.cells.raw);
  }
}
