/**
 * Binance public data, fundingRate: one row a payment. Times are a few milliseconds late, so they are put back to their
 * hour; the interval is the row's own, because it changes in stress. Source: binance/binance-public-data.
 */
import { epochMs, instantFromEpochMs } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { toFloat } from '../../../shared/num/approximate.ts';
import { columnNames } from '../header.ts';
import type { Detection, FileHead, Importer, ReadContext, RowReader, Sink } from '../importer.ts';
import { isEpoch } from './market-cells.ts';
import { marketData } from './market-data.ts';
import { binanceContract, namedFile } from './market-of.ts';
import { ObservationRows } from './observation-rows.ts';
import { SeriesCheck } from './series-check.ts';

const columns = ['calc_time', 'funding_interval_hours', 'last_funding_rate'] as const;
const HOUR_MS = 3_600_000;
const LATE_MS = 300_000;

export const binanceFunding: Importer = {
  id: 'binance-funding',
  name: 'Binance funding rates',
  exchange: 'Binance',
  help: 'data.binance.vision: futures/um or futures/cm, monthly, fundingRate; unpack the archive and keep its name.',
  headers: [columns.join(',')],
  ...marketData,
  detect,
  open: (detection, context, sink) => new FundingReader(detection, context, sink),
};

function detect(head: FileHead): Detection | null {
  const [first] = head.rows;
  if (first === undefined) return null;
  const names = columnNames(first).map(({ name }) => name);
  const hasHeader = names.length === columns.length && columns.every((column) => names.includes(column));
  const isBare =
    first.cells.length === columns.length &&
    isEpoch(first.cells[0]) &&
    namedFile(head.file)?.what === 'fundingRate';
  if (!hasHeader && !isBare) return null;
  const market = binanceContract(head);
  return {
    variant: 'funding',
    headerIndex: hasHeader ? 0 : -1,
    columns: new Map(columns.map((column, at) => [column, hasHeader ? names.indexOf(column) : at])),
    why: 'Its columns are those of Binance funding rates.',
    zone: { zone: utc, from: 'file' },
    ...(typeof market === 'string' ? { market } : { refusal: market }),
  };
}

class FundingReader implements RowReader {
  readonly #rows: ObservationRows;
  readonly #check = new SeriesCheck();
  #hours = 0;

  constructor(detection: Detection, context: ReadContext, sink: Sink) {
    this.#rows = new ObservationRows(detection, context, sink);
  }

  row(cells: readonly string[], line: number, raw: string): void {
    const rows = this.#rows;
    if (!rows.begin(cells, line, raw)) return;
    const time = rows.time('calc_time');
    const interval = rows.number('funding_interval_hours');
    const rate = rows.number('last_funding_rate');
    if (!rows.cells.isGood || time === undefined || interval === undefined || rate === undefined) return;
    const hours = toFloat(interval);
    if (hours <= 0 || hours > 24) {
      const [column] = ['funding_interval_hours'];
      rows.cells.error('import/not-a-number', { column, text: rows.text(column) }, column);
      return;
    }
    const paid = onTheHour(time);
    this.#check.take(paid);
    this.#hours = Math.max(this.#hours, hours);
    rows.emit('funding-rate', paid, rate, hours);
  }

  end(): void {
    if (this.#hours > 0) this.#check.say(this.#rows, this.#hours * HOUR_MS);
    this.#rows.end();
  }
}

/** "1751328000007" is the payment of 00:00. */
function onTheHour(time: Instant): Instant {
  const ms = epochMs(time);
  const late = ms % HOUR_MS;
  return late <= LATE_MS ? instantFromEpochMs(ms - late) : time;
}
