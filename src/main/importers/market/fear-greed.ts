/**
 * The fear and greed index of alternative.me: JSON as its page answers it, its broken CSV, and tables made by hand.
 *
 * The value of a day is published at 00:00 UTC of that day from what came before it, so it is known from then on. Labels are
 * left out: vendors draw their bands differently, the number counts.
 * Errors: `import/days-ambiguous`, and those of every cell.
 */
import { failure } from '../../../shared/errors/failure.ts';
import { quantity } from '../../../shared/num/parse.ts';
import { instantFromIso } from '../../../shared/time/instant.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { shown } from '../cells/row-cells.ts';
import { columnNames } from '../header.ts';
import type { Detection, FileHead, Importer, ReadContext, RowReader, Sink } from '../importer.ts';
import { dayOf, fearGreedColumns } from './fear-greed-columns.ts';
import type { DayOrder } from './fear-greed-columns.ts';
import { fearGreedHeader } from './fear-greed-json.ts';
import { marketData } from './market-data.ts';
import { ObservationRows } from './observation-rows.ts';
import { SeriesCheck } from './series-check.ts';

const DAY_MS = 86_400_000;
const VENDOR = 'alternative.me';
const headers = ['fng_value,fng_classification,date', 'date,fng_value,fng_classification', fearGreedHeader];

export const fearGreed: Importer = {
  id: 'fear-greed',
  name: 'Fear and greed index (alternative.me)',
  exchange: 'alternative.me',
  help: 'Save the page https://api.alternative.me/fng/?limit=0 as a file; its CSV (format=csv) is read too.',
  headers,
  ...marketData,
  detect,
  open: (detection, context, sink) => new FearGreedReader(detection, context, sink),
};

function detect(head: FileHead): Detection | null {
  if (!head.rows.some((row) => isHeader(columnNames(row).map(({ name }) => name)))) return null;
  const found = fearGreedColumns(head.rows);
  if (found.kind === 'none') return null;
  const { file } = head;
  const base = { zone: { zone: utc, from: 'file' as const }, market: VENDOR };
  const why = 'It has days and the fear and greed index from 0 to 100.';
  if (found.kind === 'ambiguous') {
    const refusal = failure('import/days-ambiguous', { file, example: found.example }, { file });
    return { ...base, variant: 'table', headerIndex: 0, columns: new Map(), why, refusal };
  }
  const { columns, headerIndex } = found;
  return {
    ...base,
    variant: columns.order,
    headerIndex,
    columns: columnsOf(head.rows[headerIndex + 1]?.cells.length ?? 3, columns),
    why: `${why} ${orderWords[columns.order]}`,
  };
}

const orderWords: Readonly<Record<DayOrder, string>> = {
  epoch: 'Its times count seconds.',
  ymd: 'Its days begin with the year.',
  dmy: 'Its days are read with the day first.',
  mdy: 'Its days are read with the month first.',
};

function isHeader(names: readonly string[]): boolean {
  return headers.some((header) => header.split(',').every((name) => names.includes(name)));
}

/** Day and value under their names, the others only for the count. */
function columnsOf(
  width: number,
  { day, value }: { readonly day: number; readonly value: number },
): Detection['columns'] {
  return new Map(
    Array.from({ length: width }, (_, at) => [
      at === day ? 'day' : at === value ? 'value' : `other ${at}`,
      at,
    ]),
  );
}

class FearGreedReader implements RowReader {
  readonly #rows: ObservationRows;
  readonly #order: DayOrder;
  readonly #check = new SeriesCheck();

  constructor(detection: Detection, context: ReadContext, sink: Sink) {
    this.#rows = new ObservationRows(detection, context, sink);
    this.#order = detection.variant as DayOrder;
  }

  row(cells: readonly string[], line: number, raw: string): void {
    const rows = this.#rows;
    if (!rows.begin(cells, line, raw)) return;
    const cell = rows.text('day');
    const day = dayOf(cell, this.#order);
    if (day === undefined) rows.cells.error('import/not-a-time', { column: 'day', text: shown(cell) });
    const value = rows.number('value');
    const isInRange = value !== undefined && value >= zero && value <= hundred;
    if (value !== undefined && !isInRange)
      rows.cells.error('import/not-a-number', { column: 'value', text: shown(rows.text('value')) });
    if (day === undefined || value === undefined || !rows.cells.isGood) return;
    const time = instantFromIso(`${dateText(day)}T00:00:00Z`);
    if (!rows.isOver(time)) return;
    this.#check.take(time);
    rows.emit('fear-greed', time, value, 24);
  }

  end(): void {
    this.#check.say(this.#rows, DAY_MS);
    this.#rows.end();
  }
}

const zero = quantity('0');
const hundred = quantity('100');
