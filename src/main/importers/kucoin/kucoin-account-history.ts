/**
 * KuCoin's account history (bundle): one row a change of one coin's balance. It repeats what every other file says, without
 * prices; distributions and dust turned into KCS stand here alone.
 *
 * Side says the way. Other remarks than those two are taken by their names, which a warning says.
 * Errors: `import/unknown-word`, and those of every cell; warnings `import/unknown-type`, `import/type-not-confirmed`.
 */
import type { EventKind, IncomeReason } from '../../../shared/domain/event.ts';
import { isZero, negate } from '../../../shared/num/arithmetic.ts';
import { epochMs } from '../../../shared/time/instant.ts';
import { kucoinAccount } from '../known-accounts.ts';
import { costLeg, leg } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { kucoinEmpty } from './kucoin-trade.ts';

export const kucoinAccountHistory = tableImporter({
  id: 'kucoin-account-history',
  name: "KuCoin's account history",
  exchange: 'KuCoin',
  help: 'KuCoin: Profile, Download Center, Account History. Import trades, deposits and withdrawals as well: it has no prices.',
  headers: [
    'UID,Account Type,Currency,Side,Amount,Fee,Time(UTC+08:00),Remark,Type',
    'UID,Account Type,Currency,Side,Amount,Fee,Time(UTC+08:00),Remark',
  ],
  account: kucoinAccount,
  accountIsChoice: true,
  // It repeats all other files of the account with less: it counts only for what they do not have.
  ranks: { trades: 7, moves: 7, income: 7, other: 7 },
  layouts: [
    {
      variant: 'history',
      words: 'with or without Type',
      required: columnsOf('uid, account type, currency, side, amount, fee, time, remark'),
      optional: ['type'],
    },
  ],
  emptyText: kucoinEmpty,
  row: readRow,
});

const sides: ReadonlyMap<string, boolean> = new Map([
  ['deposit', false],
  ['in', false],
  ['withdrawal', true],
  ['withdraw', true],
  ['out', true],
]);

function readRow(row: TableRow): void {
  const time = row.time();
  const coin = row.needed('currency');
  const isOut = row.word('side', sides);
  const amount = row.statedSize('amount');
  const fee = row.unsigned('fee');
  if (!row.isGood || !time || isOut === undefined || !amount || !fee) return;
  if (isZero(amount.value)) return row.ignored('nothing-moved');
  const words = [row.text('remark'), row.text('type')].filter((text) => text !== '').join(', ');
  if (/transfer/iu.test(words)) return row.ignored('inside-the-account');
  const { kind, reason, group } = meaningOf(row, words, isOut);
  const asset = row.asset(coin, time);
  row.emit({
    time,
    kind,
    legs: [
      ...leg(row.account, asset, isOut ? negate(amount.value) : amount.value),
      ...costLeg(row.account, asset, fee.value),
    ],
    note: words,
    ...(reason && { reason }),
    ...(group !== undefined && {
      part: { assembly: 'group', group: `${group}|${epochMs(time)}`, operation: words },
    }),
  });
}

interface Meaning {
  readonly kind: EventKind;
  readonly reason?: IncomeReason;
  /** Rows of one second that are one trade. */
  readonly group?: string;
}

function meaningOf(row: TableRow, words: string, isOut: boolean): Meaning {
  const text = words.toLowerCase();
  if (text.includes('distribution') && !isOut) return { kind: 'income', reason: 'airdrop' };
  if (text.includes('convert dust to kcs')) return { kind: 'balance-change', group: 'dust' };
  if (/deposit|withdraw/u.test(text)) {
    row.warn('import/type-not-confirmed', { type: words }, words);
    return { kind: isOut ? 'withdrawal' : 'deposit' };
  }
  if (/spot|exchange|trade|convert/u.test(text)) {
    row.warn('import/type-not-confirmed', { type: words }, words);
    return { kind: 'balance-change', group: 'trade' };
  }
  row.warn('import/unknown-type', { type: words }, words);
  return { kind: 'balance-change' };
}
