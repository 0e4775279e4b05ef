/** The row at hand of a table: its cells by their columns' names, and where what is read from them goes. */
import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { ErrorCode } from '../../../shared/errors/errors.ts';
import type { ErrorValues } from '../../../shared/errors/failure.ts';
import { toText } from '../../../shared/num/format.ts';
import type { Price, Quantity } from '../../../shared/num/types.ts';
import { epochMs, type Instant } from '../../../shared/time/instant.ts';
import { isBlank } from '../cells/decimals.ts';
import { type Read, RowCells } from '../cells/row-cells.ts';
import type { Detection, EventDraft, IgnoreRule, ReadContext, Sink } from '../importer.ts';

export type Draft = Omit<EventDraft, 'line' | 'raw'>;

export class TableRow {
  /** Which of the format's headers the file has. */
  readonly variant: string;
  readonly #cells: RowCells;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #context: ReadContext;
  readonly #sink: Sink;

  constructor({ variant, columns }: Detection, context: ReadContext, sink: Sink) {
    this.variant = variant;
    this.#cells = new RowCells(columns.size, context, sink);
    this.#columns = columns;
    this.#context = context;
    this.#sink = sink;
  }

  /** Out: false where the row has not as many cells as the header, which is reported. */
  begin(cells: readonly string[], line: number, raw: string): boolean {
    return this.#cells.begin(cells, line, raw);
  }

  /** Whether nothing was wrong with the cells read so far. */
  get isGood(): boolean {
    return this.#cells.isGood;
  }

  /** Where the file's rows belong. */
  get account(): AccountId {
    return this.#context.account.id;
  }

  /** The names of the columns, for formats whose width varies. */
  get columns(): readonly string[] {
    return [...this.#columns.keys()];
  }

  has(column: string): boolean {
    return this.#columns.has(column);
  }

  /** The cell without blanks around it; '' where there is no such column. */
  text(column: string): string {
    return this.#cells.text(this.#columns.get(column));
  }

  /** As `text`, where a row without it (or with `null`, `--` …) says nothing. Errors: `import/missing-value`. */
  needed(column: string): string {
    const text = this.text(column);
    if (isBlank(text)) this.#cells.error('import/missing-value', { column }, column);
    return text;
  }

  /** What a word of the exchange means. Errors: `import/unknown-word`. */
  word<T>(column: string, words: ReadonlyMap<string, T>): T | undefined {
    const text = this.text(column);
    const word = words.get(text.toLowerCase());
    if (word === undefined) {
      const known = [...words.keys()].join(', ');
      this.#cells.error('import/unknown-word', { column, text, known }, column);
    }
    return word;
  }

  time(column = 'time'): Instant | undefined {
    return this.#cells.time(this.#columns.get(column), column);
  }

  /** As `time`; a date alone is the beginning of that day. */
  timeOrDate(column: string): Instant | undefined {
    return this.#cells.timeOrDate(this.#columns.get(column), column);
  }

  /** Zero where the cell is blank or `--`. */
  quantity(column: string): Read<Quantity> | undefined {
    return this.#cells.quantity(this.text(column), column);
  }

  /** As `quantity`, where nothing and zero are not the same. Errors: also `import/missing-value`. */
  stated(column: string): Read<Quantity> | undefined {
    return isBlank(this.needed(column)) ? undefined : this.quantity(column);
  }

  /** As `stated`, of what cannot be negative: what was filled of an order. Errors: also `import/negative`. */
  statedSize(column: string): Read<Quantity> | undefined {
    return isBlank(this.needed(column)) ? undefined : this.unsigned(column);
  }

  /** undefined, without an error, where the cell is blank: a balance that a row may leave out. */
  optional(column: string): Quantity | undefined {
    return isBlank(this.text(column)) ? undefined : this.quantity(column)?.value;
  }

  unsigned(column: string): Read<Quantity> | undefined {
    return this.#cells.unsigned(this.text(column), column);
  }

  positive(column: string): Read<Quantity> | undefined {
    return this.#cells.positive(this.text(column), column);
  }

  price(column: string): Read<Price> | undefined {
    return this.#cells.price(this.text(column), column);
  }

  /** As that of `RowCells`. In: `column`, of the price. */
  paidAt(units: Quantity, price: Price, column: string): Quantity | undefined {
    return this.#cells.paidAt(units, price, column);
  }

  /** A number that stands in a cell with something else. In: `column`, for the message. */
  quantityOf(text: string, column: string): Read<Quantity> | undefined {
    return this.#cells.quantity(text, column);
  }

  positiveOf(text: string, column: string): Read<Quantity> | undefined {
    return this.#cells.positive(text, column);
  }

  asset(ticker: string, time: Instant): AssetId {
    return this.#context.tickers.asset(ticker, time);
  }

  error<Code extends ErrorCode>(code: Code, values: ErrorValues<Code>, cause = ''): void {
    this.#cells.error(code, values, cause);
  }

  warn<Code extends ErrorCode>(code: Code, values: ErrorValues<Code>, cause = ''): void {
    this.#cells.warn(code, values, cause);
  }

  ignored(rule: IgnoreRule): void {
    this.#sink.ignored(rule, this.#cells.line, this.#cells.raw);
  }

  /** As `emit`, where a row without legs states that nothing moved. */
  emitMoved(draft: Draft): void {
    if (draft.legs.length === 0) this.ignored('nothing-moved');
    else this.emit(draft);
  }

  /** The row's event. Rows that state the same thing have the same key, whatever else their layouts say. */
  emit(draft: Draft): void {
    this.#sink.event(keyOf(draft), { ...draft, line: this.#cells.line, raw: this.#cells.raw });
  }
}

/**
 * Without ids and what rows find each other by: an older layout of the same format may lack them. Rows of one layout that
 * state the same stay apart all the same, because their texts differ.
 */
function keyOf({ time, kind, legs, fill, contract }: Draft): string {
  const legTexts = legs.map(({ asset, quantity, role }) => `${role} ${toText(quantity)} ${asset}`);
  const filled = fill && `${fill.side} ${toText(fill.quantity)} ${fill.contract} ${toText(fill.price)}`;
  return [epochMs(time), kind, ...legTexts, filled ?? contract ?? ''].join('|');
}
