/**
 * KuCoin's purchases with money and deposits of money. Layouts: orders of the bundle, one with a header cell that ends in
 * a comma; a later one with fees in both; deposits. Only what was done counts; the fee comes on top.
 * Errors: those of every cell.
 */
import { tradeKind } from '../cells/trades.ts';
import { kucoinAccount } from '../known-accounts.ts';
import { finalStates } from '../table/final-states.ts';
import { costLeg, leg, tradePrincipals } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { kucoinEmpty } from './kucoin-trade.ts';

export const kucoinFiat = tableImporter({
  id: 'kucoin-fiat',
  name: "KuCoin's purchases and deposits of money",
  exchange: 'KuCoin',
  help: 'KuCoin: Profile, Download Center, Fiat Orders.',
  headers: [
    'Order ID,Order Type,Currency (Crypto),"Crypto Quantity,",Price,Currency (Fiat),Fiat Amount,Fee Currency,Fee,Status,Time(UTC+08:00)',
    'Order ID,Currency (Crypto),Crypto Quantity,Currency (Fiat),Fiat Amount,Fee Currency (Fiat),Fee (Fiat),Fee Currency (Crypto),Fee (Crypto),Payment Method,Status,Time(UTC+08:00)',
    'Order ID,Currency (Fiat),Fiat Amount,Fee,Deposit Method,Status,Time(UTC+08:00)',
  ],
  account: kucoinAccount,
  accountIsChoice: true,
  // Such orders stand in no other file but the account history.
  ranks: { trades: 1, moves: 1 },
  layouts: [
    {
      variant: 'orders',
      words: 'orders',
      required: columnsOf(
        'order id, order type, currency (crypto), crypto quantity, price, currency (fiat), fiat amount, fee currency, fee, status, time',
      ),
      optional: [''],
    },
    {
      variant: 'orders-2',
      words: 'orders with fees in both',
      required: columnsOf(
        'order id, currency (crypto), crypto quantity, currency (fiat), fiat amount, fee currency (fiat), fee (fiat), fee currency (crypto), fee (crypto), payment method, status, time',
      ),
    },
    {
      variant: 'deposits',
      words: 'deposits of money',
      required: columnsOf('order id, currency (fiat), fiat amount, fee, deposit method, status, time'),
    },
  ],
  emptyText: kucoinEmpty,
  row: readRow,
});

function readRow(row: TableRow): void {
  const isFinal = row.word('status', finalStates);
  if (isFinal === false) return row.ignored('not-final');
  if (row.variant === 'deposits') readDeposit(row);
  else readOrder(row);
}

function readDeposit(row: TableRow): void {
  const time = row.time();
  const coin = row.needed('currency (fiat)');
  const amount = row.positive('fiat amount');
  const fee = row.unsigned('fee');
  if (!row.isGood || !time || !amount || !fee) return;
  const asset = row.asset(coin, time);
  row.emit({
    time,
    kind: 'deposit',
    legs: [...leg(row.account, asset, amount.value), ...costLeg(row.account, asset, fee.value)],
    note: row.text('deposit method'),
    externalId: row.text('order id'),
  });
}

const feeColumns = {
  orders: [['fee', 'fee currency']],
  'orders-2': [
    ['fee (fiat)', 'fee currency (fiat)'],
    ['fee (crypto)', 'fee currency (crypto)'],
  ],
} as const;

function readOrder(row: TableRow): void {
  const time = row.time();
  const coin = row.needed('currency (crypto)');
  const money = row.needed('currency (fiat)');
  const coins = row.positive('crypto quantity');
  const paid = row.positive('fiat amount');
  const columns = feeColumns[row.variant === 'orders' ? 'orders' : 'orders-2'];
  const fees = columns.map(([amount, unit]) => ({ fee: row.unsigned(amount), unit: row.text(unit) }));
  if (!row.isGood || !time || !coins || !paid) return;
  const isSale = /sell/iu.test(row.text('order type'));
  const base = { asset: row.asset(coin, time), quantity: coins.value };
  const quote = { asset: row.asset(money, time), quantity: paid.value };
  const [received, given] = isSale ? [quote, base] : [base, quote];
  row.emit({
    time,
    kind: tradeKind(received.asset, given.asset, isSale ? 'sell' : 'buy'),
    legs: [
      ...tradePrincipals(row.account, received, given),
      ...fees.flatMap(({ fee, unit }) =>
        fee === undefined
          ? []
          : costLeg(row.account, unit === '' ? quote.asset : row.asset(unit, time), fee.value),
      ),
    ],
    externalId: row.text('order id'),
  });
}
