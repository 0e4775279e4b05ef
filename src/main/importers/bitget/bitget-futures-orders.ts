/**
 * Bitget's futures orders: one row an order. Realized P/L is before fees and NetProfits after: what lies between is the
 * fee. What was executed counts, whatever the status says.
 *
 * Only the header was seen: a warning says so. Errors: `import/missing-value`, and those of every cell; warnings
 * `import/layout-not-confirmed`, `import/unknown-type`.
 */
import type { PositionSide, Side } from '../../../shared/domain/event.ts';
import { isZero, subtract } from '../../../shared/num/arithmetic.ts';
import { bitgetFuturesAccount } from '../known-accounts.ts';
import { directionWords } from '../table/direction-words.ts';
import { feeLeg, leg } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { contractOf } from './bitget-futures-bills.ts';

export const bitgetFuturesOrders = tableImporter({
  id: 'bitget-futures-orders',
  name: "Bitget's futures orders",
  exchange: 'Bitget',
  help: 'Bitget: Orders, Futures Orders, Order History, Export. Import the transactions as well: they have the funding.',
  headers: [
    'Date,Order ID,Direction,Coin,Futures,order source,Transaction type,Price,Average Price,Order amount,Executed,Trading volume,Realized P/L,NetProfits,Status',
  ],
  account: bitgetFuturesAccount,
  accountIsChoice: true,
  // Fills with price and quantity: before the transactions, which repeat profit and fee alone.
  ranks: { futures: 1 },
  layouts: [
    {
      variant: 'orders',
      words: 'from 2025',
      required: columnsOf(
        'date, order id, direction, coin, futures, order source, transaction type, price, average price, order amount, executed, trading volume, realized p/l, netprofits, status',
      ),
    },
  ],
  row: readRow,
});

const ways: ReadonlyMap<string, readonly [Side, PositionSide]> = new Map([
  ...directionWords,
  ['buy', ['buy', 'one-way']],
  ['sell', ['sell', 'one-way']],
]);

function readRow(row: TableRow): void {
  const executed = row.statedSize('executed');
  if (executed !== undefined && isZero(executed.value)) return row.ignored('not-final');
  const time = row.time('date');
  const coin = row.needed('coin');
  const contract = contractOf(row.needed('futures'));
  const way = ways.get(row.text('direction').toLowerCase().replaceAll('_', ' '));
  if (way === undefined) row.word('direction', ways);
  const price = row.price('average price');
  const gross = row.stated('realized p/l');
  const net = row.stated('netprofits');
  if (!row.isGood || !time || !executed || !contract || !way || !price || !gross || !net) return;
  row.warn('import/layout-not-confirmed', { what: 'that profit and net profit differ by the fee alone' });
  const asset = row.asset(coin, time);
  const id = row.text('order id');
  row.emit({
    time,
    kind: 'futures-fill',
    legs: [
      ...leg(row.account, asset, gross.value, 'profit'),
      ...feeLeg(row.account, asset, subtract(net.value, gross.value)),
    ],
    fill: {
      account: row.account,
      contract,
      side: way[0],
      positionSide: way[1],
      quantity: executed.value,
      price: price.value,
    },
    ...(id !== '' && { externalId: id }),
  });
}
