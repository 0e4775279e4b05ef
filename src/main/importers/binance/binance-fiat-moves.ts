/**
 * Binance history of money paid in or out: one header for both ways, so that only the file's name tells them apart.
 *
 * A deposit states what was paid in ("Indicated Amount") and the fee within it; a withdrawal what arrived ("Amount") and
 * the fee on top. Errors: `import/market-unclear` where nothing tells the way, `import/unknown-word`, those of every cell.
 */
import type { Importer } from '../importer.ts';
import { binanceAccount } from '../known-accounts.ts';
import { finalStates } from '../table/final-states.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { emitMove, withWay } from './binance-move.ts';

const table = tableImporter({
  id: 'binance-fiat-moves',
  name: 'Binance Fiat Deposit and Withdrawal History',
  exchange: 'Binance',
  help: 'Binance: Orders, Buy Crypto History or Fiat, Deposit and Withdrawal, Export. Keep the name of the file.',
  headers: ['Date(UTC),Coin,Amount,Status,Payment Method,Indicated Amount,Fee,Order ID'],
  account: binanceAccount,
  accountIsChoice: true,
  // Fees: the statement has none.
  ranks: { moves: 1 },
  layouts: [
    {
      variant: 'fiat',
      words: 'money paid in or out',
      required: columnsOf('time,coin,amount,status,payment method,indicated amount,fee,order id'),
    },
  ],
  aliases: { date: 'time' },
  row: readRow,
});

export const binanceFiatMoves: Importer = {
  ...table,
  detect: (head) => {
    const detection = table.detect(head);
    return detection === null ? null : withWay(detection, head);
  },
};

function readRow(row: TableRow): void {
  const hasMoved = row.word('status', finalStates);
  if (hasMoved === false) return row.ignored('not-final');
  const isOut = row.variant.endsWith('withdrawals');
  const time = row.time();
  const coin = row.needed('coin');
  const amount = row.positive(isOut ? 'amount' : 'indicated amount');
  const fee = row.unsigned('fee');
  if (!row.isGood || !time || !amount || !fee) return;
  const note = row.text('payment method');
  emitMove(row, { time, coin, amount: amount.value, fee: fee.value, id: row.text('order id'), note });
}
