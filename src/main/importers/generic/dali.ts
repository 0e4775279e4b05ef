/**
 * dali-rp2's manual files of what came in and what went out. Its third file, of transfers, repeats rows under one id with one
 * side or both, which dali completes from other files: that one is not read.
 */
import { assetId } from '../../../shared/domain/asset.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { genericImporter, labelToTell } from './generic-importer.ts';
import type { Amount, GenericRow } from './generic-row.ts';
import { donation, fee, gift, income, lost, trade } from './labels.ts';
import { emitTwoSided, type Label } from './two-sided.ts';

/** Source: dali-rp2's documentation of the manual plugin. */
const types: ReadonlyMap<string, Label> = new Map<string, Label>([
  ['buy', trade],
  ['sell', trade],
  ['airdrop', income('airdrop')],
  ['hard fork', income('airdrop')],
  ['income', income('other')],
  ['wages', income('other')],
  ['interest', income('interest')],
  ['mining', income('mining')],
  ['staking', income('staking')],
  ['gift', gift],
  ['donate', donation],
  ['lost', lost],
  ['fee', fee],
]);

const common = ['timestamp', 'asset', 'exchange', 'holder', 'transaction type', 'spot price', 'crypto fee'];

export const dali = genericImporter({
  id: 'dali-manual',
  name: 'dali-rp2 manual files (in, out)',
  program: 'dali-rp2',
  help: 'dali-rp2: the CSV files of its manual plugin for what came in and what went out.',
  headers: [
    'Unique ID,Timestamp,Asset,Exchange,Holder,Transaction Type,Spot Price,Crypto In,Crypto Fee,USD In No Fee,USD In With Fee,USD Fee,Notes',
    'Unique ID,Timestamp,Asset,Exchange,Holder,Transaction Type,Spot Price,Crypto Out No Fee,Crypto Fee,Crypto Out With Fee,Fiat Out No Fee,Fiat Fee,Notes',
  ],
  signatures: [
    {
      variant: 'in',
      required: [...common, 'crypto in', 'fiat in no fee', 'fiat in with fee', 'fiat fee'],
      optional: ['unique id', 'notes', 'fiat ticker'],
    },
    {
      variant: 'out',
      required: [...common, 'crypto out no fee', 'crypto out with fee', 'fiat out no fee', 'fiat fee'],
      optional: ['unique id', 'notes', 'fiat ticker'],
    },
  ],
  alias: (name) => name.replace(/^usd (?=in|out|fee)/u, 'fiat '),
  timeColumn: 'timestamp',
  zone: utc,
  namesWallets: true,
  row: readRow,
});

/** Money is in dollars unless a column says otherwise; where it is not stated it is the spot price times the coins. */
function readRow(row: GenericRow): void {
  const time = row.time('timestamp');
  if (time === undefined) return;
  const isIn = row.variant === 'in';
  const coins = row.amount(isIn ? 'crypto in' : 'crypto out no fee', 'asset', time);
  const cryptoFee = row.fee('crypto fee', 'asset', time);
  const money = moneyOf(row, isIn ? 'fiat in no fee' : 'fiat out no fee', coins ?? null);
  const fiatFee = row.cells.unsigned(row.text('fiat fee'), 'fiat fee');
  if (!row.cells.isGood || coins === undefined || cryptoFee === undefined || fiatFee === undefined) return;
  const word = row.text('transaction type');
  const label = labelToTell(row, word, types, false);
  const paid = label.isTrade === true ? money : null;
  const fiat = { asset: fiatAsset(row), quantity: fiatFee.value };
  const account = row.account(row.text('exchange'));
  emitTwoSided(row, {
    time,
    received: isIn ? coins : paid,
    sent: isIn ? paid : coins,
    fee: fiatFee.text === '0' ? cryptoFee : fiat,
    from: account,
    to: account,
    label,
    id: row.text('unique id'),
    note: row.text('notes'),
  });
}

function moneyOf(row: GenericRow, column: string, coins: Amount | null): Amount | null {
  const stated = row.cells.unsigned(row.text(column), column);
  const asset = fiatAsset(row);
  if (stated !== undefined && stated.text !== '0') return { asset, quantity: stated.value };
  if (coins === null || row.text('spot price') === '') return null;
  const price = row.cells.price(row.text('spot price'), 'spot price');
  const paid = price && row.cells.paidAt(coins.quantity, price.value, 'spot price');
  return paid === undefined ? null : { asset, quantity: paid };
}

function fiatAsset(row: GenericRow): Amount['asset'] {
  return assetId(row.text('fiat ticker') || 'USD');
}
