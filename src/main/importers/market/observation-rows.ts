/** What readers of market files have in common: the row at hand, emitting, and what is said of the file as a whole. */
import type { Measure } from '../../../shared/domain/observation.ts';
import type { ErrorCode } from '../../../shared/errors/errors.ts';
import { failure } from '../../../shared/errors/failure.ts';
import type { ErrorValues } from '../../../shared/errors/failure.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { epochMs } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { isBlank } from '../cells/decimals.ts';
import { RowCells, shown } from '../cells/row-cells.ts';
import type { Detection, ReadContext, Sink } from '../importer.ts';
import { epochInstant, statistic } from './market-cells.ts';
import { coinsInUnit } from './market-of.ts';

/** The line that a value comes from. */
export interface Place {
  readonly line: number;
  readonly raw: string;
}

export class ObservationRows {
  readonly cells: RowCells;
  /** What the rows are of, unless they say otherwise. */
  readonly market: string;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #context: ReadContext;
  readonly #sink: Sink;
  #first: Place | null = null;
  /** Rows that nothing came of yet. */
  readonly #untold = new Map<number, string>();
  #empty = 0;

  constructor({ columns, market = '' }: Detection, context: ReadContext, sink: Sink) {
    this.cells = new RowCells(columns.size, context, sink);
    this.market = market;
    this.#columns = columns;
    this.#context = context;
    this.#sink = sink;
  }

  /** Takes up a row. Out: false where it has too few or too many cells. */
  begin(cells: readonly string[], line: number, raw: string): boolean {
    this.#first ??= { line, raw };
    this.#forgetBad();
    this.#untold.set(line, raw);
    return this.cells.begin(cells, line, raw);
  }

  /** A row became a price or an observation. */
  told(line: number): void {
    this.#untold.delete(line);
  }

  /** A row with an error is told of by it. */
  #forgetBad(): void {
    if (!this.cells.isGood) this.#untold.delete(this.cells.line);
  }

  get place(): Place {
    return { line: this.cells.line, raw: this.cells.raw };
  }

  text(column: string): string {
    return this.cells.text(this.#columns.get(column));
  }

  /** Times without a zone are in the file's; a number counts from 1970. */
  time(column: string): Instant | undefined {
    const epoch = epochInstant(this.text(column));
    return epoch ?? this.cells.time(this.#columns.get(column), column);
  }

  /** undefined, and counted, where the cell is empty; undefined with an error where it is no number. */
  number(column: string): Quantity | undefined {
    const cell = this.text(column);
    if (isBlank(cell)) {
      this.#empty++;
      return undefined;
    }
    const value = statistic(cell, this.#context.decimalMark);
    if (value === undefined) this.cells.error('import/not-a-number', { column, text: shown(cell) }, column);
    return value;
  }

  /** Whether a span that ends at an instant is over; where not, the row is left out and that is said. */
  isOver(end: Instant): boolean {
    if (epochMs(end) <= epochMs(this.#context.now)) return true;
    this.cells.warn('import/span-not-over', {});
    return false;
  }

  emit(
    measure: Measure,
    time: Instant,
    value: Quantity,
    hours: number | null,
    { of = this.market, level = '', place = this.place }: { of?: string; level?: string; place?: Place } = {},
  ): void {
    this.told(place.line);
    this.#sink.observation({ measure, of, level, time, value, hours }, place.line, place.raw);
  }

  sourceAt({ line }: Place): string {
    return `file ${this.#context.file} line ${line}`;
  }

  /** Says something of the file as a whole, beside its first row. */
  say<Code extends ErrorCode>(code: Code, values: ErrorValues<Code>): void {
    if (this.#first === null) return;
    const where = { file: this.#context.file };
    const problem = failure(code, values, where);
    this.#sink.problem({ severity: 'warning', failure: problem, cause: code, ...this.#first });
  }

  /** What every market file says at its end. */
  end(): void {
    this.#forgetBad();
    for (const [line, raw] of this.#untold) this.#sink.ignored('finer-than-kept', line, raw);
    if (this.#empty > 0) this.say('import/empty-cells', { count: this.#empty });
    const unit = coinsInUnit(this.market);
    if (unit !== null) this.say('import/unit-of-many-coins', { market: this.market, unit });
  }
}
