/**
 * MEXC's futures capital flow: one row a change of the futures account's balance; the only file with funding and
 * liquidations. Fund Flow Type says the way, Fund Type what it was.
 *
 * Of the types only Deposit was seen in an export: the others are taken by their names, which a warning says.
 * Errors: `import/unknown-word`, and those of every cell; warnings `import/unknown-type`, `import/type-not-confirmed`.
 */
import type { EventKind, LegRole } from '../../../shared/domain/event.ts';
import { absolute, isNegative, isZero, negate } from '../../../shared/num/arithmetic.ts';
import { isBlank } from '../cells/decimals.ts';
import { mexcFuturesAccount } from '../known-accounts.ts';
import { leg } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { mexcContract } from './mexc-symbols.ts';

export const mexcFuturesFlow = tableImporter({
  id: 'mexc-futures-flow',
  name: "MEXC's futures capital flow",
  exchange: 'MEXC',
  help: 'MEXC: Orders, Futures Orders, Capital Flow, Export. It has funding and transfers; import the trade history as well.',
  headers: ['UID,Time(UTC+00:00),Futures Trading Pair,Crypto,Fund Type,Fund Flow Type,Amount'],
  account: mexcFuturesAccount,
  accountIsChoice: true,
  // Funding and moves stand here alone; profits and fees repeat the trades, which have prices and quantities.
  ranks: { moves: 1, funding: 1, futures: 3 },
  layouts: [
    {
      variant: 'flow',
      words: 'with or without UID',
      required: columnsOf('time, futures trading pair, crypto, fund type, fund flow type, amount'),
      optional: ['uid'],
    },
  ],
  row: readRow,
});

const ways: ReadonlyMap<string, 'in' | 'out'> = new Map([
  ['inflow', 'in'],
  ['in', 'in'],
  ['outflow', 'out'],
  ['out', 'out'],
]);

interface Meaning {
  readonly kind: EventKind;
  readonly role: LegRole;
}

const named: readonly (readonly [RegExp, Meaning])[] = [
  [/funding/u, { kind: 'funding', role: 'funding' }],
  [/liquidat/u, { kind: 'liquidation', role: 'profit' }],
  [/fee/u, { kind: 'futures-fee', role: 'fee' }],
  [/pnl|profit|loss|clos/u, { kind: 'realised-profit', role: 'profit' }],
];

function readRow(row: TableRow): void {
  const time = row.time();
  const coin = row.needed('crypto');
  const type = row.needed('fund type');
  const way = row.word('fund flow type', ways);
  const amount = row.stated('amount');
  if (!row.isGood || !time || !way || !amount) return;
  if (way === 'in' && isNegative(amount.value))
    return row.error('import/negative', { column: 'amount', text: row.text('amount') }, 'amount');
  if (isZero(amount.value)) return row.ignored('nothing-moved');
  const { kind, role } = meaningOf(row, type, way === 'out');
  const quantity = absolute(amount.value);
  const known = isBlank(row.text('futures trading pair'))
    ? null
    : mexcContract(row.text('futures trading pair'));
  row.emit({
    time,
    kind,
    legs: leg(row.account, row.asset(coin, time), way === 'out' ? negate(quantity) : quantity, role),
    note: type,
    ...(role !== 'principal' && known !== null && { contract: known.contract }),
  });
}

function meaningOf(row: TableRow, type: string, isOut: boolean): Meaning {
  const word = type.toLowerCase();
  if (word !== 'deposit') {
    const found = named.find(([pattern]) => pattern.test(word))?.[1];
    const isMove = /transfer|deposit|withdraw/u.test(word);
    const code = found === undefined && !isMove ? 'import/unknown-type' : 'import/type-not-confirmed';
    row.warn(code, { type }, type);
    if (found?.kind === 'futures-fee' && !isOut) return { kind: 'rebate', role: 'rebate' };
    if (found !== undefined) return found;
    if (!isMove) return { kind: 'balance-change', role: 'principal' };
  }
  return { kind: isOut ? 'withdrawal' : 'deposit', role: 'principal' };
}
