/**
 * All transactions of the Crypto.com Exchange ("OEX_TRANSACTION.csv"), below three lines of disclaimer: one row a leg,
 * signed; the legs of a trade have one trade id. The whole header was never published: columns that nobody knows are let
 * be. The sign is the file's: against what the type says it is no deposit (withdrawal, reward) any more, and only changes
 * the balance. Errors: those of every cell; warnings `import/unknown-type`, `import/unconfirmed-type`, `import/unclear-type`.
 */
import type { EventKind, IncomeReason } from '../../../shared/domain/event.ts';
import { isNegative, isZero } from '../../../shared/num/arithmetic.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { columnPlaces } from '../header.ts';
import type { Detection, FileHead, Importer } from '../importer.ts';
import { cryptoComExchangeAccount } from '../known-accounts.ts';
import { leg } from '../table/legs.ts';
import { TableRow } from '../table/table-row.ts';

const needed = ['time', 'journal type', 'transaction quantity', 'instrument', 'side', 'trade id'];

export const cryptoComLog: Importer = {
  id: 'crypto-com-exchange-log',
  name: 'Crypto.com Exchange transactions (OEX_TRANSACTION)',
  exchange: 'Crypto.com',
  help: 'Crypto.com Exchange: Orders, Transactions, type All, at most 180 days at a time, Export (OEX_TRANSACTION.csv).',
  headers: ['Account,Time (UTC),Journal Type,Transaction Quantity,Instrument,Side,Trade ID,…'],
  account: cryptoComExchangeAccount,
  accountIsChoice: true,
  // Behind the file of spot trades for trades; for all else it is the only one.
  ranks: { trades: 2, moves: 1, income: 1 },
  detect,
  open: (detection, context, sink) => {
    const row = new TableRow(detection, context, sink);
    return {
      row: (cells, line, raw) => {
        if (row.begin(cells, line, raw)) readRow(row);
      },
      end: () => {
        // No row waits for another.
      },
    };
  },
};

function detect(head: FileHead): Detection | null {
  const headerIndex = head.rows.slice(0, 15).findIndex((row) => {
    const columns = columnPlaces(row);
    return needed.every((name) => columns.has(name));
  });
  const header = head.rows[headerIndex];
  if (header === undefined) return null;
  return {
    variant: 'log',
    headerIndex,
    columns: columnPlaces(header),
    why: `Its columns are those of the Crypto.com Exchange's transactions (${header.raw}).`,
    zone: { zone: utc, from: 'file' },
  };
}

interface Journal {
  readonly kind: EventKind;
  readonly reason?: IncomeReason;
  /** Which way such rows go; null: either. */
  readonly direction: 'in' | 'out' | null;
  readonly isUnconfirmed?: true;
}

const journals: ReadonlyMap<string, Journal> = new Map<string, Journal>([
  ['TRADING', { kind: 'balance-change', direction: null }],
  ['TRADE_FEE', { kind: 'fee', direction: null }],
  ['ONCHAIN_DEPOSIT', { kind: 'deposit', direction: 'in' }],
  ['OFFCHAIN_DEPOSIT', { kind: 'deposit', direction: 'in' }],
  ['ONCHAIN_WITHDRAWAL', { kind: 'withdrawal', direction: 'out' }],
  ['OFFCHAIN_WITHDRAWAL', { kind: 'withdrawal', direction: 'out' }],
  ['SOFT_STAKE_REWARD', { kind: 'income', reason: 'staking', direction: 'in' }],
  ['CORRECTION_REWARD', { kind: 'income', reason: 'reward', direction: 'in' }],
  ['SESSION_SETTLE', { kind: 'settlement', direction: null, isUnconfirmed: true }],
]);

function readRow(row: TableRow): void {
  const time = row.time();
  const type = row.needed('journal type').toUpperCase();
  const instrument = row.needed('instrument');
  const quantity = row.stated('transaction quantity');
  if (!row.isGood || !time || !quantity) return;
  if (isZero(quantity.value)) return row.ignored('nothing-moved');
  const journal = journals.get(type);
  if (journal === undefined) row.warn('import/unknown-type', { type }, type);
  if (journal?.isUnconfirmed === true)
    row.warn('import/unconfirmed-type', { type, meaning: 'profit or loss of a contract' }, type);
  const isOut = isNegative(quantity.value);
  const isAgainst = journal?.direction != null && (journal.direction === 'out') !== isOut;
  if (isAgainst) row.warn('import/unclear-type', { type }, type);
  const kind = isAgainst ? 'balance-change' : (journal?.kind ?? 'balance-change');
  const role = { fee: 'fee', settlement: 'profit', rebate: 'rebate' } as const;
  // A fee that came back is none.
  const shown = kind === 'fee' && !isOut ? 'rebate' : kind;
  const trade = row.text('trade id');
  const isOfTrade = trade !== '' && (type === 'TRADING' || type === 'TRADE_FEE');
  row.emit({
    time,
    kind: shown,
    legs: leg(
      row.account,
      row.asset(instrument, time),
      quantity.value,
      shown in role ? role[shown as keyof typeof role] : 'principal',
    ),
    note: type,
    ...(isOfTrade && {
      part: { assembly: 'group', group: trade, operation: `${type} ${row.text('side')}`.trim() },
    }),
    ...(journal?.reason !== undefined && !isAgainst && { reason: journal.reason }),
  });
}
