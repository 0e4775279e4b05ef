/**
 * Three files of MEXC of which only the header was seen: the spot statement, transfers between accounts, and what else
 * was paid. What they call things is taken by its name, which a warning says.
 *
 * Errors: `import/unknown-word`, and those of every cell; warnings `import/layout-not-confirmed`, `import/unknown-type`.
 */
import type { EventKind } from '../../../shared/domain/event.ts';
import { absolute, isZero, negate } from '../../../shared/num/arithmetic.ts';
import { epochMs } from '../../../shared/time/instant.ts';
import { mexcAccount } from '../known-accounts.ts';
import { finalStates } from '../table/final-states.ts';
import { leg } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

export const mexcSpotMoves = tableImporter({
  id: 'mexc-spot-moves',
  name: "MEXC's spot statement, transfers and other payments",
  exchange: 'MEXC',
  help: 'MEXC: Wallets, Funding History or Spot Statement, Export. Deposits, withdrawals and trades have better exports of their own.',
  headers: [
    'UID,Creation Time(UTC+00:00),Crypto,Transaction Type,Direction,Quantity',
    'UID,From System,To System,Currency,Amount,Status,update_time(UTC+00:00),create_time(UTC+00:00),Transfer Type',
    'UID,Time,Crypto,Type,Quantity,Status,Remark',
  ],
  account: mexcAccount,
  accountIsChoice: true,
  // Rows without prices, fees and transactions: after every file of its own.
  ranks: { trades: 7, moves: 3, income: 3, other: 7 },
  layouts: [
    {
      variant: 'statement',
      words: 'the spot statement',
      required: columnsOf('creation time, crypto, transaction type, direction, quantity'),
      optional: ['uid'],
    },
    {
      variant: 'transfers',
      words: 'transfers between accounts',
      required: columnsOf(
        'from system, to system, currency, amount, status, update_time, create_time, transfer type',
      ),
      optional: ['uid'],
    },
    {
      variant: 'other',
      words: 'other payments',
      required: columnsOf('time, crypto, type, quantity, status, remark'),
      optional: ['uid'],
    },
  ],
  row: (row) => {
    if (row.variant === 'statement') readStatement(row);
    else if (row.variant === 'transfers') readTransfer(row);
    else readOther(row);
  },
});

const ways: ReadonlyMap<string, 'in' | 'out'> = new Map([
  ['in', 'in'],
  ['inflow', 'in'],
  ['income', 'in'],
  ['out', 'out'],
  ['outflow', 'out'],
  ['expense', 'out'],
]);

function readStatement(row: TableRow): void {
  const time = row.time('creation time');
  const coin = row.needed('crypto');
  const type = row.needed('transaction type');
  const way = row.word('direction', ways);
  const amount = row.stated('quantity');
  if (!row.isGood || !time || !way || !amount) return;
  if (isZero(amount.value)) return row.ignored('nothing-moved');
  row.warn('import/layout-not-confirmed', { what: 'what the types of the spot statement are called' });
  const isMove = /deposit|withdraw|transfer/iu.test(type);
  const isOfTrade = /trad|buy|sell|order|fill|fee/iu.test(type);
  const quantity = absolute(amount.value);
  row.emit({
    time,
    kind: isMove ? moveOf(way === 'out') : 'balance-change',
    legs: leg(row.account, row.asset(coin, time), way === 'out' ? negate(quantity) : quantity),
    note: type,
    // Trades are two rows of one second, and perhaps a third for the fee; what else there is stands alone.
    ...(!isMove && isOfTrade && { part: { assembly: 'group', group: `${epochMs(time)}`, operation: type } }),
  });
}

function moveOf(isOut: boolean): EventKind {
  return isOut ? 'withdrawal' : 'deposit';
}

/** Only the spot account's side: the other account's own file has the other. */
function readTransfer(row: TableRow): void {
  const isFinal = row.word('status', finalStates);
  if (isFinal === false) return row.ignored('not-final');
  const time = row.time('create_time');
  const from = row.needed('from system');
  const to = row.needed('to system');
  const coin = row.needed('currency');
  const amount = row.positive('amount');
  if (!row.isGood || !time || !amount) return;
  const isOut = /spot/iu.test(from);
  const isIn = /spot/iu.test(to);
  if (isOut && isIn) return row.ignored('inside-the-account');
  if (!isOut && !isIn) return beside(row, from, to);
  row.warn('import/layout-not-confirmed', { what: 'how accounts are called' });
  row.emit({
    time,
    kind: moveOf(isOut),
    legs: leg(row.account, row.asset(coin, time), isOut ? negate(amount.value) : amount.value),
    note: `${from} to ${to}`,
  });
}

const otherAccounts =
  /^(?:contract|futures|swap|fiat|otc|margin|isolated|cross|earn|copy|bot|alpha|funding)/iu;

/** Between two accounts that are not spot: nothing of this one moved. Errors: `import/unknown-word`. */
function beside(row: TableRow, from: string, to: string): void {
  const unknown = [from, to].findIndex((name) => !otherAccounts.test(name));
  if (unknown === -1) return row.ignored('of-other-accounts');
  const column = unknown === 0 ? 'from system' : 'to system';
  return row.error(
    'import/unknown-word',
    { column, text: row.text(column), known: 'spot, futures, fiat, margin …' },
    column,
  );
}

function readOther(row: TableRow): void {
  const isFinal = row.word('status', finalStates);
  if (isFinal === false) return row.ignored('not-final');
  const time = row.time();
  const coin = row.needed('crypto');
  const type = row.needed('type');
  const amount = row.stated('quantity');
  if (!row.isGood || !time || !amount) return;
  if (isZero(amount.value)) return row.ignored('nothing-moved');
  row.warn('import/unknown-type', { type }, type);
  row.emit({
    time,
    kind: 'balance-change',
    legs: leg(row.account, row.asset(coin, time), amount.value),
    note: `${type}: ${row.text('remark')}`,
  });
}
