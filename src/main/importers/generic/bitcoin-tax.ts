/** Bitcoin.tax: its trades, and the coins that were spent or came as income. */
import { absolute, add, subtract } from '../../../shared/num/arithmetic.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { genericImporter, labelWithDirection } from './generic-importer.ts';
import type { Amount, GenericRow } from './generic-row.ts';
import { donation, fee, gift, income, lost, spend, trade } from './labels.ts';
import { emitTwoSided, type Label } from './two-sided.ts';

/** Source: Bitcoin.tax's help on its CSV files; rotki's parser (formats.md, section 20). */
const actions: ReadonlyMap<string, Label> = new Map<string, Label>([
  ['buy', trade],
  ['sell', trade],
  ['swap', trade],
  ['spend', spend],
  ['donation', donation],
  ['gift', gift],
  ['lost', lost],
  ['stolen', lost],
  ['fee', fee],
  ['income', income('other')],
  ['giftin', gift],
  ['mining', income('mining')],
  ['airdrop', income('airdrop')],
  ['fork', income('airdrop')],
  ['staking', income('staking')],
  ['interest', income('interest')],
]);
const incoming: ReadonlySet<string> = new Set([
  'income',
  'giftin',
  'mining',
  'airdrop',
  'fork',
  'staking',
  'interest',
]);

export const bitcoinTax = genericImporter({
  id: 'bitcoin-tax',
  name: 'Bitcoin.tax trades, spending and income',
  program: 'Bitcoin.tax',
  help: 'Bitcoin.tax: Trades, Spending or Income, Download.',
  headers: [
    'Date,Action,Symbol,Account,Volume,Price,Currency,Fee,FeeCurrency,Total,Cost/Proceeds,ExchangeId,Category,Subaccount,Memo,SymbolBalance,CurrencyBalance,FeeBalance',
    'Date,Action,Symbol,Account,Volume,Price,Currency,Fee,FeeCurrency,Total,Ref,Memo,Margin,MarginId,TxHash,Sender,Recipient',
  ],
  signatures: [
    {
      variant: 'rows',
      required: [
        'date',
        'action',
        'symbol',
        'account',
        'volume',
        'price',
        'currency',
        'fee',
        'feecurrency',
        'total',
      ],
      optional: [
        'cost/proceeds',
        'exchangeid',
        'category',
        'subaccount',
        'memo',
        'symbolbalance',
        'currencybalance',
        'feebalance',
        'ref',
        'margin',
        'marginid',
        'txhash',
        'sender',
        'recipient',
      ],
    },
  ],
  timeColumn: 'date',
  zone: utc,
  namesWallets: true,
  row: readRow,
});

/** A swap takes the coin at its price in the other coin; the total of a trade holds the fee. */
function readRow(row: GenericRow): void {
  const time = row.time('date');
  if (time === undefined) return;
  const coins = row.amount('volume', 'symbol', time);
  const money = row.fee(row.text('cost/proceeds') === '' ? 'total' : 'cost/proceeds', 'currency', time);
  const paid = row.fee('fee', 'feecurrency', time);
  if (coins === undefined || money === undefined || paid === undefined || !row.cells.isGood) return;
  const word = row.text('action').toLowerCase();
  const label = labelWithDirection(row, word, actions);
  if (label === null) return;
  // Only of a trade it matters what the coins cost.
  if (label.isTrade === true && row.text('cost/proceeds', 'total') === '' && row.needed('total') === '')
    return;
  const account = row.account(row.text('account'));
  const isIn = word === 'buy' || incoming.has(word);
  const other = label.isTrade === true && money !== null ? withoutFee(money, paid, isIn) : null;
  emitTwoSided(row, {
    time,
    received: isIn ? coins : other,
    sent: isIn ? other : coins,
    fee: paid,
    from: account,
    to: account,
    label,
    id: row.text('exchangeid', 'ref', 'txhash'),
    note: row.text('memo'),
  });
}

/** What a buyer paid holds the fee; what a seller got has it taken off. */
function withoutFee(money: Amount, paid: Amount | null, isBuy: boolean): Amount {
  const quantity = absolute(money.quantity);
  if (paid === null || paid.asset !== money.asset) return { ...money, quantity };
  return { ...money, quantity: (isBuy ? subtract : add)(quantity, absolute(paid.quantity)) };
}
