/**
 * Binance ETH 2.0 staking history: ether that became BETH, one for one.
 * Errors: `import/unknown-word`, `import/missing-value`, and those of every cell.
 */
import { negate } from '../../../shared/num/arithmetic.ts';
import { tradeKind } from '../cells/trades.ts';
import { binanceAccount } from '../known-accounts.ts';
import { finalStates } from '../table/final-states.ts';
import { leg } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

export const binanceEthStaking = tableImporter({
  id: 'binance-eth-staking',
  name: 'Binance ETH 2.0 Staking History',
  exchange: 'Binance',
  help: 'Binance: Earn, ETH Staking, History, Export; save the workbook as CSV.',
  headers: ['Date(UTC),Coin,Token,Amount,Status'],
  account: binanceAccount,
  accountIsChoice: true,
  // The statement has the two halves of the same exchange.
  ranks: { trades: 1 },
  layouts: [
    { variant: 'staking', words: 'ETH for BETH', required: columnsOf('time,coin,token,amount,status') },
  ],
  aliases: { date: 'time' },
  row: readRow,
});

function readRow(row: TableRow): void {
  const hasMoved = row.word('status', finalStates);
  if (hasMoved === false) return row.ignored('not-final');
  const time = row.time();
  const coin = row.needed('coin');
  const token = row.needed('token');
  const amount = row.positive('amount');
  if (!row.isGood || !time || !amount) return;
  const [given, received] = [row.asset(coin, time), row.asset(token, time)];
  row.emit({
    time,
    kind: tradeKind(received, given, 'buy'),
    legs: [...leg(row.account, received, amount.value), ...leg(row.account, given, negate(amount.value))],
    note: 'ETH 2.0 staking, one for one',
  });
}
