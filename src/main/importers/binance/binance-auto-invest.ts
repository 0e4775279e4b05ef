/**
 * Binance Auto-Invest history: one row a purchase; the fee comes on top of the amount.
 *
 * The file comes as a workbook and is saved as CSV, so that its dates are as the spreadsheet writes them
 * ("5/1/2022 14:00"): which of them is the month is decided over the whole file, or asked.
 * Errors: `import/date-order-unknown`, `import/unknown-word`, `import/missing-value`, and those of every cell.
 */
import { negate } from '../../../shared/num/arithmetic.ts';
import { isBlank } from '../cells/decimals.ts';
import { tradeKind } from '../cells/trades.ts';
import type { Importer } from '../importer.ts';
import { binanceAccount } from '../known-accounts.ts';
import { finalStates } from '../table/final-states.ts';
import { costLeg, leg } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { amountWithCoin } from '../table/amount-with-coin.ts';

const table = tableImporter({
  id: 'binance-auto-invest',
  name: 'Binance Auto-Invest History',
  exchange: 'Binance',
  help: 'Binance: Earn, Auto-Invest, History, Export; save the workbook as CSV.',
  headers: ['Auto-Invest Date(UTC),Holding Coin,Amount per period,Trading Fee,Units,From,Status'],
  account: binanceAccount,
  accountIsChoice: true,
  // These purchases stand in no trade history.
  ranks: { trades: 1 },
  layouts: [
    {
      variant: 'auto-invest',
      words: 'purchases',
      required: columnsOf('time,holding coin,amount per period,trading fee,units,from,status'),
    },
  ],
  aliases: { 'auto-invest date': 'time' },
  row: readRow,
});

export const binanceAutoInvest: Importer = {
  ...table,
  detect: (head) => {
    const detection = table.detect(head);
    return detection === null ? null : { ...detection, dateColumns: ['time'] };
  },
};

function readRow(row: TableRow): void {
  const hasMoved = row.word('status', finalStates);
  if (hasMoved === false) return row.ignored('not-final');
  const time = row.time();
  const paid = amountWithCoin(row, 'amount per period');
  const bought = amountWithCoin(row, 'units', row.text('holding coin'));
  // A fee of nothing is written as "--".
  const hasFee = !isBlank(row.text('trading fee'));
  const fee = hasFee ? amountWithCoin(row, 'trading fee', paid?.coin) : undefined;
  if (!row.isGood || !time || !paid || !bought) return;
  const given = row.asset(paid.coin, time);
  const received = row.asset(bought.coin, time);
  row.emit({
    time,
    kind: tradeKind(received, given, 'buy'),
    legs: [
      ...leg(row.account, received, bought.value),
      ...leg(row.account, given, negate(paid.value)),
      ...(fee === undefined ? [] : costLeg(row.account, row.asset(fee.coin, time), fee.value)),
    ],
    note: `Auto-Invest from ${row.text('from')}`,
  });
}
