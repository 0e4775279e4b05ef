/**
 * CoinMetrics community data: one coin a file, one row a day, columns by name (they differ by coin and by the day of the
 * download). The close of a day is stamped with that day. Files are the user's own: their licence (CC BY-NC 4.0) forbids to
 * pass them on. Source: github.com/coinmetrics/data.
 * Errors: `import/market-unknown`, and those of every cell.
 */
import { assetId } from '../../../shared/domain/asset.ts';
import { isPositive } from '../../../shared/num/arithmetic.ts';
import { ratio } from '../../../shared/num/products.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { addDuration } from '../../../shared/time/instant.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { csvCaps } from '../csv/caps.ts';
import { columnNames } from '../header.ts';
import type { Detection, FileHead, Importer, ReadContext, RowReader, Sink } from '../importer.ts';
import { DayCloses } from './day-closes.ts';
import { DAY_MS } from './last-of.ts';
import { marketData } from './market-data.ts';
import { marketUnknown } from './market-of.ts';
import { ObservationRows } from './observation-rows.ts';
import { SeriesCheck } from './series-check.ts';

const DAY_HOURS = 24;
const coinName = /(?:^|[\\/])([a-z0-9]{2,12})(?: ?\(\d+\))?\.csv$/iu;

export const coinMetrics: Importer = {
  id: 'coin-metrics',
  name: 'CoinMetrics community data',
  exchange: 'CoinMetrics',
  help: 'github.com/coinmetrics/data, folder csv: btc.csv and so on. Keep the name: it says which coin it is.',
  headers: ['time,CapMVRVCur,CapMrktCurUSD,CapRealUSD,PriceUSD'],
  ...marketData,
  detect,
  open: (detection, context, sink) => new CoinMetricsReader(detection, context, sink),
};

function detect(head: FileHead): Detection | null {
  const [first] = head.rows.slice(0, csvCaps.preambleRows);
  if (first === undefined) return null;
  const names = columnNames(first).map(({ name }) => name);
  if (!names.includes('time') || !names.includes('priceusd')) return null;
  const market = head.market ?? coinName.exec(head.file)?.[1]?.toUpperCase();
  return {
    variant: 'daily',
    headerIndex: 0,
    columns: new Map(names.map((name, at) => [name, at])),
    why: 'It has the columns time and PriceUSD, as CoinMetrics writes them.',
    zone: { zone: utc, from: 'file' },
    ...(market === undefined ? { refusal: marketUnknown(head.file, 'BTC') } : { market }),
  };
}

class CoinMetricsReader implements RowReader {
  readonly #rows: ObservationRows;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #closes: DayCloses;
  readonly #check = new SeriesCheck();

  constructor(detection: Detection, context: ReadContext, sink: Sink) {
    this.#rows = new ObservationRows(detection, context, sink);
    this.#columns = detection.columns;
    this.#closes = new DayCloses(assetId(this.#rows.market), assetId('USD'), this.#rows, sink);
  }

  row(cells: readonly string[], line: number, raw: string): void {
    const rows = this.#rows;
    if (!rows.begin(cells, line, raw)) return;
    const day = rows.cells.timeOrDate(this.#columns.get('time'), 'time');
    const price = this.#optional('priceusd');
    const cap = this.#optional('capmrktcurusd');
    const realised = this.#optional('caprealusd') ?? quotient(cap, this.#optional('capmvrvcur'));
    if (!rows.cells.isGood || day === undefined) return;
    const end = addDuration(day, DAY_MS);
    if (!rows.isOver(end)) return;
    this.#check.take(end);
    if (price !== undefined && isPositive(price)) {
      rows.emit('close', end, price, DAY_HOURS);
      this.#closes.take(end, DAY_MS, price);
    }
    if (cap !== undefined) rows.emit('market-cap', end, cap, DAY_HOURS);
    if (realised !== undefined) rows.emit('realised-cap', end, realised, DAY_HOURS);
  }

  end(): void {
    this.#check.say(this.#rows, DAY_MS);
    this.#rows.end();
  }

  #optional(column: string): Quantity | undefined {
    return this.#columns.has(column) && this.#rows.text(column) !== ''
      ? this.#rows.number(column)
      : undefined;
  }
}

/** Market value over the ratio of market to realised value is the realised value. */
function quotient(cap: Quantity | undefined, mvrv: Quantity | undefined): Quantity | undefined {
  if (cap === undefined || mvrv === undefined || !isPositive(mvrv)) return undefined;
  return ratio(cap, mvrv, 'half-even') as unknown as Quantity;
}
