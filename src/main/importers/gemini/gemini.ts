/**
 * Gemini transaction history, saved as CSV: three columns for each asset (amount, fee, balance), so that its width varies.
 *
 * Amounts are signed; in the spreadsheet's view negatives stand in brackets. The fee of a trade is negative, or was given
 * back (makers); of a move it is a cost whatever its sign. The last row is a total without date and type. How perpetuals are written is not known: such rows only change balances.
 * Errors: `import/unknown-word`, `import/missing-value`, those of every cell; warnings `import/unclear-type`,
 * `import/layout-not-confirmed`.
 */
import type { LedgerEvent, Leg } from '../../../shared/domain/event.ts';
import { absolute, isNegative, negate } from '../../../shared/num/arithmetic.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { isBlank } from '../cells/decimals.ts';
import { tradeKind } from '../cells/trades.ts';
import { columnNames } from '../header.ts';
import { csvCaps } from '../csv/caps.ts';
import type { Detection, FileHead, Importer, RowReader } from '../importer.ts';
import { geminiAccount } from '../known-accounts.ts';
import { feeLeg, leg, withBalance } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

const required = columnsOf('date,time,type,symbol,specification');
const optional = columnsOf(
  'liquidity indicator,trading fee rate (bps),trade id,order id,order date,order time,client order id,api session,tx hash,deposit destination,deposit tx output,withdrawal destination,withdrawal tx output',
);
const fixed: ReadonlySet<string> = new Set([...required, ...optional]);
const ofAsset = /^(?:(?<a>\w+) amount \k<a>|fee \((?<b>\w+)\) \k<b>|(?<c>\w+) balance \k<c>)$/u;

const table = tableImporter({
  id: 'gemini',
  name: 'Gemini transaction history',
  exchange: 'Gemini',
  help: 'Gemini: Account, Statements and history, Transaction history, Download; save the workbook as CSV.',
  headers: [
    'Date,Time (UTC),Type,Symbol,Specification,Liquidity Indicator,Trading Fee Rate (bps),BTC Amount BTC,Fee (BTC) BTC,BTC Balance BTC,Trade ID,Order ID,Order Date,Order Time,Client Order ID,API Session,Tx Hash,Deposit Destination,Deposit Tx Output,Withdrawal Destination,Withdrawal Tx Output',
  ],
  account: geminiAccount,
  accountIsChoice: true,
  // The one file of this exchange: it has everything.
  ranks: { trades: 1, moves: 1, income: 1 },
  layouts: [],
  row: readRow,
});

export const gemini: Importer = { ...table, detect, open };

function detect(head: FileHead): Detection | null {
  for (const [headerIndex, row] of head.rows.slice(0, csvCaps.preambleRows).entries()) {
    const names = columnNames(row).map(({ name }) => name);
    const columns = new Map(names.map((name, at) => [name, at]));
    const isOurs = required.every((name) => columns.has(name)) && columns.size === names.length;
    if (!isOurs || !names.every((name) => fixed.has(name) || ofAsset.test(name))) continue;
    const assets = names.filter((name) => name.includes(' amount ')).length;
    if (assets === 0) continue;
    const why = `Its columns are those of Gemini's transaction history, with three for each of ${assets} assets.`;
    return { variant: 'gemini', headerIndex, columns, why, zone: { zone: utc, from: 'file' } };
  }
  return null;
}

/** Date and time stand in two cells: the row is read as if they stood in the first. */
function open(...[detection, context, sink]: Parameters<Importer['open']>): RowReader {
  const reader = table.open(detection, context, sink);
  const dateAt = detection.columns.get('date') ?? 0;
  const timeAt = detection.columns.get('time') ?? 0;
  const typeAt = detection.columns.get('type') ?? 0;
  return {
    row: (cells, line, raw) => {
      const [date = '', time = ''] = [cells[dateAt]?.trim(), cells[timeAt]?.trim()];
      const isTotal = date === '' && time === '' && cells[typeAt]?.trim() === '';
      if (isTotal) return sink.ignored('heading', line, raw);
      const whole = date.includes(':') || time === '' ? date : `${date} ${time}`;
      reader.row(cells.with(Math.min(dateAt, cells.length - 1), whole), line, raw);
    },
    end: () => reader.end(),
  };
}

/** Whether coins were traded; else which way they went. */
const types: ReadonlyMap<string, 'trade' | 'in' | 'out'> = new Map([
  ['buy', 'trade'],
  ['sell', 'trade'],
  ['credit', 'in'],
  ['debit', 'out'],
]);

function readRow(row: TableRow): void {
  const time = row.time('date');
  const type = row.word('type', types);
  const assets = row.columns.flatMap((name) => ofAsset.exec(name)?.groups?.['a'] ?? []);
  const isTrade = type === 'trade';
  const isStated = assets.some((asset) =>
    [`${asset} amount ${asset}`, `fee (${asset}) ${asset}`].some((column) => !isBlank(row.text(column))),
  );
  if (!isStated) row.error('import/missing-value', { column: 'Amount' }, 'amount');
  const legs = time === undefined ? [] : assets.flatMap((asset) => legsOf(row, asset, time, isTrade));
  if (!row.isGood || !time || type === undefined) return;
  if (legs.length === 0) return row.ignored('nothing-moved');
  const id = row.text(isTrade ? 'trade id' : 'tx hash');
  row.emit({
    time,
    ...(type === 'trade' ? tradeOf(row, legs) : moveOf(row, type, legs)),
    legs,
    ...(id !== '' && { externalId: id }),
    note: [row.text('type'), row.text('symbol'), row.text('specification')].filter(Boolean).join(' '),
  });
}

/** What the row did to one asset. */
function legsOf(row: TableRow, name: string, time: Instant, isTrade: boolean): readonly Leg[] {
  const [amountText, feeText] = [row.text(`${name} amount ${name}`), row.text(`fee (${name}) ${name}`)];
  if (isBlank(amountText) && isBlank(feeText)) return [];
  const amount = row.quantity(`${name} amount ${name}`);
  const fee = row.quantity(`fee (${name}) ${name}`);
  const balance = `${name} balance ${name}`;
  const after = row.optional(balance);
  if (amount === undefined || fee === undefined) return [];
  const asset = row.asset(name, time);
  const legs = [
    ...leg(row.account, asset, amount.value),
    ...feeLeg(row.account, asset, isTrade ? fee.value : negate(absolute(fee.value))),
  ];
  return withBalance(legs, after);
}

type Meaning = Pick<LedgerEvent, 'kind' | 'reason'>;

function tradeOf(row: TableRow, legs: readonly Leg[]): Meaning {
  const principals = legs.filter(({ role }) => role === 'principal');
  const [given, ...moreGiven] = principals.filter(({ quantity }) => isNegative(quantity));
  const [received, ...moreReceived] = principals.filter(({ quantity }) => !isNegative(quantity));
  const isPlain = moreGiven.length + moreReceived.length === 0;
  if (given === undefined || received === undefined || !isPlain) return openType(row, row.text('symbol'));
  return { kind: tradeKind(received.asset, given.asset, isBuy(row) ? 'buy' : 'sell') };
}

function isBuy(row: TableRow): boolean {
  return row.text('type').toLowerCase() === 'buy';
}

function moveOf(row: TableRow, way: 'in' | 'out', legs: readonly Leg[]): Meaning {
  const specification = row.text('specification');
  const hasMoved = legs.some(({ role }) => role === 'principal');
  const isAgainst = legs.some(
    ({ role, quantity }) => role === 'principal' && isNegative(quantity) !== (way === 'out'),
  );
  if (isAgainst || !hasMoved) return openType(row, specification);
  const word = specification.toLowerCase();
  if (way === 'in' && word.startsWith('deposit')) return { kind: 'deposit' };
  if (way === 'out' && word.startsWith('withdrawal')) return { kind: 'withdrawal' };
  if (way === 'in' && word.includes('interest')) {
    row.warn('import/layout-not-confirmed', { what: `"${specification}"` }, word);
    return { kind: 'income', reason: 'interest' };
  }
  return openType(row, specification);
}

function openType(row: TableRow, type: string): Meaning {
  row.warn('import/unclear-type', { type }, type);
  return { kind: 'balance-change' };
}
