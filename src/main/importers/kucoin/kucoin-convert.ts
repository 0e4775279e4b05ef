/**
 * KuCoin's conversions: one row with what was sold and what was bought, each with its coin. Only those that succeeded
 * count. Errors: those of every cell.
 */
import { tradeKind } from '../cells/trades.ts';
import { kucoinAccount } from '../known-accounts.ts';
import { finalStates } from '../table/final-states.ts';
import { amountWithCoin } from '../table/amount-with-coin.ts';
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
  const isFinal = row.word('status', finalStates);
  if (isFinal === false) return row.ignored('not-final');
  const time = row.time('time of update');
  const sold = amountWithCoin(row, 'sell');
  const bought = amountWithCoin(row, 'buy');
  if (!row.isGood || !time || !sold || !bought) return;
  const from = { asset: row.asset(sold.coin, time), quantity: sold.value };
  const to = { asset: row.asset(bought.coin, time), quantity: bought.value };
  row.emit({
    time,
    kind: tradeKind(to.asset, from.asset, 'buy'),
    legs: tradePrincipals(row.account, to, from),
    note: 'Conversion',
  });
}
