/** rotki's generic CSV files: trades, and events. Assets are tickers, or addresses in the style of CAIP-19. */
import { utc } from '../../../shared/time/time-zone.ts';
import { genericImporter, labelWithDirection, readTwoSided } from './generic-importer.ts';
import type { GenericRow } from './generic-row.ts';
import { fee, gift, income, lost, move, profit, spend, trade } from './labels.ts';
import { tickerOfAddress } from './token-addresses.ts';
import { emitTwoSided, type Label } from './two-sided.ts';

const trades: ReadonlyMap<string, Label> = new Map([['trade', trade]]);

export const rotkiTrades = genericImporter({
  id: 'rotki-trades',
  name: 'rotki generic trades',
  program: 'rotki',
  help: 'rotki: the generic CSV file of trades.',
  headers: [
    'Location,Spend Currency,Receive Currency,Receive Amount,Spend Amount,Fee,Fee Currency,Description,Timestamp',
  ],
  signatures: [
    {
      variant: 'trades',
      required: [
        'location',
        'spend currency',
        'receive currency',
        'receive amount',
        'spend amount',
        'timestamp',
      ],
      optional: ['fee', 'fee currency', 'description'],
    },
  ],
  timeColumn: 'timestamp',
  zone: utc,
  namesWallets: true,
  ticker: tickerOfAddress,
  row: (row) =>
    readTwoSided(
      row,
      {
        time: 'timestamp',
        received: ['receive amount', 'receive currency'],
        sent: ['spend amount', 'spend currency'],
        fee: ['fee', 'fee currency'],
        to: 'location',
        id: [],
        note: ['description'],
      },
      'trade',
      trades,
    ),
});

/** Source: rotki's documentation of its generic events. */
const eventTypes: ReadonlyMap<string, Label> = new Map<string, Label>([
  ['deposit', move],
  ['withdrawal', move],
  ['receive', move],
  ['income', income('other')],
  ['loss', lost],
  ['spend', spend],
  ['staking', income('staking')],
  ['airdrop', income('airdrop')],
  ['gift', gift],
  ['donation', { in: { kind: 'balance-change' }, out: { kind: 'donation' } }],
  ['margin', profit],
  ['fee', fee],
]);
const outgoing: ReadonlySet<string> = new Set(['withdrawal', 'loss', 'spend', 'donation', 'fee']);

export const rotkiEvents = genericImporter({
  id: 'rotki-events',
  name: 'rotki generic events',
  program: 'rotki',
  help: 'rotki: the generic CSV file of events.',
  headers: ['Type,Location,Currency,Amount,Fee,Fee Currency,Description,Timestamp'],
  signatures: [
    {
      variant: 'events',
      required: ['type', 'location', 'currency', 'amount', 'timestamp'],
      optional: ['fee', 'fee currency', 'description'],
    },
  ],
  timeColumn: 'timestamp',
  zone: utc,
  namesWallets: true,
  ticker: tickerOfAddress,
  row: readEvent,
});

/** Amounts have no sign: the type says the direction. */
function readEvent(row: GenericRow): void {
  const time = row.time('timestamp');
  if (time === undefined) return;
  const amount = row.signedAmount('amount', 'currency', time);
  const paid = row.fee('fee', 'fee currency', time);
  if (amount === undefined || paid === undefined || !row.cells.isGood) return;
  const word = row.text('type');
  const label = labelWithDirection(row, word, eventTypes);
  if (label === null) return;
  const isOut = outgoing.has(word.toLowerCase()) || row.text('amount').startsWith('-');
  const account = row.account(row.text('location'));
  emitTwoSided(row, {
    time,
    received: isOut ? null : amount,
    sent: isOut ? amount : null,
    fee: paid,
    from: account,
    to: account,
    label,
    note: row.text('description'),
  });
}
