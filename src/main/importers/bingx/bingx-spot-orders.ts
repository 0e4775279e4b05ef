/**
 * BingX's spot orders: one row an order; the fee is below zero where it was paid, and names its coin. The zone of the
 * times stands in the header, as a name (America/Sao_Paulo) or an offset (UTC+8).
 * Errors: `import/unknown-pair`, and those of every cell.
 */
import { tradeKind } from '../cells/trades.ts';
import { bingxAccount } from '../known-accounts.ts';
import { feeLeg, tradePrincipals } from '../table/legs.ts';
import { slashPair } from '../table/slash-pair.ts';
import { sideWords } from '../table/side-words.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

export const bingxSpotOrders = tableImporter({
  id: 'bingx-spot-orders',
  name: "BingX's spot orders",
  exchange: 'BingX',
  help: 'BingX: Orders, Spot Orders, Order History, Export. If the download is an Excel workbook, save it as CSV.',
  headers: ['UID,Order No.,Time(UTC+8),Pair,Type,Price,Amount,Order Value,Fee,Fee Coin,Order Type'],
  account: bingxAccount,
  accountIsChoice: true,
  // Trades with prices and fees: before the account's transactions, which have neither.
  ranks: { trades: 1 },
  layouts: [
    {
      variant: 'orders',
      words: 'from 2026',
      required: columnsOf(
        'uid, order no., time, pair, type, price, amount, order value, fee, fee coin, order type',
      ),
    },
  ],
  row: readRow,
});

function readRow(row: TableRow): void {
  const time = row.time();
  const side = row.word('type', sideWords);
  const symbol = row.needed('pair');
  const pair = slashPair(symbol);
  if (symbol !== '' && pair === null) row.error('import/unknown-pair', { pair: symbol }, symbol);
  const amount = row.positive('amount');
  const value = row.positive('order value');
  const fee = row.quantity('fee');
  if (!row.isGood || !time || !side || pair === null || !amount || !value || !fee) return;
  const base = { asset: row.asset(pair.base, time), quantity: amount.value };
  const quote = { asset: row.asset(pair.quote, time), quantity: value.value };
  const [received, given] = side === 'buy' ? [base, quote] : [quote, base];
  const coin = row.text('fee coin');
  if (coin === '' && fee.text !== '0') {
    row.warn('import/fee-coin-assumed', { fee: fee.text, asset: received.asset });
  }
  const order = row.text('order no.');
  row.emit({
    time,
    kind: tradeKind(received.asset, given.asset, side),
    legs: [
      ...tradePrincipals(row.account, received, given),
      ...feeLeg(row.account, coin === '' ? received.asset : row.asset(coin, time), fee.value),
    ],
    ...(order !== '' && { externalId: order }),
  });
}
