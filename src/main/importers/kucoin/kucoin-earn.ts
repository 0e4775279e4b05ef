/** KuCoin's Earn, profit history: one row what was earned. Errors: those of every cell. */
import { kucoinAccount } from '../known-accounts.ts';
import { costLeg, leg } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { kucoinEmpty } from './kucoin-trade.ts';

export const kucoinEarn = tableImporter({
  id: 'kucoin-earn',
  name: "KuCoin's Earn profits",
  exchange: 'KuCoin',
  help: 'KuCoin: Profile, Download Center, Earn Orders, Profit History.',
  headers: [
    'UID,Account Type,Order ID,Time(UTC+08:00),Staked Coin,Product Type,Product Name,Earnings Coin,Earnings Type,Remarks,Amount,Amount（USDT）,Fee',
  ],
  account: kucoinAccount,
  accountIsChoice: true,
  // The account history repeats it without the product.
  ranks: { income: 1 },
  layouts: [
    {
      variant: 'earn',
      words: 'from 2023',
      required: columnsOf(
        'uid, account type, order id, time, staked coin, product type, product name, earnings coin, earnings type, remarks, amount, amount（usdt）, fee',
      ),
    },
  ],
  emptyText: kucoinEmpty,
  row: readRow,
});

function readRow(row: TableRow): void {
  const time = row.time();
  const coin = row.needed('earnings coin');
  const amount = row.statedSize('amount');
  const fee = row.unsigned('fee');
  if (!row.isGood || !time || !amount || !fee) return;
  if (amount.text === '0') return row.ignored('nothing-moved');
  const asset = row.asset(coin, time);
  const words = ['product type', 'product name', 'earnings type', 'remarks'].map((column) =>
    row.text(column),
  );
  row.emit({
    time,
    kind: 'income',
    reason: 'staking',
    legs: [...leg(row.account, asset, amount.value), ...costLeg(row.account, asset, fee.value)],
    note: words.filter((text) => text !== '').join(', '),
  });
}
