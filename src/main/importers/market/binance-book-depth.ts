/**
 * Binance public data, bookDepth: what rests up to −5 … 5 % from the middle, every 30 seconds, summed up. Of each hour the
 * last is kept (`isLastOf`). Source: binance/binance-public-data; the 0.2 % of later files from knowledge.
 * Errors: `import/units-unknown` for coin-margined contracts, whose unit nobody states.
 */
import { failure } from '../../../shared/errors/failure.ts';
import { isNegative, isZero } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { matchHeader } from '../header.ts';
import type { Detection, FileHead, Importer, ReadContext, RowReader, Sink } from '../importer.ts';
import { HOUR_MS, isLastOf } from './last-of.ts';
import { marketData } from './market-data.ts';
import { binanceContract, isCoinMarginedMarket } from './market-of.ts';
import { ObservationRows } from './observation-rows.ts';

/** Some are a little late: rather two of an hour than none. */
const STEP_MS = 35_000;
const required = ['timestamp', 'percentage', 'depth', 'notional'];

export const binanceBookDepth: Importer = {
  id: 'binance-book-depth',
  name: 'Binance book depth',
  exchange: 'Binance',
  help: 'data.binance.vision: futures/um, daily, bookDepth; unpack the archives and keep their names.',
  headers: [required.join(',')],
  ...marketData,
  detect,
  open: (detection, context, sink) => new BookDepthReader(detection, context, sink),
};

function detect(head: FileHead): Detection | null {
  const match = matchHeader(head, [{ variant: 'book-depth', required }]);
  if (match === null) return null;
  const market = binanceContract(head);
  const { file } = head;
  const isInverse = typeof market === 'string' && isCoinMarginedMarket(market);
  const refusal =
    typeof market !== 'string'
      ? market
      : isInverse
        ? failure('import/units-unknown', { file }, { file })
        : null;
  return {
    variant: 'book-depth',
    headerIndex: match.headerIndex,
    columns: match.columns,
    why: 'Its columns are those of Binance book depth.',
    zone: { zone: utc, from: 'file' },
    ...(typeof market === 'string' && { market }),
    ...(refusal !== null && { refusal }),
  };
}

class BookDepthReader implements RowReader {
  readonly #rows: ObservationRows;

  constructor(detection: Detection, context: ReadContext, sink: Sink) {
    this.#rows = new ObservationRows(detection, context, sink);
  }

  row(cells: readonly string[], line: number, raw: string): void {
    const rows = this.#rows;
    if (!rows.begin(cells, line, raw)) return;
    const time = rows.time('timestamp');
    const level = rows.number('percentage');
    const depth = rows.number('depth');
    if (!rows.cells.isGood || time === undefined || level === undefined || depth === undefined) return;
    if (isZero(level) || isNegative(depth)) {
      const column = isZero(level) ? 'percentage' : 'depth';
      rows.cells.error('import/not-positive', { column, text: rows.text(column) }, column);
      return;
    }
    if (isLastOf(HOUR_MS, time, STEP_MS)) rows.emit('depth', time, depth, null, { level: toText(level) });
  }

  end(): void {
    this.#rows.end();
  }
}
