/** Rows of OKX's trading history that are no derivatives: halves of spot fills, moves to and from the funding account. */
import { isNegative, isZero } from '../../../shared/num/arithmetic.ts';
import { feeLeg, leg, withBalance } from '../table/legs.ts';
import type { TableRow } from '../table/table-row.ts';
import { grossOf, type OkxBill, orderGroup } from './okx-bill.ts';

const halves: ReadonlySet<string> = new Set(['buy', 'sell']);

export function emitOkxSpotHalf(row: TableRow, bill: OkxBill): void {
  const { time, asset, feeAsset, fee, action, symbol, after, id } = bill;
  const isHalf = halves.has(action.toLowerCase());
  if (!isHalf) row.warn('import/unknown-type', { type: `${bill.tradeType} ${action}` }, action);
  const own = leg(row.account, asset, grossOf(bill));
  const fees = feeLeg(row.account, feeAsset, fee);
  row.emitMoved({
    time,
    kind: 'balance-change',
    legs: feeAsset === asset ? withBalance([...own, ...fees], after) : [...withBalance(own, after), ...fees],
    note: isHalf ? `One side of a spot trade of ${symbol}.` : `${action} ${symbol}`,
    ...(isHalf && {
      part: { assembly: 'group', group: orderGroup(row, bill), operation: `${action} ${symbol}` },
    }),
    ...(id !== '' && { externalId: id }),
  });
}

/** The other side is in the funding account; Amount is zero, Balance Change is what moved. */
export function emitOkxMove(row: TableRow, { time, asset, change, action, after, id }: OkxBill): void {
  if (isZero(change)) return row.ignored('nothing-moved');
  row.emit({
    time,
    kind: isNegative(change) ? 'withdrawal' : 'deposit',
    legs: withBalance(leg(row.account, asset, change), after),
    note: `${action}: the other side is another account at OKX.`,
    ...(id !== '' && { externalId: id }),
  });
}
