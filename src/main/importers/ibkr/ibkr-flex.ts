/**
 * Flex query of Interactive Brokers, section Trades, as CSV. Without trailer records the line of column names comes again
 * for each section; with them, rows begin with BOF, BOA, BOS … EOS, EOA, EOF, and HEADER and DATA may stand before the
 * cells. Commission is below zero. Errors: those of every cell.
 */
import { timeZone } from '../../../shared/time/time-zone.ts';
import { columnPlaces } from '../header.ts';
import type { Detection, FileHead, Importer, ReadContext, Row, RowReader, Sink } from '../importer.ts';
import { isZero } from '../../../shared/num/arithmetic.ts';
import { interactiveBrokersAccount } from '../known-accounts.ts';
import { TableRow } from '../table/table-row.ts';
import { emitFuture } from './ibkr-future-trade.ts';

const needed = ['assetclass', 'symbol', 'datetime', 'quantity', 'tradeprice'];

export const ibkrFlex: Importer = {
  id: 'ibkr-flex',
  name: 'Interactive Brokers flex query of trades',
  exchange: 'Interactive Brokers',
  help: 'Interactive Brokers, Client Portal: Performance & Reports, Flex Queries, Activity, section Trades with all columns (executions), format CSV, column headers yes.',
  headers: [
    '"ClientAccountID","CurrencyPrimary","AssetClass","Symbol","UnderlyingSymbol","Multiplier","Expiry","DateTime","Quantity","TradePrice","Proceeds","IBCommission","IBCommissionCurrency","FifoPnlRealized","Open/CloseIndicator","Notes/Codes","TransactionID","TradeID"',
  ],
  account: interactiveBrokersAccount,
  accountIsChoice: true,
  // It has every execution with an id; the activity statement sums up orders.
  ranks: { futures: 1 },
  detect,
  open: (detection, context, sink) => new FlexReader(detection, context, sink),
};

function detect(head: FileHead): Detection | null {
  const headerIndex = head.rows.slice(0, 15).findIndex(isHeader);
  const header = head.rows[headerIndex];
  if (header === undefined) return null;
  return {
    variant: header.cells[0] === 'HEADER' ? 'flex-described' : 'flex',
    headerIndex,
    columns: columnPlaces(header),
    why: 'Its columns are those of a flex query of trades of Interactive Brokers.',
    zone: { zone: timeZone('America/New_York'), from: 'assumed' },
  };
}

function isHeader(row: Row): boolean {
  if (!row.cells.includes('ClientAccountID')) return false;
  const columns = columnPlaces(row);
  return needed.every((name) => columns.has(name));
}

const frame: ReadonlySet<string> = new Set(['BOF', 'BOA', 'BOS', 'EOS', 'EOA', 'EOF']);

class FlexReader implements RowReader {
  readonly #detection: Detection;
  readonly #context: ReadContext;
  readonly #sink: Sink;
  /** null below a header of another section. */
  #row: TableRow | null;

  constructor(detection: Detection, context: ReadContext, sink: Sink) {
    this.#detection = detection;
    this.#context = context;
    this.#sink = sink;
    this.#row = new TableRow(detection, context, sink);
  }

  row(cells: readonly string[], line: number, raw: string): void {
    const [first = ''] = cells;
    if (frame.has(first)) return this.#sink.ignored('heading', line, raw);
    if (first === 'MSG') return this.#sink.ignored('states-no-event', line, raw);
    if (first === 'HEADER' || cells.includes('ClientAccountID')) {
      const row = { cells, line, raw };
      const columns = columnPlaces(row);
      this.#row = isHeader(row)
        ? new TableRow({ ...this.#detection, columns }, this.#context, this.#sink)
        : null;
      return this.#sink.ignored('heading', line, raw);
    }
    if (this.#row === null) return this.#sink.ignored('states-no-event', line, raw);
    if (this.#row.begin(cells, line, raw)) readTrade(this.#row);
    return undefined;
  }

  end(): void {
    // No row waits for another.
  }
}

function readTrade(row: TableRow): void {
  const level = row.text('levelofdetail').toUpperCase();
  if (level !== '' && level !== 'EXECUTION' && level !== 'TRADE') return row.ignored('other-row-has-it');
  if (row.needed('assetclass').toUpperCase() !== 'FUT') return row.ignored('not-kept');
  const time = row.time('datetime');
  const symbol = row.needed('symbol');
  const currency = row.text('currencyprimary') || row.text('currency') || row.needed('ibcommissioncurrency');
  const [quantity, price] = [row.stated('quantity'), row.price('tradeprice')];
  const [commission, realized] = [row.quantity('ibcommission'), row.stated('fifopnlrealized')];
  if (!row.isGood || !time || !quantity || !price || !commission || !realized) return;
  if (isZero(quantity.value)) return row.ignored('nothing-moved');
  const codes = `${row.text('open/closeindicator')};${row.text('notes/codes')}`.split(/[;\s]+/u);
  emitFuture(row, {
    time,
    symbol,
    currency,
    feeCurrency: row.text('ibcommissioncurrency') || currency,
    quantity: quantity.value,
    price: price.value,
    commission: commission.value,
    realized: realized.value,
    codes,
    id: row.text('tradeid') || row.text('transactionid'),
  });
}
