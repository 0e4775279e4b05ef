/**
 * Bitfinex movements: deposits and withdrawals. Only completed ones moved; amounts are signed, fees negative and on top.
 *
 * Two headers: one time, or when it was begun and last changed. Two-digit years as in the trades.
 * Errors: `import/date-order-unknown`, `import/unknown-word`, and those of every cell.
 */
import { isNegative, isZero } from '../../../shared/num/arithmetic.ts';
import type { Importer } from '../importer.ts';
import { bitfinexAccount } from '../known-accounts.ts';
import { finalStates } from '../table/final-states.ts';
import { feeLeg, leg } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

const columns = columnsOf('#,currency,status,amount,fees,description,transaction id');
const table = tableImporter({
  id: 'bitfinex-movements',
  name: 'Bitfinex movements',
  exchange: 'Bitfinex',
  help: 'Bitfinex: Reports, Movements (deposits and withdrawals), Export, CSV.',
  headers: [
    '#,STARTED,UPDATED,CURRENCY,STATUS,AMOUNT,FEES,DESCRIPTION,TRANSACTION ID,NOTE',
    '#,DATE,CURRENCY,STATUS,AMOUNT,FEES,DESCRIPTION,TRANSACTION ID,NOTE',
    '#,DATE,CURRENCY,STATUS,AMOUNT,FEES,DESCRIPTION,TRANSACTION ID',
  ],
  account: bitfinexAccount,
  accountIsChoice: true,
  // Hashes and fees of each move.
  ranks: { moves: 1 },
  layouts: [
    { variant: 'dated', words: 'with one time', required: [...columns, 'date'], optional: ['note'] },
    {
      variant: 'updated',
      words: 'with when a move began and last changed',
      required: [...columns, 'started', 'updated'],
      optional: ['note'],
    },
  ],
  row: readRow,
});

export const bitfinexMovements: Importer = {
  ...table,
  detect: (head) => {
    const detection = table.detect(head);
    if (detection === null) return null;
    return { ...detection, dateColumns: detection.variant === 'dated' ? ['date'] : ['started', 'updated'] };
  },
};

function readRow(row: TableRow): void {
  const hasMoved = row.word('status', finalStates);
  if (hasMoved === false) return row.ignored('not-final');
  const time = row.time(row.has('date') ? 'date' : 'updated');
  const coin = row.needed('currency');
  const amount = row.stated('amount');
  const fee = row.quantity('fees');
  if (!row.isGood || !time || !amount || !fee) return;
  if (isZero(amount.value)) return row.ignored('nothing-moved');
  const asset = row.asset(coin, time);
  const id = row.text('transaction id');
  const note = row.text('note');
  row.emit({
    time,
    kind: isNegative(amount.value) ? 'withdrawal' : 'deposit',
    legs: [...leg(row.account, asset, amount.value), ...feeLeg(row.account, asset, fee.value)],
    ...(id !== '' && { externalId: id }),
    ...(note !== '' && { note }),
  });
}
