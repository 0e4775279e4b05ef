/**
 * Bybit's funding account: one row a change of a coin's balance. Layouts: from 2022; from 2026 with the user's number
 * and a line above the header.
 *
 * What a row is stands in Type and Description together. Errors: those of every cell; warnings `import/unknown-type`.
 */
import type { EventKind, IncomeReason } from '../../../shared/domain/event.ts';
import { isNegative, isZero } from '../../../shared/num/arithmetic.ts';
import { isBlank } from '../cells/decimals.ts';
import { bybitAccount } from '../known-accounts.ts';
import { leg, withBalance } from '../table/legs.ts';
import { tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

export const bybitFunding = tableImporter({
  id: 'bybit-funding',
  name: "Bybit's funding account history",
  exchange: 'Bybit',
  help: 'Bybit: Assets, Funding, History, Export; or Account, Data Export, Asset Change Details, Funding Account.',
  headers: [
    'Date & Time(UTC),Coin,QTY,Type,Account Balance,Description',
    'Uid,Date & Time(UTC),Coin,QTY,Type,Account Balance,Description',
  ],
  account: bybitAccount,
  accountIsChoice: true,
  // The only export of this account.
  ranks: { moves: 1, income: 1 },
  layouts: [
    {
      variant: 'funding',
      words: 'from 2022',
      required: ['date & time', 'coin', 'qty', 'type', 'account balance', 'description'],
      optional: ['uid'],
    },
  ],
  row: readRow,
});

interface Meaning {
  readonly kind: EventKind;
  readonly reason?: IncomeReason;
}

function readRow(row: TableRow): void {
  const time = row.time('date & time');
  const coin = row.needed('coin');
  const amount = row.stated('qty');
  const after = row.optional('account balance');
  if (!row.isGood || !time || !amount) return;
  if (isZero(amount.value)) return row.ignored('nothing-moved');
  const words = `${row.text('type')}: ${row.text('description')}`;
  // What is put into Earn stays the user's own, in the same account.
  if (/^earn: .*(?:subscri|redee?m)/iu.test(words)) return row.ignored('inside-the-account');
  const meaning = meaningOf(words.toLowerCase(), isNegative(amount.value));
  if (meaning === null) row.warn('import/unknown-type', { type: words }, words);
  const { kind, reason } = meaning ?? { kind: 'balance-change' };
  row.emit({
    time,
    kind,
    legs: withBalance(leg(row.account, row.asset(coin, time), amount.value), after),
    note: words,
    ...(reason && { reason }),
  });
}

/** Either column may say it, the other be blank or a word of the same. */
const moveWords = /^(?:deposit|withdraw(?:al)?|transfer (?:in|out)|(?:transfer )?(?:to|from) .*)$/u;

/** In: type and description in small letters. null where nobody knows them. */
function meaningOf(words: string, isOut: boolean): Meaning | null {
  const [type = '', description = ''] = words.split(': ');
  const move: Meaning = { kind: isOut ? 'withdrawal' : 'deposit' };
  if (moveWords.test(description) || (isBlank(description) && moveWords.test(type))) return move;
  // Coins bought with a card arrive here; what was paid for them stands in no row.
  if (description.startsWith('buy crypto')) return isOut ? null : move;
  if (type === 'airdrop') return isOut ? null : { kind: 'income', reason: 'airdrop' };
  const isYield = type === 'earn' && /interest|yield|reward/u.test(description);
  return isYield && !isOut ? { kind: 'income', reason: 'interest' } : null;
}
