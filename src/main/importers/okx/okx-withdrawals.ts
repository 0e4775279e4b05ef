/**
 * OKX's withdrawal history: one row a withdrawal, the month first, below a line about the account and an empty one.
 *
 * Only its header was seen: that the fee comes on top of the amount is not confirmed, which a warning says.
 * Errors: `import/unknown-word`, and those of every cell.
 */
import { absolute, negate } from '../../../shared/num/arithmetic.ts';
import { splitAmount } from '../cells/amounts.ts';
import { okxAccount } from '../known-accounts.ts';
import { finalStates } from '../table/final-states.ts';
import { costLeg, leg } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

export const okxWithdrawals = tableImporter({
  id: 'okx-withdrawals',
  name: "OKX's withdrawal history",
  exchange: 'OKX',
  help: 'OKX: Assets, Withdraw, Withdrawal history, Export. It has the addresses and transactions; the funding account history has the rest.',
  headers: ['Time,Crypto,Withdrawal address,Network,Transaction ID,Amount,Fee,Status,Reference no.'],
  account: okxAccount,
  accountIsChoice: true,
  // The funding account history states what left the balance, the fee as well.
  ranks: { moves: 2 },
  layouts: [
    {
      variant: '2026',
      words: 'from 2026, with the month first',
      required: columnsOf(
        'time, crypto, withdrawal address, network, transaction id, amount, fee, status, reference no.',
      ),
      dateOrder: 'month-first',
    },
  ],
  row: readRow,
});

function readRow(row: TableRow): void {
  const isFinal = row.word('status', finalStates);
  if (isFinal === false) return row.ignored('not-final');
  const time = row.time();
  const coin = row.needed('crypto');
  const amount = row.quantityOf(splitAmount(row.needed('amount')).number, 'amount');
  const feeCell = splitAmount(row.text('fee'));
  const fee = row.quantityOf(feeCell.number, 'fee');
  if (!row.isGood || !time || !amount || !fee) return;
  row.warn('import/layout-not-confirmed', { what: 'whether the fee comes on top of the amount' });
  const asset = row.asset(coin, time);
  const feeAsset = feeCell.unit === '' ? asset : row.asset(feeCell.unit, time);
  const id = row.text('transaction id');
  row.emit({
    time,
    kind: 'withdrawal',
    legs: [
      ...leg(row.account, asset, negate(absolute(amount.value))),
      ...costLeg(row.account, feeAsset, absolute(fee.value)),
    ],
    note: `To ${row.text('withdrawal address')} over ${row.text('network')}`,
    ...(id !== '' && { externalId: id }),
  });
}
