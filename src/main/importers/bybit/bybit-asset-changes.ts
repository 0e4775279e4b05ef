/**
 * Bybit's asset change log of derivatives accounts from before the unified account.
 *
 * Signs are the opposite of the unified log's: Fee Paid above zero is a cost, Funding above zero was paid. Cash Flow of a
 * close is profit before fees. Rows are not in pairs but for exchangeIn and exchangeOut.
 * Errors: those of every cell; warnings `import/unknown-type`.
 */
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { EventKind, Fill, Leg } from '../../../shared/domain/event.ts';
import { absolute, add, isNegative, isZero, negate, subtract } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { epochMs, type Instant } from '../../../shared/time/instant.ts';
import { isBlank } from '../cells/decimals.ts';
import { bybitUnifiedAccount } from '../known-accounts.ts';
import { costLeg, leg, withBalance } from '../table/legs.ts';
import { directionWords } from '../table/direction-words.ts';
import { columnsOf, tableImporter } from '../table/table-importer.ts';
import type { TableRow } from '../table/table-row.ts';
import { bybitContract, warnOfInverse } from './bybit-symbols.ts';

export const bybitAssetChanges = tableImporter({
  id: 'bybit-asset-changes',
  name: "Bybit's asset change log from before the unified account",
  exchange: 'Bybit',
  help: 'Bybit: Account, Data Export, Derivatives, Asset Change Log (accounts that are not unified, or the time before).',
  headers: [
    'Time,Currency,Contract,Type,Direction,Quantity,Position,Filled Price,Funding,Fee Paid,Cash Flow,Change,Wallet Balance,Fee Rate,Trade ID,Order ID',
  ],
  account: bybitUnifiedAccount,
  accountIsChoice: true,
  // As the unified log: it states every change of the balance, the parts apart.
  ranks: { moves: 1, futures: 1, funding: 1 },
  layouts: [
    {
      variant: 'pre-unified',
      words: 'with fee rate and ids',
      required: columnsOf(
        'time, currency, contract, type, direction, quantity, position, filled price, funding, fee paid, cash flow, change, wallet balance, fee rate, trade id, order id',
      ),
    },
  ],
  row: readRow,
});

interface Change {
  readonly time: Instant;
  readonly asset: AssetId;
  readonly contract: string;
  readonly type: string;
  readonly cash: Quantity;
  /** Above zero: paid. */
  readonly fee: Quantity;
  readonly funding: Quantity;
  readonly change: Quantity;
  readonly after: Quantity | undefined;
  readonly id: string;
}

function readRow(row: TableRow): void {
  const change = readChange(row);
  if (change === undefined) return;
  switch (change.type.toLowerCase()) {
    case 'trade':
      return emitFill(row, change);
    case 'liquidation':
      // Rows seen say which side was closed; one that does not is the loss alone.
      return !isBlank(row.text('direction'))
        ? emitFill(row, change, 'Liquidation')
        : emitFutures(row, change, 'liquidation');
    case 'funding':
      return emitFutures(row, change, 'funding');
    default:
      return emitMove(row, change);
  }
}

/** Types whose parts say what the change is; rows of others may state the change alone. */
const typesWithParts: ReadonlySet<string> = new Set(['trade', 'liquidation', 'funding']);

function readChange(row: TableRow): Change | undefined {
  const time = row.time();
  const currency = row.needed('currency');
  const type = row.needed('type');
  const cash = row.quantity('cash flow');
  const fee = row.quantity('fee paid');
  const funding = row.quantity('funding');
  const change = row.stated('change');
  const after = row.optional('wallet balance');
  if (!row.isGood || !time || !cash || !fee || !funding || !change) return undefined;
  const sum = subtract(subtract(cash.value, fee.value), funding.value);
  if (toText(sum) !== change.text && typesWithParts.has(type.toLowerCase())) {
    const parts = [cash, fee, funding].map(({ text }) => text).join(', ');
    row.warn('import/parts-disagree', { parts, change: change.text });
  }
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
    id: row.text('trade id'),
  };
}

function emitFill(row: TableRow, change: Change, note?: string): void {
  const fill = readFill(row, change.contract);
  if (fill === undefined) return;
  row.emit({
    time: change.time,
    kind: 'futures-fill',
    legs: futuresLegs(row, change),
    fill,
    ...(note !== undefined && { note }),
    ...(!isBlank(change.id) && { externalId: change.id }),
  });
}

function readFill(row: TableRow, contract: string): Fill | undefined {
  const direction = row.word('direction', directionWords);
  const quantity = row.stated('quantity');
  const price = row.price('filled price');
  if (contract === '') row.error('import/missing-value', { column: 'contract' }, 'contract');
  if (!row.isGood || !direction || !quantity || !price) return undefined;
  warnOfInverse(row, contract);
  const [side, positionSide] = direction;
  return {
    account: row.account,
    contract: bybitContract(contract),
    side,
    positionSide,
    quantity: absolute(quantity.value),
    price: price.value,
  };
}

function emitFutures(row: TableRow, change: Change, kind: EventKind): void {
  row.emitMoved({
    time: change.time,
    kind,
    legs: futuresLegs(row, change),
    ...(change.contract !== '' && { contract: bybitContract(change.contract) }),
  });
}

function futuresLegs(row: TableRow, { asset, cash, fee, funding, after }: Change): readonly Leg[] {
  const legs = [
    ...leg(row.account, asset, cash, 'profit'),
    ...costLeg(row.account, asset, fee),
    ...leg(row.account, asset, negate(funding), 'funding'),
  ];
  return withBalance(legs, after);
}

const arrivals: ReadonlySet<string> = new Set(['deposit', 'transferin']);
const departures: ReadonlySet<string> = new Set(['withdraw', 'transferout']);
const halves: ReadonlySet<string> = new Set(['exchangein', 'exchangeout']);

function emitMove(row: TableRow, { time, asset, type, cash, fee, change, after }: Change): void {
  const stated = isZero(cash) ? add(change, fee) : cash;
  if (isZero(stated)) return row.ignored('nothing-moved');
  const word = type.toLowerCase();
  const isOut = departures.has(word);
  const isHalf = halves.has(word);
  if (!isOut && !isHalf && !arrivals.has(word)) row.warn('import/unknown-type', { type }, type);
  const amount = isOut && !isNegative(stated) ? negate(stated) : stated;
  row.emit({
    time,
    kind: isOut ? 'withdrawal' : arrivals.has(word) ? 'deposit' : 'balance-change',
    legs: withBalance([...leg(row.account, asset, amount), ...costLeg(row.account, asset, fee)], after),
    note: type,
    ...(isHalf && { part: { assembly: 'group', group: `exchange|${epochMs(time)}`, operation: type } }),
  });
}
