/**
 * OKX's funding account: one row a change of one coin's balance. Layouts: old, with a fee and sometimes a column without
 * a name; 2025, without a fee.
 *
 * Balances before and after say what moved, the fee included, whichever way Amount counts it. Staking and savings are
 * moves within the account, so that its stated balances are not those of the coins it holds: they are not kept.
 * Errors: those of every cell; warnings `import/unknown-type`.
 */
import type { EventKind, IncomeReason, LegRole } from '../../../shared/domain/event.ts';
import { absolute, add, isNegative, isZero, negate, subtract } from '../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { isBlank } from '../cells/decimals.ts';
import { okxAccount } from '../known-accounts.ts';
import { costLeg, leg } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

export const okxFunding = tableImporter({
  id: 'okx-funding',
  name: "OKX's funding account history",
  exchange: 'OKX',
  help: 'OKX: Assets, Account statement, Funding account, Export. The line above the header states the time zone: leave it in.',
  headers: [
    'id,Time,Type,Amount,Before Balance,After Balance,Fee,Symbol',
    'id,,Time,Type,Amount,Before Balance,After Balance,Fee,Symbol',
    'id,Time,Type,Amount,Before Balance,After Balance,Symbol',
  ],
  account: okxAccount,
  accountIsChoice: true,
  idIsUnique: true,
  // Every change of the account's balances; the withdrawal history repeats some of them.
  ranks: { moves: 1, income: 1 },
  layouts: [
    {
      variant: 'funding',
      words: 'with or without a fee',
      required: columnsOf('id, time, type, amount, before balance, after balance, symbol'),
      optional: ['fee', ''],
    },
  ],
  row: readRow,
});

interface Meaning {
  readonly kind: EventKind;
  readonly role?: LegRole;
  readonly reason?: IncomeReason;
}

const meanings: ReadonlyMap<string, Meaning> = new Map([
  ['deposit', { kind: 'deposit' }],
  ['withdrawal', { kind: 'withdrawal' }],
  ['from unified trading account', { kind: 'deposit' }],
  ['to unified trading account', { kind: 'withdrawal' }],
  ['staking yield', { kind: 'income', reason: 'staking' }],
  ['fee rebate', { kind: 'rebate', role: 'rebate' }],
]);
const within: ReadonlySet<string> = new Set([
  'stake',
  'redeem staking',
  'savings subscription',
  'savings redemption',
]);

function readRow(row: TableRow): void {
  const time = row.time();
  const type = row.needed('type');
  const symbol = row.needed('symbol');
  const stated = row.stated('amount');
  const fee = row.quantity('fee');
  const change = changeOf(row);
  if (!row.isGood || !time || !stated || !fee) return;
  const word = type.toLowerCase();
  if (within.has(word)) return row.ignored('inside-the-account');
  const cost = absolute(fee.value);
  const moved = change ?? signed(word, stated.value);
  if (change === null && !isZero(cost))
    row.warn('import/layout-not-confirmed', { what: 'whether the fee is inside the amount' });
  if (isZero(moved)) return row.ignored('nothing-moved');
  const meaning = meanings.get(word);
  if (meaning === undefined) row.warn('import/unknown-type', { type }, type);
  const { kind, role, reason } = meaning ?? { kind: 'balance-change' };
  const asset = row.asset(symbol, time);
  const id = row.text('id');
  row.emit({
    time,
    kind,
    legs: [...leg(row.account, asset, add(moved, cost), role), ...costLeg(row.account, asset, cost)],
    note: type,
    ...(reason && { reason }),
    ...(id !== '' && { externalId: id }),
  });
}

/** What the balances say; null where they are blank. */
function changeOf(row: TableRow): Quantity | null {
  if (isBlank(row.text('before balance')) || isBlank(row.text('after balance'))) return null;
  const before = row.quantity('before balance');
  const after = row.quantity('after balance');
  return before === undefined || after === undefined ? null : subtract(after.value, before.value);
}

function signed(word: string, amount: Quantity): Quantity {
  const isOut = meanings.get(word)?.kind === 'withdrawal' && !isNegative(amount);
  return isOut ? negate(amount) : amount;
}
