/**
 * Binance.US tax export: one row an event, with what was realised in up to four assets.
 *
 * Two headers of 21 columns, with blanks or with underscores. A trade on the market has what was traded as its base; a
 * purchase or conversion has what was given as its base and what was received as its quote. Fees are positive.
 * Errors: `import/unknown-word`, `import/missing-value`, `import/unknown-type-sign`, those of every cell; warnings
 * `import/unknown-type`, `import/unclear-type`.
 */
import type { EventKind, IncomeReason, Leg } from '../../../shared/domain/event.ts';
import { absolute, isNegative, isZero, negate } from '../../../shared/num/arithmetic.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { isBlank } from '../cells/decimals.ts';
import { tradeKind } from '../cells/trades.ts';
import { binanceUsAccount } from '../known-accounts.ts';
import { costLeg, leg } from '../table/legs.ts';
import { tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';

const parts = ['primary', 'base', 'quote', 'fee'] as const;
type Part = (typeof parts)[number];

const names = [
  'user id',
  'time',
  'category',
  'operation',
  'order id',
  'transaction id',
  ...parts.flatMap((part) => [`${part} asset`, amountOf(part), `${amountOf(part)} in usd`]),
  'payment method',
  'withdraw method',
  'additional note',
];

/** The names with underscores. */
const aliases: Readonly<Record<string, string>> = {
  ...Object.fromEntries(names.map((name) => [name.replaceAll(' ', '_'), name])),
  ...Object.fromEntries(
    parts.map((part) => [`${amountOf(part).replaceAll(' ', '_')}_in_usd_value`, `${amountOf(part)} in usd`]),
  ),
  withdrawal_method: 'withdraw method',
};

function amountOf(part: Part): string {
  return `realized amount for ${part} asset`;
}

export const binanceUs = tableImporter({
  id: 'binance-us',
  name: 'Binance.US Tax Export',
  exchange: 'Binance.US',
  help: 'Binance.US: Tax, or Reports, All Transactions (CSV).',
  headers: [
    'User ID,Time,Category,Operation,Order ID,Transaction ID,Primary Asset,Realized Amount For Primary Asset,Realized Amount for Primary Asset in USD,Base Asset,Realized Amount For Base Asset,Realized Amount For Base Asset In USD,Quote Asset,Realized Amount for Quote Asset,Realized Amount for Quote Asset in USD,Fee Asset,Realized Amount for Fee Asset,Realized Amount for Fee Asset in USD,Payment Method,Withdraw Method,Additional Note',
    'User_Id,Time,Category,Operation,Order_Id,Transaction_Id,Primary_Asset,Realized_Amount_For_Primary_Asset,Realized_Amount_For_Primary_Asset_In_USD_Value,Base_Asset,Realized_Amount_For_Base_Asset,Realized_Amount_For_Base_Asset_In_USD_Value,Quote_Asset,Realized_Amount_For_Quote_Asset,Realized_Amount_For_Quote_Asset_In_USD_Value,Fee_Asset,Realized_Amount_For_Fee_Asset,Realized_Amount_For_Fee_Asset_In_USD_Value,Payment_Method,Withdrawal_Method,Additional_Note',
  ],
  account: binanceUsAccount,
  accountIsChoice: true,
  // The one file of this exchange: it has everything.
  ranks: { trades: 1, moves: 1, income: 1 },
  layouts: [{ variant: 'binance-us', words: 'all transactions', required: names }],
  aliases,
  row: readRow,
});

/** A row's category, and what it does with which legs. */
interface Meaning {
  readonly kind: EventKind | 'trade';
  readonly reason?: IncomeReason;
  readonly legs: readonly Leg[];
}

function readRow(row: TableRow): void {
  const time = row.time();
  const category = row.needed('category');
  const operation = row.text('operation');
  if (!row.isGood || !time) return;
  const meaning = meaningOf(row, time, category.toLowerCase(), operation.toLowerCase());
  const fee = isBlank(row.text(amountOf('fee'))) ? [] : feeLegs(row, time);
  if (!row.isGood || meaning === undefined) return;
  const legs = [...meaning.legs, ...fee];
  if (legs.length === 0) return row.ignored('nothing-moved');
  const [received, given] = meaning.legs;
  const isTrade = meaning.kind === 'trade' && received !== undefined && given !== undefined;
  const id = row.text('transaction id');
  row.emit({
    time,
    kind: isTrade ? tradeKind(received.asset, given.asset, 'buy') : kindOf(meaning.kind),
    legs,
    ...(meaning.reason !== undefined && { reason: meaning.reason }),
    ...(id !== '' && { externalId: id }),
    note: [category, operation].filter((word) => word !== '').join(', '),
  });
}

/** A trade of which one side is nothing only changes a balance. */
function kindOf(kind: Meaning['kind']): EventKind {
  return kind === 'trade' ? 'balance-change' : kind;
}

function meaningOf(row: TableRow, time: Instant, category: string, operation: string): Meaning | undefined {
  if (category === 'deposit') return { kind: 'deposit', legs: moved(row, time, 'primary', 'in') };
  if (category === 'withdrawal') return { kind: 'withdrawal', legs: moved(row, time, 'primary', 'out') };
  if (category === 'spot trading') {
    const isBuy = row.word('operation', spotSides);
    if (isBuy === undefined) return undefined;
    return isBuy ? trade(row, time, 'base', 'quote') : trade(row, time, 'quote', 'base');
  }
  if (exchanges.has(category)) return trade(row, time, 'quote', 'base');
  return changeOf(row, time, category, operation);
}

const spotSides: ReadonlyMap<string, boolean> = new Map([
  ['buy', true],
  ['sell', false],
]);
const exchanges: ReadonlySet<string> = new Set(['buy', 'sell', 'quick buy', 'quick sell', 'convert']);

function trade(row: TableRow, time: Instant, received: Part, given: Part): Meaning {
  return { kind: 'trade', legs: [...moved(row, time, received, 'in'), ...moved(row, time, given, 'out')] };
}

const distributions: ReadonlyMap<string, IncomeReason> = new Map([
  ['others', 'airdrop'],
  ['referral commission', 'referral'],
  ['staking rewards', 'staking'],
]);

/** Coins that came or went by themselves. */
function changeOf(row: TableRow, time: Instant, category: string, operation: string): Meaning | undefined {
  const asset = row.text('primary asset');
  const column = amountOf('primary');
  const amount = asset === '' ? row.quantity(column) : row.stated(column);
  const type = [category, operation].join(', ');
  if (asset === '') row.error('import/unknown-type-sign', { type }, type);
  if (!row.isGood || amount === undefined) return undefined;
  const isOut = isNegative(amount.value);
  const legs = leg(row.account, row.asset(asset, time), amount.value);
  const reason = category === 'distribution' ? distributions.get(operation) : undefined;
  // A negative reward is what the exchange keeps for its service.
  if (reason === 'staking' && isOut) {
    return { kind: 'fee', legs: costLeg(row.account, row.asset(asset, time), absolute(amount.value)) };
  }
  if (reason !== undefined && !isOut) return { kind: 'income', reason, legs };
  if (reason === undefined) row.warn('import/unknown-type', { type }, type);
  else row.warn('import/unclear-type', { type }, type);
  return { kind: 'balance-change', legs };
}

/** One asset's leg. Files leave the amount of dollars out of its own column, and state it as their value. */
function moved(row: TableRow, time: Instant, part: Part, way: 'in' | 'out'): readonly Leg[] {
  const asset = row.needed(`${part} asset`);
  const isInValue = asset === 'USD' && isBlank(row.text(amountOf(part)));
  const amount = row.positive(isInValue ? `${amountOf(part)} in usd` : amountOf(part));
  if (asset === '' || amount === undefined) return [];
  return leg(row.account, row.asset(asset, time), way === 'in' ? amount.value : negate(amount.value));
}

function feeLegs(row: TableRow, time: Instant): readonly Leg[] {
  const amount = row.unsigned(amountOf('fee'));
  if (amount === undefined || isZero(amount.value)) return [];
  const asset = row.needed('fee asset');
  return asset === '' ? [] : costLeg(row.account, row.asset(asset, time), amount.value);
}
