/**
 * BingX's fund account: one row a change of one coin's balance. "Spot Account -> Fund Account" names both sides of a move
 * between own accounts; a purchase from another person (P2P) has no row for the money that was paid.
 * Errors: those of every cell; warnings `import/unknown-type`.
 */
import type { AccountId } from '../../../shared/domain/account.ts';
import type { EventKind } from '../../../shared/domain/event.ts';
import { isNegative, isZero, negate } from '../../../shared/num/arithmetic.ts';
import { isBlank } from '../cells/decimals.ts';
import { bingxAccount, bingxFundAccount, bingxFuturesAccount } from '../known-accounts.ts';
import { leg, withBalance } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

export const bingxFund = tableImporter({
  id: 'bingx-fund',
  name: "BingX's fund account",
  exchange: 'BingX',
  help: 'BingX: Assets, Fund Account, Transaction History, Export.',
  headers: ['UID,type,amount,new_available_amount,asset_name,Time(UTC+8),remark'],
  account: bingxFundAccount,
  accountIsChoice: true,
  // It names both accounts of a move: before the files that have one side only.
  ranks: { moves: 1 },
  layouts: [
    {
      variant: 'fund',
      words: 'from 2026',
      required: columnsOf('uid, type, amount, new_available_amount, asset_name, time, remark'),
    },
  ],
  row: readRow,
});

const kinds: ReadonlyMap<string, EventKind> = new Map([
  ['deposit', 'deposit'],
  ['withdraw', 'withdrawal'],
  ['p2p buy', 'deposit'],
  ['p2p sell', 'withdrawal'],
]);

function readRow(row: TableRow): void {
  const time = row.time();
  const type = row.needed('type');
  const coin = row.needed('asset_name');
  const amount = row.stated('amount');
  const available = row.text('new_available_amount');
  const after = isBlank(available) ? undefined : row.quantity('new_available_amount');
  if (!row.isGood || !time || !amount) return;
  if (isZero(amount.value)) return row.ignored('nothing-moved');
  const asset = row.asset(coin, time);
  const own = withBalance(leg(row.account, asset, amount.value), after?.value);
  const other = otherAccount(type, isNegative(amount.value));
  if (other !== undefined) {
    const legs = [...own, ...leg(other, asset, negate(amount.value))];
    return row.emit({ time, kind: 'transfer', legs, note: type });
  }
  const kind = type.includes('->')
    ? isNegative(amount.value)
      ? 'withdrawal'
      : 'deposit'
    : kinds.get(type.toLowerCase());
  if (kind === undefined) row.warn('import/unknown-type', { type }, type);
  const remark = row.text('remark');
  row.emit({
    time,
    kind: kind ?? 'balance-change',
    legs: own,
    note: remark === '' ? type : `${type}: ${remark}`,
  });
}

/** The account on the other side of "A -> B"; undefined where it is none that is known. */
function otherAccount(type: string, isOut: boolean): AccountId | undefined {
  const [from, to] = type.toLowerCase().split('->');
  if (from === undefined || to === undefined) return undefined;
  const other = isOut ? to : from;
  if (other.includes('spot')) return bingxAccount.id;
  return /perpetual|futures/u.test(other) ? bingxFuturesAccount.id : undefined;
}
