/**
 * Bitget's spot orders: one row an order, without its fee. What was executed counts, whatever the status says.
 * Errors: those of every cell.
 */
import { isZero } from '../../../shared/num/arithmetic.ts';
import { tradeKind } from '../cells/trades.ts';
import { bitgetAccount } from '../known-accounts.ts';
import { tradePrincipals } from '../table/legs.ts';
import { sideWords } from '../table/side-words.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

export const bitgetSpotOrders = tableImporter({
  id: 'bitget-spot-orders',
  name: "Bitget's spot orders",
  exchange: 'Bitget',
  help: 'Bitget: Orders, Spot Orders, Order History, Export. It has no fees: export the order details in its place.',
  headers: [
    'Date,Type,Order Id,Trading pair,Base Asset,Quote Asset,Direction,Price,Order amount,Executed,Average Price,Trading volume,Status',
  ],
  account: bitgetAccount,
  accountIsChoice: true,
  // Orders without their fees: only what no fill and no transaction tells.
  ranks: { trades: 5 },
  layouts: [
    {
      variant: 'orders',
      words: 'from 2025',
      required: columnsOf(
        'date, type, order id, trading pair, base asset, quote asset, direction, price, order amount, executed, average price, trading volume, status',
      ),
    },
  ],
  row: readRow,
});

function readRow(row: TableRow): void {
  const executed = row.statedSize('executed');
  if (executed !== undefined && isZero(executed.value)) return row.ignored('not-final');
  const time = row.time('date');
  const side = row.word('direction', sideWords);
  const baseCoin = row.needed('base asset');
  const quoteCoin = row.needed('quote asset');
  const volume = row.positive('trading volume');
  if (!row.isGood || !time || !side || !executed || !volume) return;
  const base = { asset: row.asset(baseCoin, time), quantity: executed.value };
  const quote = { asset: row.asset(quoteCoin, time), quantity: volume.value };
  const [received, given] = side === 'buy' ? [base, quote] : [quote, base];
  const order = row.text('order id');
  row.emit({
    time,
    kind: tradeKind(received.asset, given.asset, side),
    legs: tradePrincipals(row.account, received, given),
    note: 'An order; this export states no fee.',
    ...(order !== '' && { externalId: order }),
  });
}
