/**
 * Account log of Kraken Futures (Kraken Pro: product Futures or Derivatives), newest first, every row with an id.
 *
 * A fill is two rows: the position's (its symbol is the contract, its change the size) and the wallet's (its symbol a
 * currency; change = realised profit − fee + realised funding, the profit gross). Nothing in the file ties the two but
 * time, contract and price; where several fills have the same, their rows stay apart, and the sums are right all the
 * same. A fee paid in fee credits has no wallet row.
 * Errors: `import/missing-value` and those of every cell; warnings `import/unknown-type`, `import/unclear-type`,
 * `import/unconfirmed-type`, `import/rest-of-change`.
 */
import { isBlank } from '../cells/decimals.ts';
import { contractId, type ContractId } from '../../../shared/domain/contract-spec.ts';
import type { EventKind, Leg } from '../../../shared/domain/event.ts';
import { absolute, add, isNegative, isZero, negate, subtract } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { toIso, type Instant } from '../../../shared/time/instant.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import type { Importer } from '../importer.ts';
import { krakenFuturesAccount } from '../known-accounts.ts';
import { costLeg, leg, withBalance } from '../table/legs.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { type FuturesLogMeaning, futuresLogMeanings } from './kraken-futures-types.ts';

const old =
  'uid,datetime,account,type,symbol,change,new balance,new average entry price,trade price,mark price,funding rate,realized pnl,fee,realized funding,collateral';
const added =
  'contract,conversion spread percentage,liquidation fee,position uid,exchange rate,exchange rate from,conversion fee';

export const krakenFuturesLog: Importer = tableImporter({
  id: 'kraken-futures-log',
  name: 'Kraken Futures account log',
  exchange: 'Kraken',
  help: 'Kraken Pro: profile, Documents, New export, product Futures (or Derivatives), Account log, CSV; on futures.kraken.com: Trade, History, Logs, Download all.',
  headers: [
    'uid,dateTime,account,type,symbol,change,new balance,new average entry price,trade price,mark price,funding rate,realized pnl,fee,realized funding,collateral',
    'uid,dateTime,account,type,symbol,contract,change,new balance,new average entry price,trade price,mark price,funding rate,realized pnl,fee,realized funding,collateral,conversion spread percentage,liquidation fee,position uid',
    'uid,dateTime,account,type,symbol,contract,change,new balance,new average entry price,trade price,mark price,funding rate,realized pnl,fee,realized funding,collateral,conversion spread percentage,liquidation fee,position uid,exchange rate,exchange rate from,conversion fee',
  ],
  account: krakenFuturesAccount,
  accountIsChoice: true,
  // The one file of Kraken Futures that has every change of money and positions, gross and with fees apart.
  ranks: { futures: 1, funding: 1, moves: 1, income: 1 },
  layouts: [
    {
      variant: 'account-log',
      required: columnsOf(old),
      optional: columnsOf(added),
      words: 'all years',
      zone: utc,
    },
  ],
  row: readRow,
});

function readRow(row: TableRow): void {
  const time = row.time('datetime');
  const type = row.needed('type').toLowerCase();
  const symbol = row.needed('symbol').toLowerCase();
  const change = row.stated('change');
  if (!row.isGood || time === undefined || change === undefined) return;
  const isPosition = /^[a-z]{2}_/u.test(symbol);
  if (isPosition) readPosition(row, time, type, symbol, change.value);
  else readMoney(row, { time, type, symbol, change: change.value });
}

/** "pf_xbtusd" → kraken-futures:PF_XBTUSD; some pages write BTC for XBT. */
function contractOf(symbol: string): ContractId {
  return contractId('kraken-futures', symbol.toUpperCase().replace(/_BTC/u, '_XBT'));
}

/** What the two rows of a fill have alike; the older layout has no contract in the wallet's row. */
function groupOf(row: TableRow, time: Instant): string {
  const contract = row.text('contract');
  const place = contract === '' ? row.text('account').toLowerCase() : contractOf(contract);
  const price = row.text('trade price') === '' ? '' : (row.price('trade price')?.text ?? '');
  return `${toIso(time)} ${place} ${price}`;
}

function readPosition(row: TableRow, time: Instant, type: string, symbol: string, change: Quantity): void {
  if (isZero(change)) return row.ignored('nothing-moved');
  // Rows of other types (assignments …) may have none.
  const isTraded = type === 'futures trade' || !isBlank(row.text('trade price'));
  const price = row.price(isTraded ? 'trade price' : 'mark price');
  if (!row.isGood || price === undefined) return;
  const meaning = futuresLogMeanings.get(type);
  if (type !== 'futures trade')
    row.warn('import/unconfirmed-type', { type, meaning: 'a trade in the contract' }, type);
  const contract = contractOf(symbol);
  row.emit({
    time,
    kind: 'futures-fill',
    legs: [],
    fill: {
      account: row.account,
      contract,
      side: isNegative(change) ? 'sell' : 'buy',
      quantity: absolute(change),
      price: price.value,
      positionSide: 'one-way',
    },
    note: type,
    externalId: row.text('uid'),
    ...(meaning?.shape === 'result' && {
      part: { assembly: 'group', group: groupOf(row, time), operation: `${type}: position` },
    }),
  });
}

interface MoneyRow {
  readonly time: Instant;
  readonly type: string;
  readonly symbol: string;
  readonly change: Quantity;
}

function readMoney(row: TableRow, read: MoneyRow): void {
  const meaning = futuresLogMeanings.get(read.type);
  const legs = legsOf(row, read, meaning);
  if (!row.isGood || legs === undefined) return;
  if (legs.length === 0) return row.ignored('nothing-moved');
  if (meaning === undefined) row.warn('import/unknown-type', { type: read.type }, read.type);
  if (meaning?.shape === 'unclear') row.warn('import/unclear-type', { type: read.type }, read.type);
  const contract = row.text('contract');
  row.emit({
    time: read.time,
    kind: kindOf(meaning, read, legs),
    legs: withBalance(legs, walletBalance(row)),
    note: noteOf(row, read, meaning),
    externalId: row.text('uid'),
    ...(contract !== '' && { contract: contractOf(contract) }),
    ...partOf(row, read, meaning),
    ...(meaning?.shape === 'interest' && !isNegative(read.change) && { reason: 'interest' as const }),
  });
}

function kindOf(
  meaning: FuturesLogMeaning | undefined,
  { change }: MoneyRow,
  legs: readonly Leg[],
): EventKind {
  const isOut = isNegative(change);
  switch (meaning?.shape) {
    case 'result': {
      if (meaning.kind !== null) return meaning.kind;
      return legs.every(({ role }) => role === 'fee') ? 'futures-fee' : 'realised-profit';
    }
    case 'move':
    case 'between-wallets':
      return isOut ? 'withdrawal' : 'deposit';
    case 'interest':
      return isOut ? 'fee' : 'income';
    default:
      return 'balance-change';
  }
}

/** Rows of a fill, of a conversion, and of a move between wallets find each other. */
function partOf(
  row: TableRow,
  { time, type, symbol, change }: MoneyRow,
  meaning: FuturesLogMeaning | undefined,
): { readonly part?: { readonly assembly: 'group'; readonly group: string; readonly operation: string } } {
  const part = (group: string) => ({ part: { assembly: 'group' as const, group, operation: type } });
  if (meaning?.shape === 'conversion') return part(`${toIso(time)} conversion`);
  if (meaning?.shape === 'between-wallets')
    return part(`${toIso(time)} transfer ${symbol} ${toText(absolute(change))}`);
  const isOfFill =
    meaning?.shape === 'result' && row.text('trade price') !== '' && type !== 'funding rate change';
  return isOfFill ? part(groupOf(row, time)) : {};
}

/** Of the columns where they explain the change; what they leave over stands apart, and is told. */
function legsOf(
  row: TableRow,
  { time, type, symbol, change }: MoneyRow,
  meaning: FuturesLogMeaning | undefined,
): readonly Leg[] | undefined {
  const asset = row.asset(symbol === 'fee' ? 'KFEE' : symbol, time);
  const { account } = row;
  if (type === 'kfee applied') return costLeg(account, asset, negate(change));
  if (meaning?.shape === 'interest' && isNegative(change)) return costLeg(account, asset, negate(change));
  if (meaning?.shape !== 'result') return leg(account, asset, change);
  if (!meaning.isConfirmed)
    row.warn('import/unconfirmed-type', { type, meaning: 'profit, fee and funding' }, type);
  const [profit, fee] = [row.quantity('realized pnl'), row.quantity('fee')];
  const [funding, clearance] = [row.quantity('realized funding'), row.quantity('liquidation fee')];
  if (!profit || !fee || !funding || !clearance) return undefined;
  const rest = subtract(change, add(subtract(profit.value, fee.value), funding.value));
  const isClearance = !isZero(rest) && rest === negate(clearance.value);
  if (!isZero(rest) && !isClearance)
    row.warn('import/rest-of-change', { change: toText(change), rest: toText(rest) });
  return [
    ...leg(account, asset, profit.value, 'profit'),
    ...costLeg(account, asset, fee.value),
    ...leg(account, asset, funding.value, 'funding'),
    ...leg(account, asset, rest, isClearance ? 'insurance' : 'principal'),
  ];
}

/** Several wallets of the older account types have balances of their own; "flex" is the whole account. */
function walletBalance(row: TableRow): Quantity | undefined {
  if (row.text('account').toLowerCase() !== 'flex' || isBlank(row.text('new balance'))) return undefined;
  return row.quantity('new balance')?.value;
}

function noteOf(row: TableRow, { type }: MoneyRow, meaning: FuturesLogMeaning | undefined): string {
  if (meaning?.shape === 'conversion') {
    const fee = row.text('conversion fee');
    return fee === '' ? `${type}: one half` : `${type}: one half, with a fee of ${fee} inside`;
  }
  return type;
}
