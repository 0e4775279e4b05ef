/** CoinTracker: the template to fill in (Pionex exports it, too) and two generations of its own export, which names wallets. */
import { utc } from '../../../shared/time/time-zone.ts';
import {
  columnsWithoutMoney,
  genericImporter,
  readTwoSided,
  type TwoSidedColumns,
} from './generic-importer.ts';
import { donation, fee, futuresFee, gift, income, lost, move, profit, spend, trade } from './labels.ts';
import type { Label } from './two-sided.ts';

/** Source: CoinTracker's help on its CSV template, BittyTax's parser of its export. */
const labels: ReadonlyMap<string, Label> = new Map<string, Label>([
  ['', move],
  ['trade', trade],
  ['buy', trade],
  ['sell', trade],
  ['swap', trade],
  ['send', move],
  ['receive', move],
  ['transfer', move],
  ['deposit', move],
  ['withdrawal', move],
  ['gift', gift],
  ['gift received', gift],
  ['gift sent', gift],
  ['lost', lost],
  ['stolen', lost],
  ['donated', donation],
  ['donation', donation],
  ['fork', income('airdrop')],
  ['airdrop', income('airdrop')],
  ['mined', income('mining')],
  ['mining', income('mining')],
  ['payment', income('other')],
  ['staked', income('staking')],
  ['staking', income('staking')],
  ['staking reward', income('staking')],
  ['interest', income('interest')],
  ['interest income', income('interest')],
  ['reward', income('reward')],
  ['other income', income('other')],
  ['income', income('other')],
  ['spend', spend],
  ['services', spend],
  ['fee', fee],
  ['margin trade', profit],
  ['margin gain', profit],
  ['margin loss', profit],
  ['realized profit', profit],
  ['margin fee', futuresFee],
]);

const two = {
  time: 'date',
  received: ['received quantity', 'received currency'],
  sent: ['sent quantity', 'sent currency'],
  fee: ['fee amount', 'fee currency'],
} as const;

export const cointrackerImport = genericImporter({
  id: 'cointracker-import',
  name: 'CoinTracker template',
  program: 'CoinTracker',
  help: 'CoinTracker: the CSV template, as you filled it in or as an exchange exports it (Pionex).',
  headers: [
    'Date,Received Quantity,Received Currency,Sent Quantity,Sent Currency,Fee Amount,Fee Currency,Tag',
  ],
  signatures: [
    {
      variant: 'template',
      required: ['date', 'received quantity', 'received currency', 'sent quantity', 'sent currency'],
      optional: ['fee amount', 'fee currency', 'tag'],
    },
  ],
  timeColumn: 'date',
  // CoinTracker states MM/DD/YYYY HH:MM:SS in UTC.
  dateOrder: 'month-first',
  zone: utc,
  namesWallets: false,
  row: (row) => readTwoSided(row, { ...two, id: [], note: ['tag'] }, row.text('tag'), labels),
});

const wallets: TwoSidedColumns = {
  ...two,
  to: 'received wallet',
  from: 'sent wallet',
  id: ['transaction id', 'transaction hash'],
  note: ['received comment', 'sent comment', 'received tag', 'sent tag'],
};

const common = [
  'date',
  'type',
  'transaction id',
  'received quantity',
  'received currency',
  'received wallet',
  'sent quantity',
  'sent currency',
  'sent wallet',
];

export const cointrackerExport = genericImporter({
  id: 'cointracker-export',
  idIsUnique: true,
  name: 'CoinTracker transactions',
  program: 'CoinTracker',
  help: 'CoinTracker: Transactions, Export CSV.',
  headers: [
    'Date,Type,Transaction ID,Received Quantity,Received Currency,Received Cost Basis (USD),Received Wallet,Received Address,Received Comment,Sent Quantity,Sent Currency,Sent Cost Basis (USD),Sent Wallet,Sent Address,Sent Comment,Fee Amount,Fee Currency,Fee Cost Basis (USD),Realized Return (USD),Fee Realized Return (USD),Transaction Hash',
    'Date,Type,Transaction ID,Received Quantity,Received Currency,Received Cost Basis (USD),Received Wallet,Received Address,Received Tag,Received Comment,Sent Quantity,Sent Currency,Sent Cost Basis (USD),Sent Wallet,Sent Address,Sent Tag,Sent Comment,Fee Amount,Fee Currency,Realized Return (USD),Ignored',
  ],
  signatures: [
    {
      variant: 'with tags',
      required: [...common, 'received tag', 'sent tag'],
      optional: [
        'received cost basis',
        'received address',
        'received comment',
        'sent cost basis',
        'sent address',
        'sent comment',
        'fee amount',
        'fee currency',
        'realized return',
        'ignored',
      ],
    },
    {
      variant: 'without tags',
      required: common,
      optional: [
        'received cost basis',
        'received address',
        'received comment',
        'sent cost basis',
        'sent address',
        'sent comment',
        'fee amount',
        'fee currency',
        'fee cost basis',
        'realized return',
        'fee realized return',
        'transaction hash',
      ],
    },
  ],
  alias: columnsWithoutMoney,
  timeColumn: 'date',
  dateOrder: 'month-first',
  zone: utc,
  namesWallets: true,
  row: (row) => {
    if (/^(?:true|yes|1)$/iu.test(row.text('ignored'))) row.ignored('states-no-event');
    else readTwoSided(row, wallets, row.text('received tag', 'sent tag') || row.text('type'), labels);
  },
});
