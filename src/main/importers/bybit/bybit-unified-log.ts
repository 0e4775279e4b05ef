/**
 * Bybit's unified trading account, transaction log: one row a change of a currency's balance, with ids and milliseconds. The
 * Asset Change Details are a format of their own with the same rows (`bybit-unified-details.ts`): without ids and in whole
 * seconds, so that only a comparison can find what both tell.
 *
 * Change = Cash Flow + Fee Paid + Funding, all three with the sign of the balance (funding below zero
 * was paid). Cash Flow of a futures row is profit before fees. A spot fill is two rows, one a currency.
 * Errors: those of every cell; warnings `import/unknown-type`, `import/type-not-confirmed`, `import/parts-disagree`,
 * `import/unclear-type`.
 */
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { Fill, Leg } from '../../../shared/domain/event.ts';
import { absolute, add, isNegative, isZero } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { type Quantity, zeroQuantity } from '../../../shared/num/types.ts';
import { epochMs, type Instant } from '../../../shared/time/instant.ts';
import { isBlank } from '../cells/decimals.ts';
import type { Read } from '../cells/row-cells.ts';
import { bybitUnifiedAccount } from '../known-accounts.ts';
import { feeLeg, leg, withBalance } from '../table/legs.ts';
import { sideWords } from '../table/side-words.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { bybitContract, isBybitOption, warnOfInverse } from './bybit-symbols.ts';
import { conversionTypes, unifiedMeaning } from './bybit-unified-types.ts';

export const unifiedColumns = columnsOf(
  'currency, contract, type, direction, quantity, position, filled price, funding, fee paid, cash flow, change, wallet balance, action, time',
);

export const bybitUnifiedLog = tableImporter({
  id: 'bybit-unified-log',
  name: "Bybit's unified account: transaction log",
  exchange: 'Bybit',
  help: 'Bybit: Assets, Unified Trading, Transaction Log, Export.',
  headers: [
    'Currency,Contract,Type,Direction,Quantity,Position,Filled Price,Funding,Fee Paid,Cash Flow,Change,Wallet Balance,Action,OrderId,TradeId,Time',
  ],
  account: bybitUnifiedAccount,
  accountIsChoice: true,
  // It states every change of every balance, with fee, profit and funding apart: no other file of the account says more.
  ranks: { trades: 1, moves: 1, income: 1, futures: 1, funding: 1 },
  layouts: [{ variant: 'log', words: 'with ids', required: [...unifiedColumns, 'orderid', 'tradeid'] }],
  row: readUnifiedRow,
});

/** What every row states. */
interface Change {
  readonly time: Instant;
  readonly asset: AssetId;
  readonly contract: string;
  readonly type: string;
  readonly cash: Quantity;
  readonly fee: Quantity;
  readonly funding: Quantity;
  readonly change: Quantity;
  readonly after: Quantity | undefined;
  readonly id: string;
}

export function readUnifiedRow(row: TableRow): void {
  const change = readChange(row);
  if (change === undefined) return;
  const { type, contract } = change;
  if (type === 'TRADE' && isBybitOption(contract)) emitOption(row, change);
  else if (type === 'TRADE' && isSpot(row)) emitSpotHalf(row, change);
  else if (type === 'TRADE' || type === 'LIQUIDATION') emitFill(row, change);
  else if (type === 'SETTLEMENT' || type === 'DELIVERY') emitSettlement(row, change);
  else emitOther(row, change);
}

function readChange(row: TableRow): Change | undefined {
  const time = row.time();
  const currency = row.needed('currency');
  const type = row.needed('type').toUpperCase();
  const cash = row.quantity('cash flow');
  const fee = row.quantity('fee paid');
  const funding = row.quantity('funding');
  const change = row.stated('change');
  const after = row.optional('wallet balance');
  if (!row.isGood || !time || !cash || !fee || !funding || !change) return undefined;
  if (!doPartsFit(row, type, [cash, fee, funding], change)) return undefined;
  return {
    time,
    asset: row.asset(currency, time),
    contract: row.text('contract'),
    type,
    cash: cash.value,
    fee: fee.value,
    funding: funding.value,
    change: change.value,
    after,
    id: row.text('tradeid'),
  };
}

/** Types whose parts say what the change is; rows of others may state the change alone. */
const typesWithParts: ReadonlySet<string> = new Set(['TRADE', 'LIQUIDATION', 'SETTLEMENT', 'DELIVERY']);

/** Warnings: `import/parts-disagree`. Out: false, with an error, where a row that needs its parts has none. */
function doPartsFit(
  row: TableRow,
  type: string,
  parts: readonly Read<Quantity>[],
  change: Read<Quantity>,
): boolean {
  const sum = parts.reduce((all, { value }) => add(all, value), zeroQuantity);
  if (toText(sum) === change.text) return true;
  if (parts.some(({ text }) => text !== '0')) {
    const stated = parts.map(({ text }) => text).join(' + ');
    row.warn('import/parts-disagree', { parts: stated, change: change.text });
    return true;
  }
  if (!typesWithParts.has(type)) return true;
  row.error('import/missing-value', { column: 'cash flow' }, 'cash flow');
  return false;
}

/** Spot rows open and close nothing. */
function isSpot(row: TableRow): boolean {
  return isBlank(row.text('action'));
}

function emitSpotHalf(row: TableRow, change: Change): void {
  const { time, asset, contract, cash, fee, after, id } = change;
  const price = row.price('filled price');
  if (price === undefined) return;
  const alike = `${epochMs(time)}|${contract}|${row.text('direction')}|${price.text}`;
  const group = id === '' ? alike : id;
  row.emitMoved({
    time,
    kind: 'balance-change',
    legs: withBalance([...leg(row.account, asset, cash), ...feeLeg(row.account, asset, fee)], after),
    part: { assembly: 'group', group, operation: `TRADE ${contract}` },
    note: `One side of a spot trade of ${contract}.`,
    ...(id !== '' && { externalId: id }),
  });
}

function emitFill(row: TableRow, change: Change): void {
  const { time, type, contract } = change;
  const fill = readFill(row, contract);
  if (fill === undefined) return;
  const isLiquidation = type === 'LIQUIDATION';
  if (isLiquidation) row.warn('import/type-not-confirmed', { type }, type);
  row.emit({
    time,
    kind: 'futures-fill',
    legs: futuresLegs(row, change),
    fill,
    ...(isLiquidation && { note: 'Liquidation' }),
    ...(change.id !== '' && { externalId: change.id }),
  });
}

function readFill(row: TableRow, contract: string): Fill | undefined {
  const side = row.word('direction', sideWords);
  const quantity = row.stated('quantity');
  const price = row.price('filled price');
  if (contract === '') row.error('import/missing-value', { column: 'contract' }, 'contract');
  if (quantity?.text === '0') row.error('import/not-positive', { column: 'quantity', text: '0' }, 'quantity');
  if (!row.isGood || !side || !quantity || !price) return undefined;
  warnOfInverse(row, contract);
  return {
    account: row.account,
    contract: bybitContract(contract),
    side,
    quantity: absolute(quantity.value),
    price: price.value,
    positionSide: 'one-way',
  };
}

/** Funding of a perpetual; what a dated contract paid at its end. */
function emitSettlement(row: TableRow, change: Change): void {
  const { time, type, contract } = change;
  const isDelivery = type === 'DELIVERY';
  if (isDelivery) row.warn('import/type-not-confirmed', { type }, type);
  row.emitMoved({
    time,
    kind: isDelivery ? 'settlement' : 'funding',
    legs: futuresLegs(row, change),
    note: type,
    ...(contract !== '' && { contract: bybitContract(contract) }),
  });
}

/** Options are no futures: only the balance is kept. */
function emitOption(row: TableRow, { time, asset, cash, fee, after, contract }: Change): void {
  row.warn('import/unclear-type', { type: 'TRADE of an option' }, 'option');
  row.emitMoved({
    time,
    kind: 'balance-change',
    legs: withBalance([...leg(row.account, asset, cash), ...feeLeg(row.account, asset, fee)], after),
    note: `Option ${contract}`,
  });
}

function emitOther(row: TableRow, { time, asset, type, change, after, id }: Change): void {
  if (isZero(change)) return row.ignored('nothing-moved');
  const meaning = unifiedMeaning(type, isNegative(change));
  if (meaning === null) row.warn('import/unknown-type', { type }, type);
  else row.warn('import/type-not-confirmed', { type }, type);
  const { kind, role, reason } = meaning ?? { kind: 'balance-change', role: 'principal' };
  row.emit({
    time,
    kind,
    legs: withBalance(leg(row.account, asset, change, role), after),
    note: type,
    ...(reason && { reason }),
    ...(conversionTypes.has(type) && {
      part: { assembly: 'group', group: id === '' ? `conversion|${epochMs(time)}` : id, operation: type },
    }),
  });
}

function futuresLegs(row: TableRow, { asset, cash, fee, funding, after }: Change): readonly Leg[] {
  const legs = [
    ...leg(row.account, asset, cash, 'profit'),
    ...feeLeg(row.account, asset, fee),
    ...leg(row.account, asset, funding, 'funding'),
  ];
  return withBalance(legs, after);
}
