/**
 * Transactions of BingX's spot account and of its perpetual account: one row a change of the balance, without prices.
 *
 * Of the perpetual account, Trading Fee, Funding Fee and Realized PNL are known; Amount has the balance's sign. Types of
 * the spot account were never seen in an export. Errors: those of every cell; warnings `import/unknown-type`,
 * `import/type-not-confirmed`.
 */
import { contractId } from '../../../shared/domain/contract-spec.ts';
import type { EventKind, LegRole } from '../../../shared/domain/event.ts';
import { isNegative, isZero } from '../../../shared/num/arithmetic.ts';
import { epochMs } from '../../../shared/time/instant.ts';
import { isBlank } from '../cells/decimals.ts';
import type { Importer } from '../importer.ts';
import { bingxAccount, bingxFuturesAccount } from '../known-accounts.ts';
import { leg, withBalance } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

export const bingxSpotTransactions: Importer = tableImporter({
  id: 'bingx-spot-transactions',
  name: "BingX's spot account transactions",
  exchange: 'BingX',
  help: 'BingX: Assets, Spot Account, Transaction History, Export. Import the spot orders as well: they have prices.',
  headers: ['Time(UTC+8),type,Amount,newAvailableAmount,Assets'],
  account: bingxAccount,
  accountIsChoice: true,
  // Amounts without prices: after every other file of the account.
  ranks: { trades: 7, moves: 2, income: 7, other: 7 },
  layouts: [
    {
      variant: 'spot',
      words: 'of the spot account',
      required: columnsOf('time, type, amount, newavailableamount, assets'),
    },
  ],
  row: (row) => readRow(row, false),
});

export const bingxFuturesTransactions: Importer = tableImporter({
  id: 'bingx-futures-transactions',
  name: "BingX's perpetual transactions",
  exchange: 'BingX',
  help: 'BingX: Assets, Perpetual Futures, Transaction History, Export. It has the funding; import the orders as well.',
  headers: ['Time(UTC+8),type,Details,Amount,newAvailableAmount,Assets,Futures'],
  account: bingxFuturesAccount,
  accountIsChoice: true,
  // Funding stands here alone; profit and fees repeat the orders, which have prices and quantities.
  ranks: { futures: 2, funding: 1, moves: 2 },
  layouts: [
    {
      variant: 'perpetual',
      words: 'of the perpetual account',
      required: columnsOf('time, type, details, amount, newavailableamount, assets, futures'),
    },
  ],
  row: (row) => readRow(row, true),
});

interface Meaning {
  readonly kind: EventKind;
  readonly role: LegRole;
}

const perpetual: ReadonlyMap<string, Meaning> = new Map([
  ['trading fee', { kind: 'futures-fee', role: 'fee' }],
  ['funding fee', { kind: 'funding', role: 'funding' }],
  ['realized pnl', { kind: 'realised-profit', role: 'profit' }],
]);

function readRow(row: TableRow, isFutures: boolean): void {
  const time = row.time();
  const type = row.needed('type');
  const coin = row.needed('assets');
  const amount = row.stated('amount');
  const available = row.text('newavailableamount');
  const after = isBlank(available) ? undefined : row.quantity('newavailableamount');
  if (!row.isGood || !time || !amount) return;
  if (isZero(amount.value)) return row.ignored('nothing-moved');
  const { kind, role } = meaningOf(row, type, isFutures, isNegative(amount.value));
  const symbol = row.text('futures').toUpperCase();
  const isPart = !isFutures && kind === 'balance-change';
  row.emit({
    time,
    kind,
    legs: withBalance(leg(row.account, row.asset(coin, time), amount.value, role), after?.value),
    note: [type, row.text('details')].filter((text) => text !== '').join(': '),
    ...(role !== 'principal' && !isBlank(symbol) && { contract: contractId('bingx', symbol) }),
    // The two sides of a trade stand in two rows of one second.
    ...(isPart && { part: { assembly: 'group', group: `${epochMs(time)}`, operation: type } }),
  });
}

function meaningOf(row: TableRow, type: string, isFutures: boolean, isOut: boolean): Meaning {
  const word = type.toLowerCase();
  const known = isFutures ? perpetual.get(word) : undefined;
  if (known?.role === 'fee' && !isOut) return { kind: 'rebate', role: 'rebate' };
  if (known !== undefined) return known;
  const isMove = /transfer|->|deposit|withdraw/u.test(word);
  row.warn(isMove ? 'import/type-not-confirmed' : 'import/unknown-type', { type }, type);
  if (isMove) return { kind: isOut ? 'withdrawal' : 'deposit', role: 'principal' };
  return { kind: 'balance-change', role: 'principal' };
}
