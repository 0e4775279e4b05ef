/**
 * Binance public data, klines: prices and volume of spans of one length, of spot, USD-M and COIN-M markets.
 *
 * Spot files have no header and count microseconds from 2025 on; older futures files have none either. The volume of a
 * COIN-M contract counts contracts, its base volume is the 8th column. Files of mark prices have no volume.
 * Source: binance/binance-public-data, README.
 * Errors: `import/market-unknown`, `import/market-unclear`, `import/small-prices-unclear`, and those of every cell.
 */
import type { Failure } from '../../../shared/errors/failure.ts';
import { failure } from '../../../shared/errors/failure.ts';
import { isCoinMargined } from '../binance-pairs.ts';
import { columnNames } from '../header.ts';
import type { Detection, FileHead, Importer } from '../importer.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { KlineReader } from './kline-reader.ts';
import { isEpoch, isMicroseconds } from './market-cells.ts';
import { marketUnknown, namedFile } from './market-of.ts';
import { marketData } from './market-data.ts';

export const klineColumns = [
  'open_time',
  'open',
  'high',
  'low',
  'close',
  'volume',
  'close_time',
  'quote_volume',
  'count',
  'taker_buy_volume',
  'taker_buy_quote_volume',
  'ignore',
] as const;
/** From here on Binance's spot files count microseconds. */
const MICROSECONDS_FROM_MS = Date.UTC(2025, 0, 1);

export const binanceKlines: Importer = {
  id: 'binance-klines',
  name: 'Binance klines (prices and volume)',
  exchange: 'Binance',
  help: 'data.binance.vision: spot, futures/um or futures/cm, klines or markPriceKlines; unpack the archive and keep its name.',
  headers: [klineColumns.join(',')],
  ...marketData,
  detect,
  open: (detection, context, sink) => new KlineReader(detection, context, sink),
};

/** A head of klines: where its rows begin, and the first of them; null where it is something else. */
export interface KlineHead {
  readonly headerIndex: number;
  readonly rows: readonly (readonly string[])[];
  readonly hasHeader: boolean;
}

export function klineHead(head: FileHead): KlineHead | null {
  const [first] = head.rows;
  if (first === undefined) return null;
  const names = columnNames(first).map(({ name }) => name);
  const hasHeader = klineColumns.every((column, at) => names[at] === column);
  const rows = head.rows.slice(hasHeader ? 1 : 0).map(({ cells }) => cells);
  if (!hasHeader && !isKline(first.cells)) return null;
  return { headerIndex: hasHeader ? 0 : -1, rows, hasHeader };
}

function isKline(cells: readonly string[]): boolean {
  return cells.length === klineColumns.length && isEpoch(cells[0]) && isEpoch(cells[6]);
}

/** Whether no row has any volume: a file of mark, index or premium klines. */
export function isWithoutVolume({ rows }: KlineHead): boolean {
  return rows.length > 0 && rows.every((cells) => Number(cells[5]) === 0 && Number(cells[7]) === 0);
}

export function closesOf({ rows }: KlineHead): readonly number[] {
  return rows.map((cells) => Number(cells[4]));
}

export const columnsOfKlines: ReadonlyMap<string, number> = new Map(
  klineColumns.map((name, at) => [name, at]),
);

function detect(head: FileHead): Detection | null {
  const klines = klineHead(head);
  if (klines === null) return null;
  const marks = isWithoutVolume(klines);
  const closes = closesOf(klines);
  if (marks && closes.some((close) => close < 0)) return null;
  const market = klineMarket(head, klines);
  const found = {
    headerIndex: klines.headerIndex,
    columns: columnsOfKlines,
    zone: { zone: utc, from: 'file' as const },
  };
  const why = klines.hasHeader
    ? 'Its columns are those of Binance klines.'
    : 'It has no header, and rows as in Binance klines.';
  if (typeof market !== 'string') return { ...found, variant: 'klines', why, refusal: market };
  if (marks && closes.every((close) => close < 0.005) && head.market === undefined) {
    const refusal = failure('import/small-prices-unclear', { file: head.file }, { file: head.file });
    return { ...found, variant: 'marks', why, refusal };
  }
  if (!marks) return { ...found, variant: 'klines', why, market };
  const of = market.includes(':') ? `the mark price of ${market}` : `the price of ${market}`;
  return { ...found, variant: 'marks', why: `${why} They have no volume: it is ${of}.`, market };
}

/** The market of a file, or why it cannot be told. */
function klineMarket(head: FileHead, { hasHeader, rows }: KlineHead): string | Failure {
  if (head.market !== undefined) return head.market;
  const symbol = namedFile(head.file)?.symbol;
  if (symbol === undefined) return marketUnknown(head.file, 'binance-um:BTCUSDT');
  const [spot, um] = [`binance-spot:${symbol}`, `binance-um:${symbol}`];
  if (isCoinMargined(symbol)) return `binance-cm:${symbol}`;
  const time = rows[0]?.[0] ?? '';
  if (isMicroseconds(time)) return spot;
  if (hasHeader || symbol.includes('_') || Number(time) >= MICROSECONDS_FROM_MS) return um;
  const { file } = head;
  return failure('import/market-unclear', { file, one: spot, other: um }, { file });
}
