/**
 * Binance public data, metrics: open interest and long/short ratios every five minutes. Times are text in UTC. Files repeat
 * times, have holes and empty cells. Of each hour the last value is kept (`isLastOf`).
 * Source: binance/binance-public-data, and the API's pages on open interest (COIN-M states contracts first, coins second).
 */
import type { Measure } from '../../../shared/domain/observation.ts';
import { isPositive } from '../../../shared/num/arithmetic.ts';
import { rate } from '../../../shared/num/parse.ts';
import { quantityTimes } from '../../../shared/num/products.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { matchHeader } from '../header.ts';
import type { Detection, FileHead, Importer, ReadContext, RowReader, Sink } from '../importer.ts';
import { HOUR_MS, isLastOf } from './last-of.ts';
import { marketData } from './market-data.ts';
import { coinMarginedDollars, futuresId, isCoinMarginedMarket } from './market-of.ts';
import { ObservationRows } from './observation-rows.ts';
import { SeriesCheck } from './series-check.ts';

const ratios: readonly (readonly [column: string, measure: Measure])[] = [
  ['count_toptrader_long_short_ratio', 'top-account-ratio'],
  ['sum_toptrader_long_short_ratio', 'top-position-ratio'],
  ['count_long_short_ratio', 'account-ratio'],
  ['sum_taker_long_short_vol_ratio', 'taker-ratio'],
];
const required = ['create_time', 'symbol', 'sum_open_interest', 'sum_open_interest_value'];
const STEP_MS = 300_000;

export const binanceMetrics: Importer = {
  id: 'binance-metrics',
  name: 'Binance metrics (open interest, long/short ratios)',
  exchange: 'Binance',
  help: 'data.binance.vision: futures/um or futures/cm, daily, metrics; unpack the archives. Each row names its contract.',
  headers: [[...required, ...ratios.map(([column]) => column)].join(',')],
  ...marketData,
  detect,
  open: (detection, context, sink) => new MetricsReader(detection, context, sink),
};

function detect(head: FileHead): Detection | null {
  const optional = ratios.map(([column]) => column);
  const match = matchHeader(head, [{ variant: 'metrics', required, optional }]);
  if (match === null) return null;
  return {
    variant: 'metrics',
    headerIndex: match.headerIndex,
    columns: match.columns,
    why: 'Its columns are those of Binance metrics.',
    zone: { zone: utc, from: 'file' },
  };
}

class MetricsReader implements RowReader {
  readonly #rows: ObservationRows;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #checks = new Map<string, SeriesCheck>();

  constructor(detection: Detection, context: ReadContext, sink: Sink) {
    this.#rows = new ObservationRows(detection, context, sink);
    this.#columns = detection.columns;
  }

  row(cells: readonly string[], line: number, raw: string): void {
    const rows = this.#rows;
    if (!rows.begin(cells, line, raw)) return;
    const time = rows.time('create_time');
    const symbol = rows.text('symbol').toUpperCase();
    if (symbol === '') rows.cells.error('import/missing-value', { column: 'symbol' });
    if (!rows.cells.isGood || time === undefined) return;
    this.#checkOf(symbol).take(time);
    if (!isLastOf(HOUR_MS, time, STEP_MS)) return;
    const of = futuresId(symbol);
    this.#openInterest(of, time);
    for (const [column, measure] of ratios) {
      if (!this.#columns.has(column)) continue;
      const value = rows.number(column);
      if (value !== undefined) rows.emit(measure, time, value, null, { of });
    }
  }

  end(): void {
    for (const check of this.#checks.values()) check.say(this.#rows, STEP_MS);
    this.#rows.end();
  }

  /** USD-M states coins and money, COIN-M contracts and coins. A zero is a hole of the file, not an empty market. */
  #openInterest(of: string, time: Instant): void {
    const first = this.#rows.number('sum_open_interest');
    const second = this.#rows.number('sum_open_interest_value');
    const isInverse = isCoinMarginedMarket(of);
    const coins = isInverse ? second : first;
    const money =
      isInverse && first !== undefined
        ? quantityTimes(first, rate(coinMarginedDollars(of)), 'half-even')
        : second;
    if (coins !== undefined && isPositive(coins)) this.#rows.emit('open-interest', time, coins, null, { of });
    if (money !== undefined && isPositive(money))
      this.#rows.emit('open-interest-money', time, money, null, { of });
  }

  #checkOf(symbol: string): SeriesCheck {
    let check = this.#checks.get(symbol);
    if (check === undefined) this.#checks.set(symbol, (check = new SeriesCheck()));
    return check;
  }
}
