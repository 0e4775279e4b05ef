/**
 * Bitget's spot transactions, with semicolons (2024) or commas (2025): one row a change of one coin's balance.
 *
 * A trade is two rows of one order, Buy and Sell or Exchange income and Exchange spending, without a price. Amount and Fee
 * have the balance's sign; a withdrawal's fee comes on top. Ids begin with a tab; the zone of the times stands nowhere.
 * Errors: those of every cell; warnings `import/unknown-type`, `import/unclear-type`.
 */
import type { EventKind, IncomeReason, LegRole } from '../../../shared/domain/event.ts';
import { isNegative, isZero } from '../../../shared/num/arithmetic.ts';
import { epochMs } from '../../../shared/time/instant.ts';
import { bitgetAccount } from '../known-accounts.ts';
import { feeLeg, leg, withBalance } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

export const bitgetSpotBills = tableImporter({
  id: 'bitget-spot-bills',
  name: "Bitget's spot transactions",
  exchange: 'Bitget',
  help: 'Bitget: Orders, Spot Orders, Transactions, Export. Its times are those of your account’s time zone: choose it at import.',
  headers: ['order;Date;Coin;Type;Amount;Fee;Available'],
  account: bitgetAccount,
  accountIsChoice: true,
  // Every change of the balance; the order details have prices and fees of the same trades and go before it.
  ranks: { trades: 2, moves: 1, income: 1 },
  layouts: [
    {
      variant: 'bills',
      words: '2024 and 2025',
      required: columnsOf('order, date, coin, type, amount, fee, available'),
    },
  ],
  row: readRow,
});

interface Meaning {
  readonly kind: EventKind;
  readonly role?: LegRole;
  readonly reason?: IncomeReason;
  /** Half of a trade. */
  readonly isHalf?: true;
}

const half: Meaning = { kind: 'balance-change', isHalf: true };
const interest: Meaning = { kind: 'income', reason: 'interest' };
const known: ReadonlyMap<string, Meaning> = new Map([
  ['buy', half],
  ['sell', half],
  ['exchange income', half],
  ['exchange spending', half],
  ['deposit', { kind: 'deposit' }],
  ['deposit credited', { kind: 'deposit' }],
  ['automatic deposit', { kind: 'deposit' }],
  ['transfer out', { kind: 'withdrawal' }],
  ['automatic withdrawal', { kind: 'withdrawal' }],
  ['ordinary withdrawal', { kind: 'withdrawal' }],
  ['interest', interest],
  ['gains', interest],
  ['rebate', { kind: 'rebate', role: 'rebate' }],
]);
/** Seen, but what they are for is not said: paid with a card, moved to savings and back, profit of another account. */
const unclear: ReadonlySet<string> = new Set(['financial', 'consumption', 'position profit']);

function readRow(row: TableRow): void {
  const time = row.time('date');
  const type = row.needed('type');
  const coin = row.needed('coin');
  const amount = row.stated('amount');
  const fee = row.quantity('fee');
  const after = row.optional('available');
  if (!row.isGood || !time || !amount || !fee) return;
  if (isZero(amount.value) && isZero(fee.value)) return row.ignored('nothing-moved');
  const { kind, role, reason, isHalf } = meaningOf(row, type, isNegative(amount.value));
  const asset = row.asset(coin, time);
  const order = row.text('order');
  const group = order === '' ? `${epochMs(time)}` : order;
  row.emit({
    time,
    kind,
    legs: withBalance(
      [...leg(row.account, asset, amount.value, role), ...feeLeg(row.account, asset, fee.value)],
      after,
    ),
    note: isHalf ? 'One side of a spot trade.' : type,
    ...(reason && { reason }),
    ...(isHalf && { part: { assembly: 'group', group, operation: type } }),
    ...(order !== '' && !isHalf && { externalId: order }),
  });
}

function meaningOf(row: TableRow, type: string, isOut: boolean): Meaning {
  const word = type.toLowerCase();
  const meaning = known.get(word);
  if (meaning === undefined) {
    row.warn(unclear.has(word) ? 'import/unclear-type' : 'import/unknown-type', { type }, type);
    return { kind: 'balance-change' };
  }
  if (meaning.kind !== 'income' || !isOut) return meaning;
  // Interest that was paid.
  return { kind: 'fee', role: 'fee' };
}
