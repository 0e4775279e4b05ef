/**
 * Bitget's spot order details: one row a fill, without ids, so that identical rows are identical fills. Rows have one comma
 * more than the header; the fee is above zero and in its own coin; the zone of the times stands nowhere.
 * Errors: those of every cell.
 */
import { tradeKind } from '../cells/trades.ts';
import { bitgetAccount } from '../known-accounts.ts';
import { costLeg, tradePrincipals } from '../table/legs.ts';
import { sideWords } from '../table/side-words.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

export const bitgetSpotFills = tableImporter({
  id: 'bitget-spot-fills',
  name: "Bitget's spot order details",
  exchange: 'Bitget',
  help: 'Bitget: Orders, Spot Orders, Order Details, Export. Its times are those of your account’s time zone: choose it at import.',
  headers: ['Date,Trading pair,Base Asset,Quote Asset,Direction,Price,Amount,Total,Fee,Fee Coin'],
  account: bitgetAccount,
  accountIsChoice: true,
  // Fills with price and fee: before transactions and orders.
  ranks: { trades: 1 },
  layouts: [
    {
      variant: 'fills',
      words: 'from 2026',
      required: columnsOf(
        'date, trading pair, base asset, quote asset, direction, price, amount, total, fee, fee coin',
      ),
    },
  ],
  row: readRow,
});

function readRow(row: TableRow): void {
  const time = row.time('date');
  const side = row.word('direction', sideWords);
  const baseCoin = row.needed('base asset');
  const quoteCoin = row.needed('quote asset');
  const amount = row.positive('amount');
  const total = row.positive('total');
  const fee = row.quantity('fee');
  if (!row.isGood || !time || !side || !amount || !total || !fee) return;
  const base = { asset: row.asset(baseCoin, time), quantity: amount.value };
  const quote = { asset: row.asset(quoteCoin, time), quantity: total.value };
  const [received, given] = side === 'buy' ? [base, quote] : [quote, base];
  const coin = row.text('fee coin');
  if (coin === '' && fee.text !== '0') {
    row.warn('import/fee-coin-assumed', { fee: fee.text, asset: received.asset });
  }
  row.emit({
    time,
    kind: tradeKind(received.asset, given.asset, side),
    legs: [
      ...tradePrincipals(row.account, received, given),
      ...costLeg(row.account, coin === '' ? received.asset : row.asset(coin, time), fee.value),
    ],
  });
}
