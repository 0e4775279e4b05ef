/**
 * Bitget's deposits and withdrawals, and its Earn history. Of the states of a row only the final ones count.
 *
 * Of both only the header was seen: a warning says so. Errors: those of every cell; warnings
 * `import/layout-not-confirmed`, `import/unknown-type`.
 */
import { absolute, isZero, negate } from '../../../shared/num/arithmetic.ts';
import type { Importer } from '../importer.ts';
import { bitgetAccount } from '../known-accounts.ts';
import { finalStates } from '../table/final-states.ts';
import { costLeg, leg } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

export const bitgetMoves: Importer = tableImporter({
  id: 'bitget-moves',
  name: "Bitget's deposits and withdrawals",
  exchange: 'Bitget',
  help: 'Bitget: Assets, Transaction records, Deposit or Withdrawal, Export. It has addresses and transactions.',
  headers: ['Date,Type,Funding account,Coin,Quantity,Address,TxID,Status'],
  account: bitgetAccount,
  accountIsChoice: true,
  // The spot transactions state what left the balance, the fee as well.
  ranks: { moves: 2 },
  layouts: [
    {
      variant: 'moves',
      words: 'with addresses',
      required: columnsOf('date, type, funding account, coin, quantity, address, txid, status'),
    },
  ],
  row: readMove,
});

export const bitgetEarn: Importer = tableImporter({
  id: 'bitget-earn',
  name: "Bitget's Earn history",
  exchange: 'Bitget',
  help: 'Bitget: Assets, Earn, History, Export.',
  headers: ['Reference,Start time,Coin,Type,Interest coin,Amount,Handling fee,Status'],
  account: bitgetAccount,
  accountIsChoice: true,
  // The spot transactions have the same interest with the balances.
  ranks: { income: 2 },
  layouts: [
    {
      variant: 'earn',
      words: 'with fees',
      required: columnsOf('reference, start time, coin, type, interest coin, amount, handling fee, status'),
    },
  ],
  row: readEarn,
});

function readMove(row: TableRow): void {
  const isFinal = row.word('status', finalStates);
  if (isFinal === false) return row.ignored('not-final');
  const time = row.time('date');
  const type = row.needed('type');
  const coin = row.needed('coin');
  const amount = row.stated('quantity');
  if (!row.isGood || !time || !amount) return;
  if (isZero(amount.value)) return row.ignored('nothing-moved');
  const isOut = /withdraw/iu.test(type);
  if (!isOut && !/deposit/iu.test(type)) row.warn('import/unknown-type', { type }, type);
  row.warn('import/layout-not-confirmed', { what: 'whether the quantity includes the fee' });
  const quantity = absolute(amount.value);
  const id = row.text('txid');
  row.emit({
    time,
    kind: isOut ? 'withdrawal' : /deposit/iu.test(type) ? 'deposit' : 'balance-change',
    legs: leg(row.account, row.asset(coin, time), isOut ? negate(quantity) : quantity),
    note: `${type}: ${row.text('address')}`,
    ...(id !== '' && { externalId: id }),
  });
}

/** Subscriptions and redemptions stay within the account; what they earned is income. */
function readEarn(row: TableRow): void {
  const isFinal = row.word('status', finalStates);
  if (isFinal === false) return row.ignored('not-final');
  const time = row.time('start time');
  const type = row.needed('type');
  const coin = row.needed(row.text('interest coin') === '' ? 'coin' : 'interest coin');
  const amount = row.stated('amount');
  const fee = row.quantity('handling fee');
  if (!row.isGood || !time || !amount || !fee) return;
  if (/subscri|redee?m/iu.test(type)) return row.ignored('inside-the-account');
  if (isZero(amount.value)) return row.ignored('nothing-moved');
  const isIncome = /interest|reward|yield|profit|gain/iu.test(type);
  if (isIncome) row.warn('import/layout-not-confirmed', { what: 'what the rows of Earn are called' });
  else row.warn('import/unknown-type', { type }, type);
  const asset = row.asset(coin, time);
  const id = row.text('reference');
  row.emit({
    time,
    kind: isIncome ? 'income' : 'balance-change',
    legs: [...leg(row.account, asset, amount.value), ...costLeg(row.account, asset, absolute(fee.value))],
    note: type,
    ...(isIncome && { reason: 'interest' }),
    ...(id !== '' && { externalId: id }),
  });
}
