/**
 * BingX's perpetual orders: one row an order. Realized PNL is before the fee, the fee below zero where it was paid.
 * Errors: those of every cell.
 */
import { contractId } from '../../../shared/domain/contract-spec.ts';
import { bingxFuturesAccount } from '../known-accounts.ts';
import { directionWords } from '../table/direction-words.ts';
import { feeLeg, leg } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

export const bingxFuturesOrders = tableImporter({
  id: 'bingx-futures-orders',
  name: "BingX's perpetual orders",
  exchange: 'BingX',
  help: 'BingX: Orders, Perpetual Futures, Order History, Export. Import the transactions as well: they have the funding.',
  headers: [
    'UID,Order No.,Time(UTC+8),Pair,Type,Leverage,DealPrice,Quantity,Amount,Fee,Fee Coin,Realized PNL,Quote Asset,Order Type,AvgPrice',
  ],
  account: bingxFuturesAccount,
  accountIsChoice: true,
  // Fills with price and quantity: before the transactions, which repeat profit and fee alone.
  ranks: { futures: 1 },
  layouts: [
    {
      variant: 'orders',
      words: 'from 2026',
      required: columnsOf(
        'uid, order no., time, pair, type, leverage, dealprice, quantity, amount, fee, fee coin, realized pnl, quote asset, order type, avgprice',
      ),
    },
  ],
  row: readRow,
});

function readRow(row: TableRow): void {
  const time = row.time();
  const symbol = row.needed('pair').toUpperCase();
  const direction = row.word('type', directionWords);
  const price = row.price('dealprice');
  const quantity = row.positive('quantity');
  const fee = row.quantity('fee');
  const profit = row.stated('realized pnl');
  const quote = row.needed('quote asset');
  if (!row.isGood || !time || !direction || !price || !quantity || !fee || !profit) return;
  const [side, positionSide] = direction;
  const money = row.asset(quote, time);
  const feeCoin = row.text('fee coin');
  const order = row.text('order no.');
  row.emit({
    time,
    kind: 'futures-fill',
    legs: [
      ...leg(row.account, money, profit.value, 'profit'),
      ...feeLeg(row.account, feeCoin === '' ? money : row.asset(feeCoin, time), fee.value),
    ],
    fill: {
      account: row.account,
      contract: contractId('bingx', symbol),
      side,
      positionSide,
      quantity: quantity.value,
      price: price.value,
    },
    ...(order !== '' && { externalId: order }),
  });
}
