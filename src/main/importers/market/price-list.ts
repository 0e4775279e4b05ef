/**
 * Prices as anybody writes them down: a time or a date, what the price is of, the price, and the money where it is not the
 * reporting currency. A date alone is the beginning of that day. A row without a price waits to be filled in.
 * Errors: those of every cell.
 */
import { assetId } from '../../../shared/domain/asset.ts';
import { cellAsMeant } from '../../../shared/harmless-cell.ts';
import { RowCells } from '../cells/row-cells.ts';
import { aliasesOf, type HeaderSignature, matchHeader } from '../header.ts';
import type { Detection, FileHead, Importer, ReadContext, RowReader, Sink } from '../importer.ts';
import { zoneFact } from '../zone-facts.ts';
import { marketData } from './market-data.ts';

const signatures: readonly HeaderSignature[] = [
  { variant: 'list', required: ['time', 'asset', 'price'], optional: ['currency', 'needed for'] },
];
const aliases = aliasesOf({
  date: 'time',
  timestamp: 'time',
  coin: 'asset',
  ticker: 'asset',
  symbol: 'asset',
  close: 'price',
  value: 'price',
  quote: 'currency',
  money: 'currency',
});

export const priceList: Importer = {
  id: 'price-list',
  name: 'List of prices (time, asset, price)',
  exchange: 'Hedgerow',
  help: 'A table of your own; `hedgerow prices missing --csv FILE` writes one with the prices that are missing, to fill in.',
  headers: ['Time,Asset,Price,Currency,Needed for', 'Date,Coin,Close'],
  ...marketData,
  detect,
  open: (detection, context, sink) => new PriceReader(detection, context, sink),
};

function detect(head: FileHead): Detection | null {
  const match = matchHeader(head, signatures, aliases);
  if (match === null) return null;
  const { signature, headerIndex, columns, zoneText } = match;
  return {
    variant: signature.variant,
    headerIndex,
    columns,
    why: 'Its columns are a time, an asset and a price.',
    zone: zoneFact(head, headerIndex, zoneText),
    dateColumns: ['time'],
  };
}

class PriceReader implements RowReader {
  readonly #cells: RowCells;
  readonly #context: ReadContext;
  readonly #sink: Sink;
  readonly #columns: ReadonlyMap<string, number>;

  constructor({ columns }: Detection, context: ReadContext, sink: Sink) {
    this.#cells = new RowCells(columns.size, context, sink);
    this.#context = context;
    this.#sink = sink;
    this.#columns = columns;
  }

  row(row: readonly string[], line: number, raw: string): void {
    const cells = this.#cells;
    if (!cells.begin(row, line, raw)) return;
    const text = this.#text('price');
    if (text === '') return this.#sink.ignored('not-filled-in', line, raw);
    const time = cells.timeOrDate(this.#columns.get('time'), 'Time');
    const price = cells.price(text, 'Price');
    const asset = cellAsMeant(this.#text('asset'));
    if (asset === '') cells.error('import/missing-value', { column: 'Asset' }, 'Asset');
    if (!cells.isGood || time === undefined || price === undefined) return;
    const mark = {
      of: assetId(asset),
      time,
      price: price.value,
      source: `${this.#context.file}, line ${line}`,
    };
    const money = this.#text('currency');
    if (money === '') this.#sink.price(mark, line, raw);
    else this.#sink.price(mark, line, raw, assetId(money));
  }

  end(): void {
    // No row waits for another.
  }

  #text(column: string): string {
    return this.#cells.text(this.#columns.get(column));
  }
}
