/** The tables of an activity statement that state events, by their names in small letters. */
import type { EventKind, IncomeReason } from '../../../shared/domain/event.ts';
import { isNegative, isZero } from '../../../shared/num/arithmetic.ts';
import { tradeKind } from '../cells/trades.ts';
import { feeLeg, leg } from '../table/legs.ts';
import type { TableRow } from '../table/table-row.ts';
import { emitFuture } from './ibkr-future-trade.ts';

/** Reads a Data row. */
export type ActivityTable = (row: TableRow) => void;

function trades(row: TableRow): void {
  const what = row.text('datadiscriminator').toLowerCase();
  if (what === 'trade' || what === 'execution') return row.ignored('other-row-has-it');
  if (what !== 'order') return row.ignored('heading');
  const category = row.needed('asset category').toLowerCase();
  if (category === 'futures') return future(row);
  return category.includes('crypto') ? coin(row) : row.ignored('not-kept');
}

function future(row: TableRow): void {
  const time = row.time('date/time');
  const [symbol, currency] = [row.needed('symbol'), row.needed('currency')];
  const [quantity, price] = [row.stated('quantity'), row.price('t. price')];
  const [commission, realized] = [row.quantity('comm/fee'), row.stated('realized p/l')];
  if (!row.isGood || !time || !quantity || !price || !commission || !realized) return;
  if (isZero(quantity.value)) return row.ignored('nothing-moved');
  emitFuture(row, {
    time,
    symbol,
    currency,
    feeCurrency: currency,
    id: '',
    codes: row.text('code').split(/[;\s]+/u),
    quantity: quantity.value,
    price: price.value,
    commission: commission.value,
    realized: realized.value,
  });
}

/** Coins at the broker itself. */
function coin(row: TableRow): void {
  const time = row.time('date/time');
  const [symbol, currency] = [row.needed('symbol'), row.needed('currency')];
  const [quantity, proceeds] = [row.stated('quantity'), row.stated('proceeds')];
  const commission = row.quantity('comm/fee');
  if (!row.isGood || !time || !quantity || !proceeds || !commission) return;
  row.warn('import/unconfirmed-type', { type: 'Cryptocurrencies', meaning: 'a purchase or sale of coins' });
  const asset = row.asset(symbol.split('.')[0] ?? symbol, time);
  const money = row.asset(currency, time);
  const isSale = isNegative(quantity.value);
  row.emit({
    time,
    kind: isSale ? tradeKind(money, asset, 'sell') : tradeKind(asset, money, 'buy'),
    legs: [
      ...leg(row.account, asset, quantity.value),
      ...leg(row.account, money, proceeds.value),
      ...feeLeg(row.account, money, commission.value),
    ],
  });
}

interface Cash {
  readonly in: EventKind;
  readonly out: EventKind;
  readonly reason?: IncomeReason;
  /** The column of the day. */
  readonly day: string;
}

/** Rows of money: currency, day, description, amount. Sums among them have no day. */
function cash({ in: arriving, out: leaving, reason, day }: Cash): ActivityTable {
  return (row) => {
    const currency = row.text('currency');
    const when = row.text(day);
    if (when === '' || /^total/iu.test(currency) || /^total/iu.test(row.text('subtitle')))
      return row.ignored('heading');
    const time = row.timeOrDate(day);
    const amount = row.quantityOf(withoutMark(row.needed('amount')), 'amount');
    if (!row.isGood || !time || !amount) return undefined;
    if (isZero(amount.value)) return row.ignored('nothing-moved');
    const isOut = isNegative(amount.value);
    const kind = isOut ? leaving : arriving;
    const role = kind === 'fee' ? 'fee' : kind === 'rebate' ? 'rebate' : 'principal';
    return row.emit({
      time,
      kind,
      legs: leg(row.account, row.asset(currency, time), amount.value, role),
      note: row.text('description'),
      ...(kind === 'income' && reason !== undefined && { reason }),
    });
  };
}

/** "-48022.672(1)": what stands in brackets behind a number is the number of a footnote. */
function withoutMark(cell: string): string {
  return cell.replace(/\(\d{1,2}\)$/u, '');
}

export const activityTables: ReadonlyMap<string, ActivityTable> = new Map<string, ActivityTable>([
  ['trades', trades],
  ['deposits & withdrawals', cash({ in: 'deposit', out: 'withdrawal', day: 'settle date' })],
  ['fees', cash({ in: 'rebate', out: 'fee', day: 'date' })],
  ['interest', cash({ in: 'income', out: 'fee', reason: 'interest', day: 'date' })],
  ['commission adjustments', cash({ in: 'rebate', out: 'fee', day: 'date' })],
]);
