/**
 * CoinGecko's history of a coin: one price a day (an hour, for short spans), `price` in the money that the file's name says
 * ("btc-usd-max.csv"), the time with its zone. A statistic over many markets: digits beyond the 18th are cut.
 * Errors: `import/market-unknown`, and those of every cell.
 * Source: coingecko.com, historical data of a coin, as downloaded by its users.
 */
import { assetId, type AssetId } from '../../../shared/domain/asset.ts';
import { asPrice } from '../../../shared/domain/observed-value.ts';
import { isPositive } from '../../../shared/num/arithmetic.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { RowCells } from '../cells/row-cells.ts';
import { type HeaderSignature, matchHeader } from '../header.ts';
import type { Detection, FileHead, Importer, ReadContext, RowReader, Sink } from '../importer.ts';
import { statistic } from './market-cells.ts';
import { marketData } from './market-data.ts';
import { marketUnknown } from './market-of.ts';

const signatures: readonly HeaderSignature[] = [
  { variant: 'history', required: ['snapped_at', 'price'], optional: ['market_cap', 'total_volume'] },
];
const fileName = /(?:^|[\\/])([A-Za-z0-9]{1,15})-([A-Za-z]{3,5})-[^\\/]*$/u;

export const coinGecko: Importer = {
  id: 'coin-gecko',
  name: 'CoinGecko (prices)',
  exchange: 'CoinGecko',
  help: 'coingecko.com: a coin, Historical Data, Download CSV. Keep its name: it says coin and money.',
  headers: ['snapped_at,price,market_cap,total_volume'],
  ...marketData,
  detect,
  open: (detection, context, sink) => new HistoryReader(detection, context, sink),
};

function detect(head: FileHead): Detection | null {
  const match = matchHeader(head, signatures);
  if (match === null) return null;
  const market = head.market ?? marketOfName(head.file);
  return {
    variant: match.signature.variant,
    headerIndex: match.headerIndex,
    columns: match.columns,
    why: 'Its columns are those of the price history of CoinGecko.',
    zone: { zone: utc, from: 'file' },
    ...(market === null ? { refusal: marketUnknown(head.file, 'BTC-USD') } : { market }),
  };
}

/** "btc-usd-max.csv" → BTC-USD. */
function marketOfName(file: string): string | null {
  const match = fileName.exec(file);
  return match === null ? null : `${match[1] ?? ''}-${match[2] ?? ''}`.toUpperCase();
}

class HistoryReader implements RowReader {
  readonly #cells: RowCells;
  readonly #context: ReadContext;
  readonly #sink: Sink;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #coin: AssetId;
  readonly #money: AssetId;

  constructor({ columns, market = '' }: Detection, context: ReadContext, sink: Sink) {
    this.#cells = new RowCells(columns.size, context, sink);
    this.#context = context;
    this.#sink = sink;
    this.#columns = columns;
    const [coin = '', money = 'USD'] = market.split('-');
    this.#coin = assetId(coin);
    this.#money = assetId(money);
  }

  row(row: readonly string[], line: number, raw: string): void {
    const cells = this.#cells;
    if (!cells.begin(row, line, raw)) return;
    const time = cells.timeOrDate(this.#columns.get('snapped_at'), 'snapped_at');
    const text = cells.text(this.#columns.get('price'));
    if (text === '') return this.#sink.ignored('not-filled-in', line, raw);
    const value = statistic(text, this.#context.decimalMark);
    if (value === undefined) cells.error('import/not-a-number', { column: 'price', text }, 'price');
    else if (!isPositive(value)) cells.error('import/not-positive', { column: 'price', text }, 'price');
    if (!cells.isGood || time === undefined || value === undefined) return;
    const source = `${this.#context.file}, line ${line}`;
    this.#sink.price({ of: this.#coin, time, price: asPrice(value), source }, line, raw, this.#money);
  }

  end(): void {
    // No row waits for another.
  }
}
