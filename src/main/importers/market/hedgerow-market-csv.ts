/**
 * Hedgerow market CSV: our own layout for market data that somebody writes by hand or brings from elsewhere.
 *
 * One row a value: Time, Of, Measure, Value, and where they say something Hours and Level. Rates say their unit, because 0.01
 * can be 1 % or 0.01 %. The time is the end of what the value covers. docs/formats/hedgerow-market-csv.md.
 * Errors: `import/unknown-columns`, `import/unknown-word`, `import/rate-without-unit`, and those of every cell.
 */
import { failure } from '../../../shared/errors/failure.ts';
import { MEASURES } from '../../../shared/domain/observation.ts';
import type { Measure } from '../../../shared/domain/observation.ts';
import { observedValue } from '../../../shared/domain/observed-value.ts';
import { toFloat } from '../../../shared/num/approximate.ts';
import { isNegative, isPositive } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { parseSuffixedRate } from '../../../shared/num/suffixed-rate.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { shown } from '../cells/row-cells.ts';
import { csvCaps } from '../csv/caps.ts';
import { columnNames } from '../header.ts';
import type { Detection, FileHead, Importer, ReadContext, RowReader, Sink } from '../importer.ts';
import { zoneFact } from '../zone-facts.ts';
import { marketData } from './market-data.ts';
import { ObservationRows } from './observation-rows.ts';

const titles = ['Time', 'Of', 'Measure', 'Value', 'Hours', 'Level'] as const;
const required = ['time', 'of', 'measure', 'value'];
const known: ReadonlySet<string> = new Set(titles.map((title) => title.toLowerCase()));
const measures: ReadonlyMap<string, Measure> = new Map(MEASURES.map((measure) => [measure, measure]));
const rates: ReadonlySet<Measure> = new Set(['funding-rate', 'spread', 'premium']);

export const hedgerowMarketCsv: Importer = {
  id: 'hedgerow-market-csv',
  name: 'Hedgerow market CSV',
  exchange: 'any',
  help: 'Write it yourself or in a spreadsheet: docs/formats/hedgerow-market-csv.md shows a row of every measure.',
  headers: [titles.join(',')],
  ...marketData,
  detect,
  open: (detection, context, sink) => new MarketReader(detection, context, sink),
};

function detect(head: FileHead): Detection | null {
  for (const [headerIndex, row] of head.rows.slice(0, csvCaps.preambleRows).entries()) {
    const names = columnNames(row);
    if (!required.every((column) => names.some(({ name }) => name === column))) continue;
    const zoneText = names.find((column) => column.zoneText !== null)?.zoneText ?? null;
    const unknown = names.map(({ name }) => name).filter((name) => !known.has(name));
    const { file } = head;
    const columns = unknown.map((name) => `"${name.slice(0, 60)}"`).join(', ');
    return {
      variant: 'market',
      headerIndex,
      columns: new Map(names.map(({ name }, at) => [name, at])),
      why: 'Its columns are Time, Of, Measure and Value of the Hedgerow market CSV.',
      zone: zoneFact(head, headerIndex, zoneText),
      ...(unknown.length > 0 && { refusal: failure('import/unknown-columns', { file, columns }, { file }) }),
    };
  }
  return null;
}

class MarketReader implements RowReader {
  readonly #rows: ObservationRows;
  readonly #columns: ReadonlyMap<string, number>;

  constructor(detection: Detection, context: ReadContext, sink: Sink) {
    this.#rows = new ObservationRows(detection, context, sink);
    this.#columns = detection.columns;
  }

  row(cells: readonly string[], line: number, raw: string): void {
    const rows = this.#rows;
    if (!rows.begin(cells, line, raw)) return;
    const time = rows.cells.timeOrDate(this.#columns.get('time'), 'Time');
    const of = rows.text('of');
    if (of === '') rows.cells.error('import/missing-value', { column: 'Of' }, 'Of');
    const measure = this.#measure();
    const value = measure === undefined ? undefined : this.#value(measure);
    const hours = this.#hours();
    const level = measure === 'depth' ? this.#level() : '';
    if (measure === 'funding-rate' && hours === null)
      rows.cells.error('import/missing-value', { column: 'Hours' }, 'Hours');
    const isWhole = time !== undefined && measure !== undefined && value !== undefined && level !== undefined;
    if (!rows.cells.isGood || !isWhole || !rows.isOver(time)) return;
    rows.emit(measure, time, value, hours, { of: of.includes(':') ? of : nameOf(of, measure), level });
  }

  end(): void {
    this.#rows.end();
  }

  #measure(): Measure | undefined {
    const text = this.#rows.text('measure').toLowerCase();
    const measure = measures.get(text);
    const words = { column: 'Measure', text: shown(text), known: MEASURES.join(', ') };
    if (measure === undefined) this.#rows.cells.error('import/unknown-word', words, 'Measure');
    return measure;
  }

  #value(measure: Measure): Quantity | undefined {
    const text = this.#rows.text('value');
    if (!rates.has(measure)) {
      const value = this.#rows.number('value');
      if (value !== undefined && isNegative(value))
        this.#rows.cells.error('import/negative', { column: 'Value', text: shown(text) }, 'Value');
      return value;
    }
    const rate = parseSuffixedRate(text);
    if (rate === null)
      this.#rows.cells.error('import/rate-without-unit', { column: 'Value', text: shown(text) }, 'Value');
    return rate === null ? undefined : observedValue(rate);
  }

  #hours(): number | null {
    if (this.#rows.text('hours') === '') return null;
    const hours = this.#rows.number('hours');
    if (hours === undefined) return null;
    if (!isPositive(hours))
      this.#rows.cells.error('import/not-positive', {
        column: 'Hours',
        text: shown(this.#rows.text('hours')),
      });
    return toFloat(hours);
  }

  #level(): string | undefined {
    if (this.#rows.text('level') === '') {
      this.#rows.cells.error('import/missing-value', { column: 'Level' }, 'Level');
      return undefined;
    }
    const level = this.#rows.number('level');
    return level === undefined ? undefined : toText(level);
  }
}

/** Assets are written in capitals, vendors as they write themselves. */
function nameOf(of: string, measure: Measure): string {
  return measure === 'fear-greed' ? of.toLowerCase() : of.toUpperCase();
}
