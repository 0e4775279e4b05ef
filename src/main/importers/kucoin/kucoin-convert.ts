/**
 * KuCoin's conversions: one row with what was sold and what was bought, each with its coin. Only those that succeeded
 * count. Errors: `import/unknown-pair`, and those of every cell.
 */
import { splitAmount } from '../cells/amounts.ts';
import { tradeKind } from '../cells/trades.ts';
import { kucoinAccount } from '../known-accounts.ts';
import { tradePrincipals } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { kucoinEmpty } from './kucoin-trade.ts';

export const kucoinConvert = tableImporter({
  id: 'kucoin-convert',
  name: "KuCoin's conversions",
  exchange: 'KuCoin',
  help: 'KuCoin: Profile, Download Center, Convert Orders.',
  headers: [
    'UID,Account Type,Payment Account,Sell,Buy,Price,Tax,Time of Update(UTC+08:00),Status',
    'UID,Account Type,Payment Account,Sell,Buy,Price,Time of Update(UTC+02:00),Status',
  ],
  account: kucoinAccount,
  accountIsChoice: true,
  // Conversions stand in no other file but the account history.
  ranks: { trades: 1 },
  layouts: [
    {
      variant: 'convert',
      words: 'with or without Tax',
      required: columnsOf('uid, account type, payment account, sell, buy, price, time of update, status'),
      optional: ['tax'],
    },
  ],
  emptyText: kucoinEmpty,
  row: readRow,
});

function readRow(row: TableRow): void {
  if (!/^(?:success|successful|succeeded|done)$/iu.test(row.text('status'))) return row.ignored('not-final');
  const time = row.time('time of update');
  const [sold, bought] = ['sell', 'buy'].map((column) => splitAmount(row.needed(column)));
  for (const cell of [sold, bought]) {
    if (cell?.unit === '' && cell.number !== '') row.error('import/unknown-pair', { pair: cell.number });
  }
  const given = row.positiveOf(sold?.number ?? '', 'sell');
  const received = row.positiveOf(bought?.number ?? '', 'buy');
  if (!row.isGood || !time || !sold || !bought || !given || !received) return;
  const from = { asset: row.asset(sold.unit, time), quantity: given.value };
  const to = { asset: row.asset(bought.unit, time), quantity: received.value };
  row.emit({
    time,
    kind: tradeKind(to.asset, from.asset, 'buy'),
    legs: tradePrincipals(row.account, to, from),
    note: 'Conversion',
  });
}
