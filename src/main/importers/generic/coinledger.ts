/** CoinLedger's export: one row for each coin of a transaction; rows of one share an internal id, and are parts of one event. */
import { utc } from '../../../shared/time/time-zone.ts';
import { genericImporter, labelToTell } from './generic-importer.ts';
import { came, type GenericRow, left } from './generic-row.ts';
import { donation, fee, gift, income, lost, move, profit, spend, trade } from './labels.ts';
import type { Label, OneSide } from './two-sided.ts';

/** Source: rotki's parser of the export (formats.md, section 20). */
const types: ReadonlyMap<string, Label> = new Map<string, Label>([
  ['trade', trade],
  ['buy', trade],
  ['sell', trade],
  ['swap', trade],
  ['deposit', move],
  ['withdrawal', move],
  ['transfer', move],
  ['manual position', move],
  ['airdrop', income('airdrop')],
  ['hard fork', income('airdrop')],
  ['interest', income('interest')],
  ['interest payment', income('interest')],
  ['mining', income('mining')],
  ['staking', income('staking')],
  ['income', income('other')],
  ['gift received', gift],
  ['gift sent', gift],
  ['donation', donation],
  ['investment loss', lost],
  ['theft loss', lost],
  ['casualty loss', lost],
  ['merchant payment', spend],
  ['network fee', fee],
  ['platform fee', fee],
  ['margin gain', profit],
  ['margin loss', profit],
]);

export const coinledger = genericImporter({
  id: 'coinledger',
  name: 'CoinLedger transactions',
  program: 'CoinLedger',
  help: 'CoinLedger: Transactions, Export.',
  headers: [
    'Timestamp (UTC),Type,Internal Id,Platform,Account Name,Platform Id,Blockchain Id,Record Type,Asset,Amount,Description',
  ],
  signatures: [
    {
      variant: 'records',
      required: ['timestamp', 'type', 'internal id', 'platform', 'record type', 'asset', 'amount'],
      optional: ['account name', 'platform id', 'blockchain id', 'description'],
    },
  ],
  timeColumn: 'timestamp',
  zone: utc,
  namesWallets: true,
  row: readRecord,
});

/** A row alone is what its type says; of a trade it is a change of balance until the other half is beside it. */
function readRecord(row: GenericRow): void {
  const time = row.time('timestamp');
  if (time === undefined) return;
  const amount = row.signedAmount('amount', 'asset', time);
  if (amount === undefined || !row.cells.isGood) return;
  const word = row.text('type');
  const label = labelToTell(row, word, types, false);
  const isOut = row.text('amount').startsWith('-');
  const side = sideOf(row, label, isOut);
  const account = row.account(row.text('platform', 'account name'));
  const leg = amount === null ? [] : [(isOut ? left : came)(account, amount, side.role ?? 'principal')];
  const id = row.text('internal id');
  const note = row.text('description');
  row.emit({
    time,
    kind: side.kind,
    legs: leg,
    ...(side.reason !== undefined && { reason: side.reason }),
    ...(id !== '' && { part: { assembly: 'group', group: id, operation: word } }),
    ...(note !== '' && { note }),
  });
}

function sideOf(row: GenericRow, label: Label, isOut: boolean): OneSide {
  if (/fee$/iu.test(row.text('record type'))) return isOut ? fee.out : fee.in;
  if (label.isTrade === true) return { kind: 'balance-change' };
  return isOut ? label.out : label.in;
}
