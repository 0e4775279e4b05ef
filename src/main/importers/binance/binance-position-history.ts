/**
 * Binance futures position history: one row a position that was closed. It is there to compare with.
 *
 * "Closing PNL" is gross: neither fees nor funding are in it. Times are local, and the file does not say where. A position
 * that is still open states only what was closed of it so far.
 * Errors: `import/unknown-pair`, `import/unknown-word`, and those of every cell.
 */
import { contractId } from '../../../shared/domain/contract-spec.ts';
import { isCoinMargined, linearQuote } from '../binance-pairs.ts';
import { binanceFuturesAccount } from '../known-accounts.ts';
import { leg } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { coinOfSymbol } from './coin-margined.ts';

export const binancePositionHistory = tableImporter({
  id: 'binance-position-history',
  name: 'Binance Futures Position History (USD-M, COIN-M)',
  exchange: 'Binance',
  help: 'Binance: Orders, Futures Order, Position History, Export. It is only compared: import the Trade History and the Transaction History, which have fees and funding.',
  headers: [
    'Symbol,Margin Mode,Position Side,Entry Price,Avg. Close Price,Max Open Interest,Closed Vol.,Closing PNL,Opened,Closed,Status',
  ],
  account: binanceFuturesAccount,
  accountIsChoice: true,
  // One figure for a whole position, without fees and funding.
  ranks: { futures: 4 },
  layouts: [
    {
      variant: 'positions',
      words: 'positions that were closed',
      required: columnsOf(
        'symbol,margin mode,position side,entry price,avg. close price,max open interest,closed vol.,closing pnl,opened,closed,status',
      ),
    },
  ],
  row: readRow,
});

/** Whether the position is closed. */
const states: ReadonlyMap<string, boolean> = new Map([
  ['closed', true],
  ['open', false],
  ['partially closed', false],
]);

function readRow(row: TableRow): void {
  const isClosed = row.word('status', states);
  if (isClosed === false) return row.ignored('not-final');
  const time = row.time('closed');
  const opened = row.time('opened');
  const symbol = row.needed('symbol').toUpperCase();
  const coinMargined = isCoinMargined(symbol);
  const ticker = coinMargined ? coinOfSymbol(symbol) : linearQuote(symbol);
  if (ticker === null && symbol !== '') row.error('import/unknown-pair', { pair: symbol }, symbol);
  const profit = row.stated('closing pnl');
  if (!row.isGood || !time || !opened || ticker === null || !profit) return;
  const side = row.text('position side').toLowerCase();
  row.emit({
    time,
    opened,
    kind: 'closed-position',
    contract: contractId(coinMargined ? 'binance-cm' : 'binance-um', symbol),
    legs: leg(row.account, row.asset(ticker, time), profit.value, 'profit'),
    note: `${side} of ${row.text('closed vol.')}, from ${row.text('entry price')} to ${row.text('avg. close price')}; profit before fees and funding`,
  });
}
