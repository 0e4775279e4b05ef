/** Rows of OKX's trading history that are of derivatives: fills in contracts, funding, and what no export seen has. */
import { contractId } from '../../../shared/domain/contract-spec.ts';
import type { EventKind, Leg, PositionSide, Side } from '../../../shared/domain/event.ts';
import { absolute, add, isZero } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { directionWords } from '../table/direction-words.ts';
import { feeLeg, leg, withBalance } from '../table/legs.ts';
import type { Draft, TableRow } from '../table/table-row.ts';
import { isBlank } from '../cells/decimals.ts';
import { type OkxBill, okxDerivatives } from './okx-bill.ts';

/** Buy and Sell are of accounts that keep one position a contract. */
const trades: ReadonlyMap<string, readonly [Side, PositionSide]> = new Map([
  ...directionWords,
  ['buy', ['buy', 'one-way']],
  ['sell', ['sell', 'one-way']],
]);

export function emitOkxDerivative(row: TableRow, bill: OkxBill): void {
  const { tradeType, action } = bill;
  const word = action.toLowerCase();
  const trade = trades.get(word);
  const isKnown = okxDerivatives.has(tradeType.toLowerCase());
  // Files of 2021 have no price: profit and fee are all that can be told of a trade.
  if (isKnown && trade !== undefined && !row.has('filled price')) {
    return emitStated(row, bill, 'realised-profit');
  }
  if (isKnown && trade !== undefined) return emitFill(row, bill, trade);
  if (isKnown && word.startsWith('funding fee')) return emitFunding(row, bill);
  if (isKnown && word.includes('liquidation')) return emitStated(row, bill, 'liquidation');
  if (isKnown && word.includes('delivery')) return emitStated(row, bill, 'settlement');
  const type = `${tradeType} ${action}`;
  row.warn('import/unknown-type', { type }, type);
  row.emitMoved({
    ...common(bill),
    kind: 'balance-change',
    legs: withBalance(leg(row.account, bill.asset, bill.change), bill.after),
    note: `${type} ${bill.symbol}`.trim(),
  });
}

function emitFill(row: TableRow, bill: OkxBill, [side, positionSide]: readonly [Side, PositionSide]): void {
  const unit = row.text('trading unit');
  if (unit.toLowerCase() !== 'cont') {
    row.warn('import/type-not-confirmed', { type: `a quantity in ${unit}` }, unit);
  }
  const quantity = row.positive('amount');
  const price = row.price('filled price');
  const symbol = row.needed('symbol');
  if (!row.isGood || !quantity || !price) return;
  warnOfSum(row, bill);
  row.emit({
    ...common(bill),
    kind: 'futures-fill',
    legs: moneyLegs(row, bill),
    fill: {
      account: row.account,
      contract: contractId('okx', symbol),
      side,
      positionSide,
      quantity: absolute(quantity.value),
      price: price.value,
    },
  });
}

/** The payment stands in PnL, and again in Balance Change. */
function emitFunding(row: TableRow, bill: OkxBill): void {
  const { asset, change, symbol, after, action } = bill;
  if (isZero(change)) return row.ignored('nothing-moved');
  row.emit({
    ...common(bill),
    kind: 'funding',
    legs: withBalance(leg(row.account, asset, change, 'funding'), after),
    note: action,
    ...(symbol !== '' && { contract: contractId('okx', symbol) }),
  });
}

/** Rows of a kind that nobody has seen in an export: a fill where they say which side was closed. */
function emitStated(row: TableRow, bill: OkxBill, kind: EventKind): void {
  const { action, symbol } = bill;
  row.warn('import/type-not-confirmed', { type: action }, action);
  const word = action.toLowerCase();
  const halves = ['amount', 'filled price'].filter((column) => row.has(column) && isBlank(row.text(column)));
  // Without both it is the loss alone; with one of them it is a fill that lacks the other.
  if (kind === 'liquidation' && halves.length === 1) return void row.needed(halves[0] ?? '');
  const isFill = kind === 'liquidation' && !isZero(bill.amount) && row.text('filled price') !== '';
  if (isFill && word.includes('long')) return emitFill(row, bill, ['sell', 'long']);
  if (isFill && word.includes('short')) return emitFill(row, bill, ['buy', 'short']);
  const legs = moneyLegs(row, bill);
  if (legs.length === 0) return row.ignored('nothing-moved');
  row.emit({
    ...common(bill),
    kind,
    legs,
    note: action,
    ...(symbol !== '' && { contract: contractId('okx', symbol) }),
  });
}

function moneyLegs(row: TableRow, { asset, feeAsset, profit, fee, after }: OkxBill): readonly Leg[] {
  const own = leg(row.account, asset, profit, 'profit');
  const fees = feeLeg(row.account, feeAsset, fee);
  return feeAsset === asset ? withBalance([...own, ...fees], after) : [...withBalance(own, after), ...fees];
}

function warnOfSum(row: TableRow, { asset, feeAsset, profit, fee, change }: OkxBill): void {
  const parts = feeAsset === asset ? add(profit, fee) : profit;
  if (toText(parts) === toText(change)) return;
  const values = { parts: `${toText(profit)} + ${toText(fee)}`, change: toText(change) };
  row.warn('import/parts-disagree', values);
}

function common({ time, id }: OkxBill): Pick<Draft, 'time' | 'externalId'> {
  return { time, ...(id !== '' && { externalId: id }) };
}
