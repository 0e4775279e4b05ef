/**
 * Account statement of Coinbase Pro (GDAX, Exchange): one row a change of a balance, with the balance after it.
 *
 * A fill is two rows "match" and a row "fee" with one trade id; a conversion (dollars to USDC) two rows of one time.
 * A move between portfolios is a withdrawal and a deposit with one transfer id. Errors: those of every cell; warning
 * `import/unknown-type`.
 */
import { isBlank } from '../cells/decimals.ts';
import type { EventKind, EventPart, LegRole } from '../../../shared/domain/event.ts';
import { isNegative } from '../../../shared/num/arithmetic.ts';
import { toIso, type Instant } from '../../../shared/time/instant.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import type { Importer } from '../importer.ts';
import { coinbaseProAccount } from '../known-accounts.ts';
import { leg, withBalance } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

export const coinbaseProStatement: Importer = tableImporter({
  id: 'coinbase-pro-account',
  name: 'Coinbase Pro account statement',
  exchange: 'Coinbase',
  help: 'Coinbase Pro (since 2022 in Coinbase: Profile, Statements, Coinbase Pro): Account statement, all accounts, CSV.',
  headers: [
    'type,time,amount,balance,amount/balance unit,transfer id,trade id,order id',
    'portfolio,type,time,amount,balance,amount/balance unit,transfer id,trade id,order id',
  ],
  account: coinbaseProAccount,
  accountIsChoice: true,
  // It has every change with its balance; the fills file repeats the trades.
  ranks: { trades: 1, moves: 1 },
  layouts: [
    {
      variant: 'account',
      required: columnsOf(
        'type, time, amount, balance, amount/balance unit, transfer id, trade id, order id',
      ),
      optional: ['portfolio'],
      words: 'with or without portfolios',
      zone: utc,
    },
  ],
  aliases: { timestamp: 'time' },
  row: readRow,
});

interface Meaning {
  readonly kind: EventKind;
  readonly role: LegRole;
}

function readRow(row: TableRow): void {
  const time = row.time();
  const type = row.needed('type').toLowerCase();
  const unit = row.needed('amount/balance unit');
  const [amount, balance] = [row.stated('amount'), row.quantity('balance')];
  if (!row.isGood || !time || !amount || !balance) return;
  const meaning = meaningOf(type, isNegative(amount.value));
  if (meaning === undefined) row.warn('import/unknown-type', { type }, type);
  const { kind, role } = meaning ?? { kind: 'balance-change', role: 'principal' };
  const legs = leg(row.account, row.asset(unit, time), amount.value, role);
  if (legs.length === 0) return row.ignored('nothing-moved');
  const portfolio = row.text('portfolio').toLowerCase();
  // Portfolios have balances of their own; who has only one, has "default".
  const isWhole = (portfolio === '' || portfolio === 'default') && !isBlank(row.text('balance'));
  const part = partOf(row, type, time);
  row.emit({
    time,
    kind,
    legs: isWhole ? withBalance(legs, balance.value) : legs,
    note: type,
    ...(part !== null && { part }),
    ...(row.text('transfer id') !== '' && { externalId: row.text('transfer id') }),
  });
}

function meaningOf(type: string, isOut: boolean): Meaning | undefined {
  switch (type) {
    case 'deposit':
    case 'withdrawal':
      return { kind: isOut ? 'withdrawal' : 'deposit', role: 'principal' };
    case 'match':
    case 'conversion':
      return { kind: 'balance-change', role: 'principal' };
    case 'fee':
      return { kind: 'fee', role: 'fee' };
    case 'rebate':
      return { kind: 'rebate', role: 'rebate' };
    default:
      return undefined;
  }
}

/** Trade ids count within a market: the order makes them one of a kind. */
function partOf(row: TableRow, type: string, time: Instant): EventPart | null {
  const of = (group: string): EventPart => ({ assembly: 'group', group, operation: type });
  const trade = row.text('trade id');
  if (trade !== '') return of(`${row.text('order id')} ${trade}`);
  if (type === 'conversion') return of(`${toIso(time)} conversion`);
  const transfer = row.text('transfer id');
  return transfer === '' ? null : of(transfer);
}
