/** MEXC's deposits, with or without the user's number. Only those that were credited count. Errors: those of every cell. */
import { mexcAccount } from '../known-accounts.ts';
import { finalStates } from '../table/final-states.ts';
import { leg } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

export const mexcDeposits = tableImporter({
  id: 'mexc-deposits',
  name: "MEXC's deposits",
  exchange: 'MEXC',
  help: 'MEXC: Wallets, Funding History, Deposit, Export.',
  headers: ['UID,Status,Time,Crypto,Network,Deposit Amount,TxID,Progress'],
  account: mexcAccount,
  accountIsChoice: true,
  idIsUnique: true,
  // It has the transactions; the spot statement repeats the amounts.
  ranks: { moves: 1 },
  layouts: [
    {
      variant: 'deposits',
      words: 'with or without UID',
      required: columnsOf('status, time, crypto, network, deposit amount, txid, progress'),
      optional: ['uid'],
    },
  ],
  row: readRow,
});

function readRow(row: TableRow): void {
  const isFinal = row.word('status', finalStates);
  if (isFinal === false) return row.ignored('not-final');
  const time = row.time();
  const coin = row.needed('crypto');
  const amount = row.positive('deposit amount');
  if (!row.isGood || !time || !amount) return;
  const id = row.text('txid');
  row.emit({
    time,
    kind: 'deposit',
    legs: leg(row.account, row.asset(coin, time), amount.value),
    note: row.text('network'),
    ...(id !== '' && { externalId: id }),
  });
}
