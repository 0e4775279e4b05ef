/**
 * Two older reports of Coinbase: transfers (buys, sells and moves of money), and transactions (one wallet a file).
 *
 * Transfers: the third column is the coin, by its name in the header; total = subtotal + fees of a buy, − fees of a sell.
 * Transactions: amount is what the wallet's balance changed by. A row with a transfer's total in another currency is a
 * trade, the fee inside the total; the wallet of the money repeats it, and only its note says so.
 * Errors: `import/unknown-word` and those of every cell; warning `import/unclear-type`.
 */
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { Leg } from '../../../shared/domain/event.ts';
import { absolute, add, isNegative, isZero, negate, subtract } from '../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { isBlank } from '../cells/decimals.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { tradeKind } from '../cells/trades.ts';
import { matchHeader } from '../header.ts';
import type { Detection, FileHead, Importer } from '../importer.ts';
import { coinbaseAccount } from '../known-accounts.ts';
import { costLeg, leg, withBalance } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import { TableRow } from '../table/table-row.ts';

const transferColumns = columnsOf(
  'timestamp, type, coin, subtotal, fees, total, currency, price per coin, payment method, id, share',
);
const transactionsHeader =
  'timestamp, balance, amount, currency, to, notes, instantly exchanged, transfer total, transfer total currency, transfer fee, transfer fee currency, transfer payment method, transfer id, order price, order currency, order coin, order tracking code, order custom parameter, order paid out, recurring payment id, coinbase id, hash';

const shared = {
  exchange: 'Coinbase',
  account: coinbaseAccount,
  accountIsChoice: true,
} as const;

/** Which coin the report is of stands in its header alone. */
export const coinbaseTransfers: Importer = {
  ...shared,
  id: 'coinbase-transfers',
  name: 'Coinbase transfers report',
  help: 'Coinbase, before 2019: Tools, Reports, Buys, sells and transfers. Bring the transaction history in its place where you can.',
  headers: ['Timestamp,Type,BTC,Subtotal,Fees,Total,Currency,Price Per Coin,Payment Method,ID,Share'],
  // Behind the transaction history and the older transactions report: it has only buys, sells and moves of money.
  ranks: { trades: 3, moves: 3 },
  detect: detectTransfers,
  open: (detection, context, sink) => {
    const row = new TableRow(detection, context, sink);
    return {
      row: (cells, line, raw) => {
        if (row.begin(cells, line, raw)) readTransfer(row, detection.currency ?? '');
      },
      end: () => {
        // No row waits for another.
      },
    };
  },
};

function detectTransfers(head: FileHead): Detection | null {
  const isCoin = (name: string): boolean => /^[a-z0-9]{2,6}$/u.test(name) && !transferColumns.includes(name);
  const match = matchHeader(head, [{ variant: 'transfers', required: transferColumns }], (name) =>
    isCoin(name) ? 'coin' : name,
  );
  if (match === null) return null;
  const header = head.rows[match.headerIndex]?.cells ?? [];
  return {
    variant: 'transfers',
    headerIndex: match.headerIndex,
    columns: match.columns,
    why: `Its columns are those of Coinbase's older report of transfers (${header.join(',')}).`,
    zone: { zone: utc, from: 'assumed' },
    currency: (header[match.columns.get('coin') ?? -1] ?? '').trim().toUpperCase(),
  };
}

function readTransfer(row: TableRow, coin: string): void {
  const time = row.time('timestamp');
  const type = row.needed('type').toLowerCase();
  const currency = row.needed('currency');
  const isMove = type === 'deposit' || type === 'withdrawal';
  const fees = row.unsigned('fees');
  const isTrade = type === 'buy' || type === 'sell';
  const [size, subtotal] = isTrade
    ? [row.statedSize('coin'), row.statedSize('subtotal')]
    : [row.unsigned('coin'), row.unsigned('subtotal')];
  const total = isMove ? row.statedSize('total') : row.unsigned('total');
  if (!row.isGood || !time || !size || !fees || !subtotal || !total) return;
  const money = row.asset(currency, time);
  const { account } = row;
  const externalId = row.text('id');
  const cost = costLeg(account, money, fees.value);
  if (type === 'deposit')
    return row.emit({
      time,
      kind: 'deposit',
      legs: [...leg(account, money, total.value), ...cost],
      externalId,
    });
  if (type === 'withdrawal')
    return row.emit({
      time,
      kind: 'withdrawal',
      legs: [...leg(account, money, negate(total.value)), ...cost],
      externalId,
    });
  if (!isTrade)
    return row.error(
      'import/unknown-word',
      { column: 'type', text: type, known: 'buy, sell, deposit, withdrawal' },
      'type',
    );
  const asset = row.asset(coin, time);
  const isBuy = type === 'buy';
  return row.emit({
    time,
    kind: isBuy ? tradeKind(asset, money, 'buy') : tradeKind(money, asset, 'sell'),
    legs: [
      ...leg(account, asset, isBuy ? size.value : negate(size.value)),
      ...leg(account, money, isBuy ? negate(subtotal.value) : subtotal.value),
      ...cost,
    ],
    externalId,
  });
}

/** Names that differ from coin to coin, and say where to look an id up. */
function transactionsAlias(name: string): string {
  if (name.startsWith('coinbase id')) return 'coinbase id';
  if (/^\w+ hash\b/u.test(name)) return 'hash';
  return /^order [a-z0-9]{2,6}$/u.test(name) && name !== 'order price' ? 'order coin' : name;
}

export const coinbaseTransactions: Importer = {
  ...tableImporter({
    ...shared,
    id: 'coinbase-transactions',
    name: 'Coinbase transactions report (one wallet)',
    help: 'Coinbase, before 2019: Tools, Reports, Transaction history of a wallet. Bring the reports of all wallets, or better the transaction history of today.',
    headers: [
      'Timestamp,Balance,Amount,Currency,To,Notes,Instantly Exchanged,Transfer Total,Transfer Total Currency,Transfer Fee,Transfer Fee Currency,Transfer Payment Method,Transfer ID,Order Price,Order Currency,Order BTC,Order Tracking Code,Order Custom Parameter,Order Paid Out,Recurring Payment ID,Coinbase ID (visit https://www.coinbase.com/transactions/[ID] in your browser),Bitcoin Hash (visit https://www.coinbase.com/tx/[HASH] in your browser for more info)',
    ],
    // Behind the transaction history, which has all wallets and says what each row is.
    ranks: { trades: 2, moves: 2, income: 2 },
    layouts: [],
    row: readTransaction,
  }),
  detect: (head) => {
    const signature = { variant: 'transactions', required: columnsOf(transactionsHeader) };
    const match = matchHeader(head, [signature], transactionsAlias);
    if (match === null) return null;
    const why = "Its columns are those of Coinbase's older report of one wallet's transactions.";
    const { headerIndex, columns } = match;
    return { variant: 'transactions', headerIndex, columns, why, zone: { zone: utc, from: 'assumed' } };
  },
};

interface Transaction {
  readonly time: Instant;
  readonly asset: AssetId;
  readonly amount: Quantity;
  readonly total: Quantity;
  readonly fee: Quantity;
  readonly paidIn: AssetId | null;
}

function readTransaction(row: TableRow): void {
  const time = row.time('timestamp');
  const currency = row.needed('currency');
  const [amount, balance] = [row.stated('amount'), row.quantity('balance')];
  const isPaid = !isBlank(row.text('transfer id')) && !isBlank(row.text('transfer total currency'));
  const total = isPaid ? row.statedSize('transfer total') : row.unsigned('transfer total');
  const fee = row.unsigned('transfer fee');
  if (!row.isGood || !time || !amount || !balance || !total || !fee) return;
  if (isZero(amount.value)) return row.ignored('nothing-moved');
  const paidIn = row.text('transfer total currency');
  const notes = row.text('notes');
  const read: Transaction = {
    time,
    asset: row.asset(currency, time),
    amount: amount.value,
    total: total.value,
    fee: fee.value,
    paidIn: paidIn === '' ? null : row.asset(paidIn, time),
  };
  const isTransfer = (row.text('transfer id') !== '' || !isZero(read.total)) && row.text('hash') === '';
  const isTold = !isTransfer && row.text('hash') === '' && /^(?:bought|sold) \S+ \S+ for /iu.test(notes);
  if (isTold) return row.ignored('other-row-has-it');
  const isTrade = isTransfer && read.paidIn !== null && read.paidIn !== read.asset;
  const after = row.text('balance') === '' ? undefined : balance.value;
  const isOut = isNegative(amount.value);
  const kind = isOut ? 'withdrawal' : 'deposit';
  row.emit({
    time,
    kind: isTrade ? kindOfTrade(read) : kind,
    legs: isTrade ? tradeLegs(row, read, after) : withBalance(moveLegs(row, read, isTransfer), after),
    externalId: row.text('hash') || row.text('coinbase id'),
    ...(notes !== '' && { note: notes }),
  });
}

function kindOfTrade({ asset, amount, paidIn }: Transaction): ReturnType<typeof tradeKind> {
  const money = paidIn ?? asset;
  return isNegative(amount) ? tradeKind(money, asset, 'sell') : tradeKind(asset, money, 'buy');
}

/** The total has the fee in it. */
function tradeLegs(
  { account }: TableRow,
  { asset, amount, total, fee, paidIn }: Transaction,
  after: Quantity | undefined,
): readonly Leg[] {
  const money = paidIn ?? asset;
  const gross = isNegative(amount) ? add(total, fee) : negate(subtract(total, fee));
  return [
    ...withBalance(leg(account, asset, amount), after),
    ...leg(account, money, gross),
    ...costLeg(account, money, fee),
  ];
}

/** The fee of a move of money is inside what the balance changed by. */
function moveLegs(
  { account }: TableRow,
  { asset, amount, fee }: Transaction,
  isTransfer: boolean,
): readonly Leg[] {
  const hasFee = isTransfer && !isZero(fee) && fee < absolute(amount);
  return hasFee
    ? [...leg(account, asset, add(amount, fee)), ...costLeg(account, asset, fee)]
    : leg(account, asset, amount);
}
