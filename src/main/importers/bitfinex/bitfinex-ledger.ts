/**
 * Bitfinex ledger: every change of every wallet, told in a sentence. Rows of one trade share their amount and price, and
 * the engine puts them together. Margin trading and derivatives stand nowhere else.
 *
 * Two headers, with and without a number. Years come first and have two digits (18-12-06), or as in the trades: decided
 * over the whole file, or asked. The balance stated is of one wallet, where all wallets are one account here.
 * Errors: `import/date-order-unknown`, those of every cell; warnings `import/unknown-type`, `import/unclear-type`,
 * `import/layout-not-confirmed`.
 */
import { isNegative, isZero } from '../../../shared/num/arithmetic.ts';
import { epochMs } from '../../../shared/time/instant.ts';
import type { Importer } from '../importer.ts';
import { bitfinexAccount } from '../known-accounts.ts';
import { leg } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { type LedgerMeaning, ledgerMeaningOf, withdrawalGroup } from './bitfinex-ledger-types.ts';

const table = tableImporter({
  id: 'bitfinex-ledger',
  name: 'Bitfinex ledger',
  exchange: 'Bitfinex',
  help: 'Bitfinex: Reports, Ledger, Export, CSV. Import trades and movements as well: they count before it.',
  headers: [
    '#,DESCRIPTION,CURRENCY,AMOUNT,BALANCE,DATE,WALLET',
    'DESCRIPTION,CURRENCY,AMOUNT,BALANCE,DATE,WALLET',
  ],
  account: bitfinexAccount,
  accountIsChoice: true,
  // Sentences in place of columns: trades and movements say the same better.
  ranks: { trades: 2, moves: 2, income: 1 },
  layouts: [
    {
      variant: 'ledger',
      words: 'ledger',
      required: columnsOf('description,currency,amount,balance,date,wallet'),
      optional: ['#'],
    },
  ],
  row: readRow,
});

export const bitfinexLedger: Importer = {
  ...table,
  detect: (head) => {
    const detection = table.detect(head);
    return detection === null ? null : { ...detection, dateColumns: ['date'] };
  },
};

function readRow(row: TableRow): void {
  const time = row.time('date');
  const description = row.needed('description');
  const coin = row.needed('currency');
  const amount = row.stated('amount');
  if (!row.isGood || !time || !amount) return;
  if (isZero(amount.value)) return row.ignored('nothing-moved');
  const meaning = ledgerMeaningOf(description, isNegative(amount.value));
  if (meaning?.isInside) return row.ignored('inside-the-account');
  warnOf(row, meaning, description);
  const { kind, role, reason, group } = meaning ?? ({ kind: 'balance-change', role: 'principal' } as const);
  row.emit({
    time,
    kind,
    legs: leg(row.account, row.asset(coin, time), amount.value, role),
    note: description,
    ...(reason !== undefined && { reason }),
    ...(group !== undefined && {
      part: {
        assembly: 'group',
        group: `${epochMs(time)}|${group === withdrawalGroup ? `${group} ${coin}` : group}`,
        operation: description.split(' ', 1)[0] ?? '',
      },
    }),
  });
}

function warnOf(row: TableRow, meaning: LedgerMeaning | null, description: string): void {
  // Sentences of one kind differ in their numbers: they are one cause.
  const type = description.replaceAll(/[#@]?\s?\d[\d.,]*/gu, '…');
  if (meaning === null) row.warn('import/unknown-type', { type: description }, type);
  else if (meaning.isOpen) row.warn('import/unclear-type', { type: description }, type);
  else if (meaning.isUnconfirmed) row.warn('import/layout-not-confirmed', { what: `"${type}"` }, type);
}
