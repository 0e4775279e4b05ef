/** BittyTax's generic rows: a type, what was bought, what was sold, a fee, and the wallet. */
import { columnsWithoutMoney, genericImporter, readTwoSided } from './generic-importer.ts';
import {
  donation,
  fee,
  futuresFee,
  gift,
  income,
  lost,
  move,
  profit,
  rebate,
  spend,
  trade,
  unclear,
} from './labels.ts';
import type { Label } from './two-sided.ts';

/** Source: BittyTax's documentation of transaction records. */
const types: ReadonlyMap<string, Label> = new Map<string, Label>([
  ['trade', trade],
  ['deposit', move],
  ['withdrawal', move],
  ['unstake', move],
  ['stake', move],
  ['mining', income('mining')],
  ['staking', income('staking')],
  ['staking reward', income('staking')],
  ['interest', income('interest')],
  ['dividend', income('other')],
  ['income', income('other')],
  ['referral', income('referral')],
  ['airdrop', income('airdrop')],
  ['fork', income('airdrop')],
  ['cashback', rebate],
  ['fee rebate', rebate],
  ['gift received', gift],
  ['gift sent', gift],
  ['gift spouse', gift],
  ['charity sent', donation],
  ['lost', lost],
  ['spend', spend],
  ['swap', trade],
  ['margin gain', profit],
  ['margin loss', profit],
  ['margin fee', futuresFee],
  ['margin fee rebate', rebate],
  ['fee', fee],
  ['loan', unclear],
  ['loan repayment', unclear],
  ['loan interest', fee],
]);

export const bittytax = genericImporter({
  id: 'bittytax',
  name: 'BittyTax transaction records',
  program: 'BittyTax',
  help: 'BittyTax: the transaction records, saved as CSV. Times without a zone are taken as UTC: choose yours.',
  headers: [
    'Type,Buy Quantity,Buy Asset,Buy Value in GBP,Sell Quantity,Sell Asset,Sell Value in GBP,Fee Quantity,Fee Asset,Fee Value in GBP,Wallet,Timestamp,Note',
  ],
  signatures: [
    {
      variant: 'records',
      required: [
        'type',
        'buy quantity',
        'buy asset',
        'sell quantity',
        'sell asset',
        'fee quantity',
        'fee asset',
        'wallet',
        'timestamp',
      ],
      optional: ['buy value', 'sell value', 'fee value', 'note', 'raw data'],
    },
  ],
  alias: (name) => columnsWithoutMoney(name.replace(/ value in [a-z]{3,5}$/u, ' value')),
  timeColumn: 'timestamp',
  namesWallets: true,
  row: (row) =>
    readTwoSided(
      row,
      {
        time: 'timestamp',
        received: ['buy quantity', 'buy asset'],
        sent: ['sell quantity', 'sell asset'],
        fee: ['fee quantity', 'fee asset'],
        to: 'wallet',
        id: [],
        note: ['note'],
      },
      row.text('type'),
      types,
    ),
});
