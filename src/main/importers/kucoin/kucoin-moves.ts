/**
 * KuCoin's deposits and withdrawals: of the bundle (from 2023), with states and fees; of before, without.
 *
 * Only what was successful counts. The fee comes on top of the amount. Old files state no zone: UTC+8 is assumed.
 * Errors: `import/unknown-word`, and those of every cell.
 */
import { negate } from '../../../shared/num/arithmetic.ts';
import { timeZone } from '../../../shared/time/time-zone.ts';
import { kucoinAccount } from '../known-accounts.ts';
import { finalStates } from '../table/final-states.ts';
import { costLeg, leg } from '../table/legs.ts';
import { columnsOf, type Layout, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { kucoinEmpty } from './kucoin-trade.ts';

const zone = timeZone('+08:00');
const bundle = columnsOf('uid, account type, time, coin, amount, fee, transfer network, status, remark');

const layouts: readonly Layout[] = [
  {
    variant: 'deposits',
    words: 'deposits from 2023',
    required: bundle,
    optional: ['hash', 'deposit address'],
    zone,
  },
  {
    variant: 'withdrawals',
    words: 'withdrawals from 2023',
    required: [...bundle, 'address'],
    optional: ['hash'],
    zone,
  },
  {
    variant: 'old-deposits',
    words: 'deposits before 2023',
    required: columnsOf('time, coin, amount, type, remark'),
    optional: ['network', 'fee'],
    zone,
  },
  {
    variant: 'old-withdrawals',
    words: 'withdrawals before 2023',
    required: columnsOf('time, coin, amount, type, address, remark'),
    optional: ['network'],
    zone,
  },
  {
    variant: 'oldest',
    words: 'to 2020',
    required: columnsOf('coin, type, add, hash, amount, time'),
    zone,
  },
];

export const kucoinMoves = tableImporter({
  id: 'kucoin-moves',
  name: "KuCoin's deposits and withdrawals",
  exchange: 'KuCoin',
  help: 'KuCoin: Assets, Deposit or Withdrawal History, Export; or Profile, Download Center.',
  headers: [
    'UID,Account Type,Time(UTC+08:00),Coin,Amount,Fee,Hash,Deposit Address,Transfer Network,Status,Remarks',
    'UID,Account Type,Time(UTC+08:00),Coin,Amount,Fee,Hash,Withdrawal Address/Account,Transfer Network,Status,Remarks',
    'Time,Coin,Network,Amount,Type,Remark,Fee',
    'Time,Coin,Network,Amount,Type,Wallet Address/Account,Remark',
    'coin_type,type,add,hash,vol,created_at',
  ],
  account: kucoinAccount,
  accountIsChoice: true,
  // It has fees and transactions, which the account history has not.
  ranks: { moves: 1 },
  layouts,
  aliases: {
    remarks: 'remark',
    'withdrawal address/account': 'address',
    'wallet address/account': 'address',
    'wallet address': 'address',
    coin_type: 'coin',
    vol: 'amount',
    created_at: 'time',
  },
  emptyText: kucoinEmpty,
  row: readRow,
});

const types: ReadonlyMap<string, boolean> = new Map([
  ['deposit', false],
  ['withdraw', true],
  ['withdrawal', true],
]);

function readRow(row: TableRow): void {
  if (row.has('status') && row.word('status', finalStates) === false) return row.ignored('not-final');
  const isOut = row.variant === 'oldest' ? row.word('type', types) : row.variant.endsWith('withdrawals');
  const time = row.time();
  const coin = row.needed('coin');
  const amount = row.positive('amount');
  const fee = row.unsigned('fee');
  if (!row.isGood || !time || isOut === undefined || !amount || !fee) return;
  const asset = row.asset(coin, time);
  const id = row.text('hash');
  const note = [row.text('remark'), row.text('address')].filter((text) => text !== '').join('; ');
  row.emit({
    time,
    kind: isOut ? 'withdrawal' : 'deposit',
    legs: [
      ...leg(row.account, asset, isOut ? negate(amount.value) : amount.value),
      ...costLeg(row.account, asset, fee.value),
    ],
    ...(note !== '' && { note }),
    ...(id !== '' && { externalId: id }),
  });
}
