/**
 * Binance Convert history: one row a conversion, amounts with their coins.
 *
 * Variants by their first columns: `Date,Pair`; from 2023 `Date,Wallet,Pair`; in 2026 `Time,Wallet,Pair`. "Date Updated"
 * is the second that the statement has; the first column is about a second earlier.
 * Errors: `import/unknown-word`, `import/missing-value`, and those of every cell.
 */
import { negate } from '../../../shared/num/arithmetic.ts';
import { tradeKind } from '../cells/trades.ts';
import type { Importer } from '../importer.ts';
import { binanceAccount } from '../known-accounts.ts';
import { finalStates } from '../table/final-states.ts';
import { leg } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { amountWithCoin } from '../table/amount-with-coin.ts';

const table = tableImporter({
  id: 'binance-convert',
  name: 'Binance Convert History',
  exchange: 'Binance',
  help: 'Binance: Orders, Convert Order or Convert History, Export.',
  headers: [
    'Date,Pair,Type,Sell,Buy,Price,Inverse Price,Date Updated,Status',
    'Date,Wallet,Pair,Type,Sell,Buy,Price,Inverse Price,Date Updated,Status',
    'Time,Wallet,Pair,Type,Sell,Buy,Price,Inverse Price,Date Updated,Status',
  ],
  account: binanceAccount,
  accountIsChoice: true,
  // Conversions stand in no trade history; the statement has their halves.
  ranks: { trades: 1 },
  layouts: [
    {
      variant: 'convert',
      words: 'conversions',
      required: columnsOf('time,pair,type,sell,buy,price,inverse price,date updated,status'),
      optional: ['wallet'],
    },
  ],
  aliases: { date: 'time' },
  row: readRow,
});

export const binanceConvert: Importer = {
  ...table,
  detect: (head) => {
    const detection = table.detect(head);
    if (detection === null || !detection.columns.has('wallet')) return detection;
    const header = head.rows[detection.headerIndex]?.raw.toLowerCase() ?? '';
    return { ...detection, variant: header.startsWith('time') ? 'convert-2026' : 'convert-2023' };
  },
};

function readRow(row: TableRow): void {
  const hasMoved = row.word('status', finalStates);
  if (hasMoved === false) return row.ignored('not-final');
  const time = row.time('date updated');
  const sold = amountWithCoin(row, 'sell');
  const bought = amountWithCoin(row, 'buy');
  if (!row.isGood || !time || !sold || !bought) return;
  const received = row.asset(bought.coin, time);
  const given = row.asset(sold.coin, time);
  row.emit({
    time,
    kind: tradeKind(received, given, 'buy'),
    legs: [...leg(row.account, received, bought.value), ...leg(row.account, given, negate(sold.value))],
    note: `Convert ${row.text('type')}`.trim(),
  });
}
