/**
 * Coinbase Prime: orders, and transactions. The columns are known from a program that reads them; no file was published,
 * so every row is read with a warning. Errors: `import/unknown-word`, `import/unknown-pair` and those of every cell;
 * warnings `import/unconfirmed-type`, `import/unknown-type`.
 */
import type { EventKind } from '../../../shared/domain/event.ts';
import { absolute, isNegative, isZero, negate } from '../../../shared/num/arithmetic.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { tradeKind } from '../cells/trades.ts';
import type { Importer } from '../importer.ts';
import { coinbasePrimeAccount } from '../known-accounts.ts';
import { costLeg, leg } from '../table/legs.ts';
import { sideWords } from '../table/side-words.ts';
import { finalStates } from '../table/final-states.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

const ordersHeader =
  'order id,status,market,side,type,limit price,total order quantity,order currency,filled base quantity,filled quote quantity,average fill price,total fees and commissions,initiated by,initiated time,last updated time,activity level,portfolio name,portfolio id,entity name,entity id';
const transactionsHeader =
  'activity id,final status,activity title,activity type,asset,wallet name,transaction value,transaction currency,initiated by,approved by,rejected by,initiated time,last updated time,activity level,portfolio name,portfolio id,entity name,entity id';

const shared = {
  exchange: 'Coinbase',
  account: coinbasePrimeAccount,
  accountIsChoice: true,
} as const;

export const coinbasePrimeOrders: Importer = tableImporter({
  ...shared,
  id: 'coinbase-prime-orders',
  name: 'Coinbase Prime orders',
  help: 'Coinbase Prime: Activity, Orders, Export, CSV.',
  headers: [ordersHeader],
  ranks: { trades: 1 },
  layouts: [{ variant: 'orders', required: columnsOf(ordersHeader), words: 'orders', zone: utc }],
  row: readOrder,
});

export const coinbasePrimeTransactions: Importer = tableImporter({
  ...shared,
  id: 'coinbase-prime-transactions',
  name: 'Coinbase Prime transactions',
  help: 'Coinbase Prime: Activity, Transactions, Export, CSV. Import the orders as well: trades stand there.',
  headers: [transactionsHeader],
  ranks: { moves: 1, income: 1 },
  layouts: [
    { variant: 'transactions', required: columnsOf(transactionsHeader), words: 'transactions', zone: utc },
  ],
  row: readTransaction,
});

/** An order counts with what of it was filled, whatever became of the rest. */
/** How an activity ended. */
const states: ReadonlyMap<string, boolean> = new Map([
  ...finalStates,
  ['imported', true],
  ['approved', false],
  ['created', false],
  ['requested', false],
]);

function readOrder(row: TableRow): void {
  const time = row.time('last updated time');
  const side = row.word('side', sideWords);
  const market = row.needed('market');
  const [base, quote] = [row.statedSize('filled base quantity'), row.statedSize('filled quote quantity')];
  const fee = row.unsigned('total fees and commissions');
  const [coin = '', money = ''] = market.toUpperCase().split(/[-/]/u);
  if (market !== '' && money === '') row.error('import/unknown-pair', { pair: market }, market);
  if (!row.isGood || !time || !side || !base || !quote || !fee) return;
  if (isZero(base.value)) return row.ignored('not-final');
  row.warn('import/unconfirmed-type', { type: 'order', meaning: 'a trade, its fee apart' });
  const [asset, paidIn] = [row.asset(coin, time), row.asset(money, time)];
  const isBuy = side === 'buy';
  row.emit({
    time,
    kind: isBuy ? tradeKind(asset, paidIn, side) : tradeKind(paidIn, asset, side),
    legs: [
      ...leg(row.account, asset, isBuy ? base.value : negate(base.value)),
      ...leg(row.account, paidIn, isBuy ? negate(quote.value) : quote.value),
      ...costLeg(row.account, paidIn, fee.value),
    ],
    externalId: row.text('order id'),
    note: market,
  });
}

interface Meaning {
  readonly kind: EventKind;
  readonly isOut: boolean;
}

function meaningOf(type: string): Meaning | null {
  if (type.includes('withdraw')) return { kind: 'withdrawal', isOut: true };
  if (type.includes('deposit')) return { kind: 'deposit', isOut: false };
  return type.includes('reward') ? { kind: 'income', isOut: false } : null;
}

function readTransaction(row: TableRow): void {
  const time = row.time('last updated time');
  const type = row.needed('activity type').toLowerCase();
  const currency = row.text('transaction currency') || row.needed('asset');
  const isFinal = row.word('final status', states);
  const value = row.stated('transaction value');
  if (!row.isGood || !time || !value) return;
  if (isFinal === false) return row.ignored('not-final');
  if (isZero(value.value)) return row.ignored('nothing-moved');
  const meaning = meaningOf(type);
  if (meaning === null) row.warn('import/unknown-type', { type }, type);
  else row.warn('import/unconfirmed-type', { type, meaning: meaning.kind }, type);
  const size = absolute(value.value);
  const isOut = meaning?.isOut ?? isNegative(value.value);
  row.emit({
    time,
    kind: meaning?.kind ?? 'balance-change',
    legs: leg(row.account, row.asset(currency, time), isOut ? negate(size) : size),
    externalId: row.text('activity id'),
    note: row.text('activity title') || type,
    ...(meaning?.kind === 'income' && { reason: 'staking' as const }),
  });
}
