/**
 * Koinly's universal template, which exchanges and wallets write, too (Crypto.com Exchange, DeFi wallets). It names no
 * wallet: the user chooses the account. Futures are one figure, labelled a realised gain.
 */
import { utc } from '../../../shared/time/time-zone.ts';
import { genericImporter, readTwoSided } from './generic-importer.ts';
import { koinlyLabels } from './koinly-labels.ts';

export const koinlyUniversal = genericImporter({
  id: 'koinly-universal',
  name: 'Koinly universal template',
  program: 'Koinly',
  help: 'Koinly: the "universal" CSV template, as you filled it in or as a wallet exports it.',
  headers: [
    'Date,Sent Amount,Sent Currency,Received Amount,Received Currency,Fee Amount,Fee Currency,Net Worth Amount,Net Worth Currency,Label,Description,TxHash',
  ],
  signatures: [
    {
      variant: 'universal',
      required: ['date', 'sent amount', 'sent currency', 'received amount', 'received currency', 'label'],
      optional: [
        'fee amount',
        'fee currency',
        'net worth amount',
        'net worth currency',
        'description',
        'txhash',
      ],
    },
  ],
  timeColumn: 'date',
  zone: utc,
  namesWallets: false,
  row: (row) =>
    readTwoSided(
      row,
      {
        time: 'date',
        received: ['received amount', 'received currency'],
        sent: ['sent amount', 'sent currency'],
        fee: ['fee amount', 'fee currency'],
        id: ['txhash'],
        note: ['description', 'label'],
        worth: ['net worth amount', 'net worth currency'],
      },
      row.text('label'),
      koinlyLabels,
    ),
});
