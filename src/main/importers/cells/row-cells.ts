/**
 * The cells of the row at hand, read one by one. What is wrong with a cell is reported and remembered, so that a reader
 * reads all its cells first, gets every fault of the row, and then asks `isGood`.
 */
import type { ErrorCode } from '../../../shared/errors/errors.ts';
import { failure, type ErrorValues } from '../../../shared/errors/failure.ts';
import { absolute } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { parseMoney, parsePrice, parseQuantity, type Parsed } from '../../../shared/num/parse.ts';
import { valueOf } from '../../../shared/num/products.ts';
import {
  type Exact,
  zeroPrice,
  zeroQuantity,
  type Money,
  type Price,
  type Quantity,
} from '../../../shared/num/types.ts';
import { epochMs, type Instant } from '../../../shared/time/instant.ts';
import type { ReadContext, Sink } from '../importer.ts';
import { isBlank, readDecimal } from './decimals.ts';
import { dayOf } from './time-layouts.ts';
import { createTimeReader, type TimeReader } from './times.ts';

const dayMs = 86_400_000;
const decimalsKept = 18;

/** A cell's number with its text in normal form (for row keys). */
export interface Read<T> {
  readonly value: T;
  readonly text: string;
}

const zeroRead: Read<never> = { value: zeroQuantity as never, text: '0' };

export class RowCells {
  readonly #sink: Sink;
  readonly #context: ReadContext;
  readonly #width: number;
  readonly #readTime: TimeReader;
  readonly #latest: number;
  #cells: readonly string[] = [];
  #line = 0;
  #raw = '';
  #good = true;
  /** Causes that the row has had already: one fault is told once. */
  readonly #told = new Set<string>();

  /** In: `width`, how many columns the header has. */
  constructor(width: number, context: ReadContext, sink: Sink) {
    this.#width = width;
    this.#context = context;
    this.#sink = sink;
    this.#readTime = createTimeReader(context.zone, context.dateOrder);
    this.#latest = epochMs(context.now) + dayMs;
  }

  /** Takes up a row. Out: false where it has too few or too many cells, which is reported. */
  begin(cells: readonly string[], line: number, raw: string): boolean {
    this.#cells = cells;
    this.#line = line;
    this.#raw = raw;
    this.#good = true;
    if (this.#told.size > 0) this.#told.clear();
    if (cells.length === this.#width || this.#isOnlyPadded(cells)) return true;
    this.error('import/row-width', { found: cells.length, expected: this.#width });
    return false;
  }

  /** Whether no error was reported since `begin`. */
  get isGood(): boolean {
    return this.#good;
  }

  get line(): number {
    return this.#line;
  }

  get raw(): string {
    return this.#raw;
  }

  /** The cell, without blanks around it; '' where there is no such column. */
  text(column: number | undefined): string {
    const cell = column === undefined ? undefined : this.#cells[column];
    if (cell === undefined || cell === '') return '';
    return cell.charCodeAt(0) <= 32 || cell.charCodeAt(cell.length - 1) <= 32 ? cell.trim() : cell;
  }

  /** Errors: `import/not-a-time`, `import/time-in-future`. Warns of times that the clock showed twice or never. */
  time(column: number | undefined, name: string): Instant | undefined {
    return this.#time(this.text(column), name);
  }

  /** As `time`; a date alone is the beginning of that day. */
  timeOrDate(column: number | undefined, name: string): Instant | undefined {
    return this.timeOrDateOf(this.text(column), name);
  }

  /** As `timeOrDate`, of a time that stands in several cells. */
  timeOrDateOf(cell: string, name: string): Instant | undefined {
    const day = cell.length > 18 || cell.includes(':') ? null : dayOf(cell, this.#context.dateOrder);
    return this.#time(day === null ? cell : `${day} 00:00:00`, name);
  }

  /** Zero where the cell is blank. In: the cell's text without its unit. */
  quantity(cell: string, name: string): Read<Quantity> | undefined {
    return isBlank(cell) ? zeroRead : this.#number(cell, name, parseQuantity);
  }

  /** As `quantity`, of what cannot be negative. Errors: also `import/negative`. */
  unsigned(cell: string, name: string): Read<Quantity> | undefined {
    return this.#notNegative(this.quantity(cell, name), cell, name);
  }

  /** Above zero. Errors: also `import/negative`, `import/not-positive`. */
  positive(cell: string, name: string): Read<Quantity> | undefined {
    return this.#aboveZero(this.unsigned(cell, name), zeroQuantity, cell, name);
  }

  price(cell: string, name: string): Read<Price> | undefined {
    const read = this.#notNegative(this.#number(cell, name, parsePrice), cell, name);
    return this.#aboveZero(read, zeroPrice, cell, name);
  }

  /**
   * What units come to at a price, both of the row, never negative. Each may be possible while their product is more than a
   * ledger can hold: then the row is left out. In: `name`, the column of the price.
   */
  paidAt(units: Quantity, price: Price, name: string): Quantity | undefined {
    const size = absolute(units);
    const paid = parseQuantity(toText(valueOf(size, price, 'half-even')));
    if (paid.ok) return paid.value;
    const text = `${toText(size)} × ${toText(price)}`;
    return this.#fault('import/too-large', { column: name, text }, name);
  }

  money(cell: string, name: string): Read<Money> | undefined {
    return this.#number(cell, name, parseMoney);
  }

  /** Leaves the row out, and says why. In: `cause`, where rows with the code have different causes. */
  error<Code extends ErrorCode>(code: Code, values: ErrorValues<Code>, cause = ''): void {
    this.#good = false;
    this.#report('error', code, values, cause);
  }

  /** Keeps the row, and says what to look at. */
  warn<Code extends ErrorCode>(code: Code, values: ErrorValues<Code>, cause = ''): void {
    this.#report('warning', code, values, cause);
  }

  #time(cell: string, name: string): Instant | undefined {
    const read = this.#readTime(cell);
    if (read === null) return this.#fault('import/not-a-time', { column: name, text: shown(cell) }, name);
    if (epochMs(read.instant) > this.#latest) {
      return this.#fault('import/time-in-future', { column: name, text: shown(cell) }, name);
    }
    if (read.doubtful) this.warn('import/doubtful-time', { column: name, text: shown(cell) });
    return read.instant;
  }

  #number<T extends Exact>(
    cell: string,
    name: string,
    parse: (text: string) => Parsed<T>,
  ): Read<T> | undefined {
    const read = readDecimal(cell, this.#context.decimalMark, parse);
    if (read.ok) return read;
    const values = { column: name, text: shown(cell) };
    if (read.fault === 'not-a-number') return this.#fault('import/not-a-number', values, name);
    if (read.fault === 'too-large') return this.#fault('import/too-large', values, name);
    return this.#fault(
      'import/too-many-decimals',
      { ...values, digits: decimalsOf(read.text), decimalsKept },
      name,
    );
  }

  #notNegative<T>(read: Read<T> | undefined, cell: string, name: string): Read<T> | undefined {
    if (read === undefined || read.text.charCodeAt(0) !== 45) return read;
    return this.#fault('import/negative', { column: name, text: shown(cell) }, name);
  }

  #aboveZero<T>(read: Read<T> | undefined, zero: T, cell: string, name: string): Read<T> | undefined {
    if (read === undefined || read.value !== zero) return read;
    return this.#fault('import/not-positive', { column: name, text: shown(cell) }, name);
  }

  #fault<Code extends ErrorCode>(code: Code, values: ErrorValues<Code>, cause: string): undefined {
    this.error(code, values, cause);
    return undefined;
  }

  #report<Code extends ErrorCode>(
    severity: 'error' | 'warning',
    code: Code,
    values: ErrorValues<Code>,
    cause: string,
  ): void {
    const why = `${code} ${cause}`;
    if (this.#told.has(why)) return;
    this.#told.add(why);
    const { line, raw } = this;
    const where = { file: this.#context.file, row: line };
    const said = failure(code, this.#asTitled(values), where);
    this.#sink.problem({ severity, failure: said, cause: why, line, raw });
  }

  /** With the name that the file gives the column. */
  #asTitled<Values extends object>(values: Values): Values {
    const { column } = values as { readonly column?: unknown };
    const title = typeof column === 'string' ? this.#context.titles?.get(column.toLowerCase()) : undefined;
    return title === undefined ? values : { ...values, column: title };
  }

  /** Excel and some exchanges put delimiters behind the last cell. */
  #isOnlyPadded(cells: readonly string[]): boolean {
    return cells.length > this.#width && cells.slice(this.#width).every((cell) => cell.trim() === '');
  }
}

/** What a message quotes of a cell. */
export function shown(cell: string): string {
  return cell.length > 60 ? `${cell.slice(0, 60)}…` : cell;
}

function decimalsOf(text: string): number {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  return Math.max(0, (mantissa.split('.')[1]?.replace(/0+$/u, '').length ?? 0) - Number(exponent));
}
