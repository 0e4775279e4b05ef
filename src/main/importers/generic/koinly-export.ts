/**
 * What Koinly exports: its transaction report, and the table for editing many rows at once (from 2025), whose cells hold
 * numbers of Koinly's own behind names ("BTC;1", "Flare (FLR);flare"). Rows name their wallets.
 */
import { utc } from '../../../shared/time/time-zone.ts';
import {
  columnsWithoutMoney,
  genericImporter,
  readTwoSided,
  type TwoSidedColumns,
} from './generic-importer.ts';
import type { GenericRow } from './generic-row.ts';
import { koinlyLabels } from './koinly-labels.ts';

const readOnly = /\s*\(read-only\)$/u;

export const koinlyExport = genericImporter({
  id: 'koinly-export',
  idIsUnique: true,
  name: 'Koinly transactions',
  program: 'Koinly',
  help: 'Koinly: Transactions, Export; or the table of its bulk edit.',
  headers: [
    'Date,Type,Label,Sending Wallet,Sent Amount,Sent Currency,Sent Cost Basis,Receiving Wallet,Received Amount,Received Currency,Received Cost Basis,Fee Amount,Fee Currency,Gain (USD),Net Value (USD),Fee Value (USD),TxSrc,TxDest,TxHash,Description',
    'ID (read-only),Parent ID (read-only),Date (UTC),Type,Tag,From Wallet (read-only),From Wallet ID,From Amount,From Currency,To Wallet (read-only),To Wallet ID,To Amount,To Currency,Fee Amount,Fee Currency,Net Worth Amount,Net Worth Currency,Fee Worth Amount,Fee Worth Currency,…',
  ],
  signatures: [
    {
      variant: 'report',
      required: [
        'date',
        'type',
        'label',
        'sending wallet',
        'sent amount',
        'sent currency',
        'receiving wallet',
        'received amount',
        'received currency',
      ],
      optional: [
        'sent cost basis',
        'received cost basis',
        'fee amount',
        'fee currency',
        'gain',
        'net value',
        'fee value',
        'txsrc',
        'txdest',
        'txhash',
        'description',
      ],
    },
    {
      variant: 'bulk edit',
      required: [
        'date',
        'type',
        'label',
        'from wallet',
        'from amount',
        'from currency',
        'to wallet',
        'to amount',
        'to currency',
      ],
      optional: [
        'id',
        'parent id',
        'from wallet id',
        'to wallet id',
        'fee amount',
        'fee currency',
        'net worth amount',
        'net worth currency',
        'fee worth amount',
        'fee worth currency',
        'net value',
        'fee value',
        'value currency',
        'deleted',
        'from source',
        'to source',
        'negative balances',
        'missing rates',
        'missing cost basis',
        'synced to accounting at',
        'txsrc',
        'txdest',
        'txhash',
        'description',
      ],
    },
  ],
  alias: (name) => {
    const plain = columnsWithoutMoney(name.replace(readOnly, '').replace(' (utc read-only)', ''));
    return plain === 'tag' ? 'label' : plain;
  },
  timeColumn: 'date',
  zone: utc,
  namesWallets: true,
  row: (row) => {
    if (/^(?:true|yes|1)$/iu.test(row.text('deleted'))) row.ignored('states-no-event');
    else readTwoSided(row, row.variant === 'report' ? report : bulkEdit, wordOf(row), koinlyLabels);
  },
});

const report: TwoSidedColumns = {
  time: 'date',
  received: ['received amount', 'received currency'],
  sent: ['sent amount', 'sent currency'],
  fee: ['fee amount', 'fee currency'],
  to: 'receiving wallet',
  from: 'sending wallet',
  id: ['txhash'],
  note: ['description', 'label'],
};

const bulkEdit: TwoSidedColumns = {
  ...report,
  received: ['to amount', 'to currency'],
  sent: ['from amount', 'from currency'],
  to: 'to wallet',
  from: 'from wallet',
  id: ['id', 'txhash'],
  worth: ['net worth amount', 'net worth currency'],
};

/** The label says more than the type. */
function wordOf(row: GenericRow): string {
  return row.text('label') || row.text('type');
}
