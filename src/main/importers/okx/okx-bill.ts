/** A row of OKX's trading history, whatever it is of. */
import type { AssetId } from '../../../shared/domain/asset.ts';
import { subtract } from '../../../shared/num/arithmetic.ts';
import { zeroQuantity, type Quantity } from '../../../shared/num/types.ts';
import { epochMs, type Instant } from '../../../shared/time/instant.ts';
import { isBlank } from '../cells/decimals.ts';
import type { TableRow } from '../table/table-row.ts';

export interface OkxBill {
  readonly time: Instant;
  readonly asset: AssetId;
  readonly feeAsset: AssetId;
  readonly symbol: string;
  readonly tradeType: string;
  readonly action: string;
  readonly amount: Quantity;
  readonly profit: Quantity;
  /** Below zero: paid. */
  readonly fee: Quantity;
  /** Net of the fee. */
  readonly change: Quantity;
  readonly after: Quantity | undefined;
  readonly id: string;
  readonly order: string;
}

/** Types of trade that are of contracts. */
export const okxDerivatives: ReadonlySet<string> = new Set(['perpetual', 'swap', 'futures']);

export function readBill(row: TableRow): OkxBill | undefined {
  const time = row.time();
  const tradeType = row.needed('trade type');
  const unit = row.needed(row.variant === '2021' ? 'trading unit 2' : 'balance unit');
  const feeUnit = row.text('fee unit');
  const amount = row.quantity('amount');
  // Spot rows may leave it out.
  const isDerivative = okxDerivatives.has(tradeType.toLowerCase());
  const profit = isDerivative ? row.stated('pnl') : row.quantity('pnl');
  const fee = row.quantity('fee');
  const change = row.stated('balance change');
  const after = row.optional('balance');
  if (!row.isGood || !time || !amount || !profit || !fee || !change) return undefined;
  const asset = row.asset(unit, time);
  return {
    time,
    asset,
    feeAsset: isBlank(feeUnit) ? asset : row.asset(feeUnit, time),
    symbol: row.text('symbol'),
    tradeType,
    action: row.text('action'),
    amount: amount.value,
    profit: profit.value,
    fee: fee.value,
    change: change.value,
    after,
    id: row.text('id'),
    order: row.text('order id'),
  };
}

/** What moved besides the fee. */
export function grossOf({ change, fee, asset, feeAsset }: OkxBill): Quantity {
  return subtract(change, feeAsset === asset ? fee : zeroQuantity);
}

/** What the rows of one order share. Excel writes ids as 3.56E+18: then only the second is left. */
export function orderGroup(row: TableRow, { order, time, symbol }: OkxBill): string {
  if (/^\d+$/u.test(order) && order !== '0') return order;
  if (order !== '' && order !== '0') row.warn('import/id-rounded', { id: order }, 'order id');
  return `${epochMs(time)}|${symbol}`;
}
