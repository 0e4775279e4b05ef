/**
 * Bybit's old deposit history (to 2022). Errors: those of every cell; warnings `import/unknown-type`.
 */
import { absolute, isNegative, isZero, negate } from '../../../shared/num/arithmetic.ts';
import { bybitUnifiedAccount } from '../known-accounts.ts';
import { leg, withBalance } from '../table/legs.ts';
import { tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

export const bybitDeposits = tableImporter({
  id: 'bybit-deposits',
  name: "Bybit's deposit history, to 2022",
  exchange: 'Bybit',
  help: 'Bybit: Assets, Assets History, Deposit, Export (to 2022).',
  headers: ['Type,Coin,Amount,Wallet Balance,Time(UTC)'],
  // Deposits went to the derivatives account, which has become the unified account.
  account: bybitUnifiedAccount,
  accountIsChoice: true,
  // The asset change log of the same account has the deposits, too, with everything else.
  ranks: { moves: 2 },
  layouts: [
    {
      variant: 'deposits',
      words: 'to 2022',
      required: ['type', 'coin', 'amount', 'wallet balance', 'time'],
    },
  ],
  row: readRow,
});

/** The type says the way; what leaves has a minus in some files. */
const ways: ReadonlyMap<string, 'deposit' | 'withdrawal'> = new Map([
  ['userDeposit', 'deposit'],
  ['internalAccountTransferDeposit', 'deposit'],
  ['internalAccountTransferWithdrawal', 'withdrawal'],
]);

function readRow(row: TableRow): void {
  const time = row.time();
  const type = row.needed('type');
  const coin = row.needed('coin');
  const amount = row.stated('amount');
  const after = row.optional('wallet balance');
  if (!row.isGood || !time || !amount) return;
  if (isZero(amount.value)) return row.ignored('nothing-moved');
  const way = ways.get(type);
  if (way === 'deposit' && isNegative(amount.value))
    return row.error('import/negative', { column: 'amount', text: amount.text }, 'amount');
  if (way === undefined) row.warn('import/unknown-type', { type }, type);
  const quantity = way === undefined ? amount.value : absolute(amount.value);
  row.emit({
    time,
    kind: way ?? 'balance-change',
    legs: withBalance(
      leg(row.account, row.asset(coin, time), way === 'withdrawal' ? negate(quantity) : quantity),
      after,
    ),
    note: type,
  });
}
