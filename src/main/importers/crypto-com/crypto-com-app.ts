/**
 * Transactions of the Crypto.com App, with or without a hash: the kind decides what a row is. Amounts have no fee apart.
 * Exchanges of coins in several rows (swaps, dust) are parts of one second. Errors: those of every cell; warnings
 * `import/unknown-type`, `import/unclear-type`.
 */
import { absolute, isNegative, isZero, negate } from '../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { toIso, type Instant } from '../../../shared/time/instant.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { tradeKind } from '../cells/trades.ts';
import type { Importer } from '../importer.ts';
import { cryptoComAccount } from '../known-accounts.ts';
import { leg } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { Draft, TableRow } from '../table/table-row.ts';
import { type AppKind, appKind } from './app-kinds.ts';

export const cryptoComApp: Importer = tableImporter({
  id: 'crypto-com-app',
  name: 'Crypto.com App transactions',
  exchange: 'Crypto.com',
  help: 'Crypto.com App: Accounts, clock symbol (Transaction history), Export, Crypto wallet; then the same for the fiat wallet. The Exchange has exports of its own.',
  headers: [
    'Timestamp (UTC),Transaction Description,Currency,Amount,To Currency,To Amount,Native Currency,Native Amount,Native Amount (in USD),Transaction Kind',
    'Timestamp (UTC),Transaction Description,Currency,Amount,To Currency,To Amount,Native Currency,Native Amount,Native Amount (in USD),Transaction Kind,Transaction Hash',
  ],
  account: cryptoComAccount,
  accountIsChoice: true,
  // The App's only file.
  ranks: { trades: 1, moves: 1, income: 1 },
  layouts: [
    {
      variant: 'app',
      required: columnsOf(
        'timestamp, transaction description, currency, amount, to currency, to amount, native currency, native amount, native amount (in usd), transaction kind',
      ),
      optional: ['transaction hash'],
      words: 'with or without hash',
      zone: utc,
    },
  ],
  row: readRow,
});

function readRow(row: TableRow): void {
  const time = row.time('timestamp');
  const currency = row.needed('currency');
  const amount = row.stated('amount');
  const kind = row.text('transaction kind').toLowerCase();
  if (!row.isGood || !time || !amount || currency === '') return;
  const meaning = appKind(kind, row.text('transaction description'));
  if (meaning?.shape === 'ignored') return row.ignored(meaning.rule);
  if (isZero(amount.value)) return row.ignored('nothing-moved');
  const read: AppRow = { time, kind, amount: amount.value };
  switch (meaning?.shape) {
    case 'trade':
      return readTrade(row, read, {
        coin: row.needed('to currency'),
        amount: row.statedSize('to amount')?.value,
      });
    case 'purchase':
      return readPurchase(row, read);
    case 'part':
      return readPart(row, read, meaning.family);
    default:
      return readAlone(row, read, meaning);
  }
}

interface AppRow {
  readonly time: Instant;
  readonly kind: string;
  /** Signed as the file has it. */
  readonly amount: Quantity;
}

function readTrade(
  row: TableRow,
  { time, kind, amount }: AppRow,
  to: { readonly coin: string; readonly amount: Quantity | undefined },
): void {
  if (!row.isGood || to.amount === undefined) return;
  const given = row.asset(row.text('currency'), time);
  const received = row.asset(to.coin, time);
  const legs = [
    ...leg(row.account, received, to.amount),
    ...leg(row.account, given, negate(absolute(amount))),
  ];
  const isSale = kind.includes('sell') || kind === 'crypto_viban_exchange';
  emit(row, { time, kind: tradeKind(received, given, isSale ? 'sell' : 'buy'), legs });
}

/** Below zero it is a purchase that was taken back. */
function readPurchase(row: TableRow, { time, amount }: AppRow): void {
  const money = row.needed('native currency');
  const price = row.stated('native amount');
  if (!row.isGood || !price) return;
  const [asset, paidIn] = [row.asset(row.text('currency'), time), row.asset(money, time)];
  const paid = absolute(price.value);
  const isOut = isNegative(amount);
  const legs = [...leg(row.account, asset, amount), ...leg(row.account, paidIn, isOut ? paid : negate(paid))];
  emit(row, { time, kind: isOut ? tradeKind(paidIn, asset, 'sell') : tradeKind(asset, paidIn, 'buy'), legs });
}

function readPart(row: TableRow, { time, kind, amount }: AppRow, family: string): void {
  const isOut = kind.endsWith('_debited');
  const size = absolute(amount);
  emit(row, {
    time,
    kind: 'balance-change',
    legs: leg(row.account, row.asset(row.text('currency'), time), isOut ? negate(size) : size),
    part: { assembly: 'group', group: `${toIso(time)} ${family}`, operation: kind },
  });
}

function readAlone(
  row: TableRow,
  { time, kind, amount }: AppRow,
  meaning: (AppKind & { readonly shape: 'alone' }) | undefined,
): void {
  const type = kind === '' ? row.text('transaction description') : kind;
  if (meaning === undefined) row.warn('import/unknown-type', { type }, type);
  if (meaning?.isUnclear === true) row.warn('import/unclear-type', { type }, type);
  const isOut = meaning?.direction == null ? isNegative(amount) : meaning.direction === 'out';
  const size = absolute(amount);
  const event = (isOut ? meaning?.out : meaning?.in) ?? 'balance-change';
  const asset = row.asset(row.text('currency'), time);
  emit(row, {
    time,
    kind: event,
    legs: leg(row.account, asset, isOut ? negate(size) : size, event === 'rebate' ? 'rebate' : 'principal'),
    ...(event === 'income' && meaning?.reason !== undefined && { reason: meaning.reason }),
  });
}

function emit(row: TableRow, draft: Draft): void {
  const hash = row.text('transaction hash');
  row.emit({
    ...draft,
    note: row.text('transaction description'),
    ...(hash !== '' && { externalId: hash }),
  });
}
