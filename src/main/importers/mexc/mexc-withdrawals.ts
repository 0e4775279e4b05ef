/**
 * MEXC's withdrawals, with or without the user's number and a memo. Settlement Amount arrived, Trading Fee is the
 * network's fee; only those that were successful count. Errors: those of every cell.
 */
import { negate } from '../../../shared/num/arithmetic.ts';
import { mexcAccount } from '../known-accounts.ts';
import { finalStates } from '../table/final-states.ts';
import { costLeg, leg } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

export const mexcWithdrawals = tableImporter({
  id: 'mexc-withdrawals',
  name: "MEXC's withdrawals",
  exchange: 'MEXC',
  help: 'MEXC: Wallets, Funding History, Withdrawal, Export.',
  headers: [
    'UID,Status,Time,Crypto,Network,Request Amount,Withdrawal Address,memo,TxID,Trading Fee,Settlement Amount,Withdrawal Descriptions',
  ],
  account: mexcAccount,
  accountIsChoice: true,
  // It has the transactions and fees; the spot statement repeats the amounts.
  ranks: { moves: 1 },
  layouts: [
    {
      variant: 'withdrawals',
      words: 'with or without UID and memo',
      required: columnsOf(
        'status, time, crypto, network, request amount, withdrawal address, txid, trading fee, settlement amount, withdrawal descriptions',
      ),
      optional: ['uid', 'memo'],
    },
  ],
  row: readRow,
});

function readRow(row: TableRow): void {
  const isFinal = row.word('status', finalStates);
  if (isFinal === false) return row.ignored('not-final');
  const time = row.time();
  const coin = row.needed('crypto');
  const arrived = row.positive('settlement amount');
  const fee = row.unsigned('trading fee');
  if (!row.isGood || !time || !arrived || !fee) return;
  const asset = row.asset(coin, time);
  const id = row.text('txid');
  row.emit({
    time,
    kind: 'withdrawal',
    legs: [...leg(row.account, asset, negate(arrived.value)), ...costLeg(row.account, asset, fee.value)],
    note: `To ${row.text('withdrawal address')} over ${row.text('network')}`,
    ...(id !== '' && { externalId: id }),
  });
}
