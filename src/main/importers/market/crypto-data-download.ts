/**
 * CryptoDataDownload: the first line is an address, the newest row comes first, `unix` counts seconds or milliseconds and is
 * the beginning of the row's span, volume columns carry the names of coin and money. The file's name says exchange and span.
 * Errors: `import/market-unknown`, `import/span-unknown`, and those of every cell.
 */
import { assetId } from '../../../shared/domain/asset.ts';
import { failure } from '../../../shared/errors/failure.ts';
import { addDuration, epochMs } from '../../../shared/time/instant.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { splitPair } from '../binance-pairs.ts';
import { csvCaps } from '../csv/caps.ts';
import { columnNames } from '../header.ts';
import type { Detection, FileHead, Importer, ReadContext, Row, RowReader, Sink } from '../importer.ts';
import { DayCloses } from './day-closes.ts';
import { HOUR_MS } from './last-of.ts';
import { epochInstant } from './market-cells.ts';
import { marketData } from './market-data.ts';
import { marketUnknown, symbolOf } from './market-of.ts';
import { ObservationRows } from './observation-rows.ts';
import { SeriesCheck } from './series-check.ts';

const required = ['unix', 'date', 'symbol', 'open', 'high', 'low', 'close'];
const fileName = /(?:^|[\\/])([A-Za-z]+)_([A-Za-z0-9]+)_([A-Za-z0-9]+)[^\\/]*\.csv$/u;
const spans: Readonly<Record<string, number>> = { d: 24, daily: 24, day: 24, '1h': 1, hour: 1, hourly: 1 };

export const cryptoDataDownload: Importer = {
  id: 'crypto-data-download',
  name: 'CryptoDataDownload (prices and volume)',
  exchange: 'CryptoDataDownload',
  help: 'cryptodatadownload.com: the CSV of an exchange by day or hour. Keep its name: it says the exchange.',
  headers: ['unix,date,symbol,open,high,low,close,Volume BTC,Volume USD'],
  ...marketData,
  detect,
  open: (detection, context, sink) => new DownloadReader(detection, context, sink),
};

function detect(head: FileHead): Detection | null {
  for (const [headerIndex, row] of head.rows.slice(0, csvCaps.preambleRows).entries()) {
    const names = columnNames(row).map(({ name }) => (name === 'unix timestamp' ? 'unix' : name));
    if (!required.every((name) => names.includes(name))) continue;
    const rows = head.rows.slice(headerIndex + 1);
    const market = marketOf(head, rows[0]?.cells[names.indexOf('symbol')]?.trim() ?? '');
    const hours = spanHours(head.file, rows, names.indexOf('unix'));
    const { file } = head;
    const refusal =
      market === null
        ? marketUnknown(file, 'bitstamp-spot:BTCUSD')
        : hours === null
          ? failure('import/span-unknown', { file }, { file })
          : null;
    return {
      variant: String(hours ?? ''),
      headerIndex,
      columns: new Map(names.map((name, at) => [volumeName(name, names, market), at])),
      why: 'Its columns are those of CryptoDataDownload.',
      zone: { zone: utc, from: 'file' },
      ...(market !== null && { market }),
      ...(refusal !== null && { refusal }),
    };
  }
  return null;
}

/** "Bitstamp_BTCUSD_1h.csv" → bitstamp-spot:BTCUSD. */
function marketOf(head: FileHead, symbol: string): string | null {
  if (head.market !== undefined) return head.market;
  const venue = fileName.exec(head.file)?.[1]?.toLowerCase();
  const plain = symbol.replaceAll(/[^A-Za-z0-9]/gu, '').toUpperCase();
  return venue === undefined || plain === '' ? null : `${venue}-spot:${plain}`;
}

/** By the name, else by what lies between two rows. */
function spanHours(file: string, rows: readonly Row[], unix: number): number | null {
  const named = spans[fileName.exec(file)?.[3]?.toLowerCase() ?? ''];
  if (named !== undefined) return named;
  const times = rows.flatMap(({ cells }) => epochInstant(cells[unix]?.trim() ?? '') ?? []).map(epochMs);
  const steps = times.slice(1).map((time, at) => Math.abs(time - (times[at] ?? time)));
  const least = Math.min(...steps.filter((step) => step > 0));
  return Number.isFinite(least) ? least / HOUR_MS : null;
}

/** "volume btc" of BTCUSD is the coins' volume, the other one the money's. */
function volumeName(name: string, names: readonly string[], market: string | null): string {
  if (!name.startsWith('volume')) return name;
  const unit = name.slice('volume'.length).trim().toUpperCase();
  const pair = market === null ? null : splitPair(symbolOf(market), '');
  const isCoin =
    pair === null
      ? names.findIndex((one) => one.startsWith('volume')) === names.indexOf(name)
      : unit === pair.base;
  return isCoin ? 'volume' : 'volume money';
}

class DownloadReader implements RowReader {
  readonly #rows: ObservationRows;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #closes: DayCloses | null;
  readonly #hours: number;
  readonly #check = new SeriesCheck();

  constructor(detection: Detection, context: ReadContext, sink: Sink) {
    this.#rows = new ObservationRows(detection, context, sink);
    this.#columns = detection.columns;
    this.#hours = Number(detection.variant);
    const pair = splitPair(symbolOf(this.#rows.market), '');
    const isMark = pair !== null && this.#hours >= 1;
    this.#closes = isMark ? new DayCloses(assetId(pair.base), assetId(pair.quote), this.#rows, sink) : null;
  }

  row(cells: readonly string[], line: number, raw: string): void {
    const rows = this.#rows;
    if (!rows.begin(cells, line, raw)) return;
    const begin = rows.time('unix');
    const close = rows.number('close');
    const coins = this.#columns.has('volume') ? rows.number('volume') : undefined;
    const money = this.#columns.has('volume money') ? rows.number('volume money') : undefined;
    if (!rows.cells.isGood || begin === undefined || close === undefined) return;
    const end = addDuration(begin, this.#hours * HOUR_MS);
    if (!rows.isOver(end)) return;
    this.#check.take(end);
    rows.emit('close', end, close, this.#hours);
    if (coins !== undefined) rows.emit('volume', end, coins, this.#hours);
    if (money !== undefined) rows.emit('volume-money', end, money, this.#hours);
    this.#closes?.take(end, this.#hours * HOUR_MS, close);
  }

  end(): void {
    this.#check.say(this.#rows, this.#hours * HOUR_MS);
    this.#rows.end();
  }
}
