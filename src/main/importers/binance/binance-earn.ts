/**
 * Binance Earn, flexible interest history: one row a payment of interest.
 * Errors: those of every cell.
 */
import { isZero } from '../../../shared/num/arithmetic.ts';
import { binanceAccount } from '../known-accounts.ts';
import { leg } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

export const binanceEarn = tableImporter({
  id: 'binance-earn',
  name: 'Binance Earn Interest History (flexible)',
  exchange: 'Binance',
  help: 'Binance: Earn, Earn History, Interest (Flexible Products), Export.',
  headers: ['Date(UTC);Product Name;Coin;Amount'],
  account: binanceAccount,
  accountIsChoice: true,
  // The same payments stand in the statement, with all other income.
  ranks: { income: 1 },
  layouts: [
    { variant: 'flexible', words: 'flexible interest', required: columnsOf('time,product name,coin,amount') },
  ],
  aliases: { date: 'time' },
  row: readRow,
});

function readRow(row: TableRow): void {
  const time = row.time();
  const coin = row.needed('coin');
  const amount = row.statedSize('amount');
  if (!row.isGood || !time || !amount) return;
  if (isZero(amount.value)) return row.ignored('nothing-moved');
  row.emit({
    time,
    kind: 'income',
    reason: 'interest',
    legs: leg(row.account, row.asset(coin, time), amount.value),
    note: `Interest of ${row.text('product name')}`,
  });
}
