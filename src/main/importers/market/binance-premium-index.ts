/** Binance public data, premiumIndexKlines: a perpetual's price over its index, less one, at the end of each span. */
import { utc } from '../../../shared/time/time-zone.ts';
import { addDuration, msBetween } from '../../../shared/time/instant.ts';
import type { Detection, FileHead, Importer, ReadContext, RowReader, Sink } from '../importer.ts';
import { closesOf, columnsOfKlines, isWithoutVolume, klineColumns, klineHead } from './binance-klines.ts';
import { marketData } from './market-data.ts';
import { binanceContract } from './market-of.ts';
import { ObservationRows } from './observation-rows.ts';
import { SeriesCheck } from './series-check.ts';

const HOUR_MS = 3_600_000;

export const binancePremiumIndex: Importer = {
  id: 'binance-premium-index',
  name: 'Binance premium index klines',
  exchange: 'Binance',
  help: 'data.binance.vision: futures/um or futures/cm, premiumIndexKlines; unpack the archive and keep its name.',
  headers: [klineColumns.join(',')],
  ...marketData,
  detect,
  open: (detection, context, sink) => new PremiumReader(detection, context, sink),
};

function detect(head: FileHead): Detection | null {
  const klines = klineHead(head);
  if (klines === null || !isWithoutVolume(klines)) return null;
  if (closesOf(klines).some((close) => Math.abs(close) > 0.5)) return null;
  const market = binanceContract(head);
  return {
    variant: 'premium',
    headerIndex: klines.headerIndex,
    columns: columnsOfKlines,
    why: 'Its rows are klines without volume around zero: a premium index.',
    zone: { zone: utc, from: 'file' },
    ...(typeof market === 'string' ? { market } : { refusal: market }),
  };
}

class PremiumReader implements RowReader {
  readonly #rows: ObservationRows;
  readonly #check = new SeriesCheck();
  #stepMs = 0;

  constructor(detection: Detection, context: ReadContext, sink: Sink) {
    this.#rows = new ObservationRows(detection, context, sink);
  }

  row(cells: readonly string[], line: number, raw: string): void {
    const rows = this.#rows;
    if (!rows.begin(cells, line, raw)) return;
    const open = rows.time('open_time');
    const last = rows.time('close_time');
    const close = rows.number('close');
    if (!rows.cells.isGood || open === undefined || last === undefined || close === undefined) return;
    const end = addDuration(last, 1);
    if (!rows.isOver(end)) return;
    this.#check.take(end);
    this.#stepMs = msBetween(open, end);
    rows.emit('premium', end, close, this.#stepMs / HOUR_MS);
  }

  end(): void {
    if (this.#stepMs > 0) this.#check.say(this.#rows, this.#stepMs);
    this.#rows.end();
  }
}
