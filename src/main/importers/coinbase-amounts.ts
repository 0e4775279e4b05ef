import type { AssetId } from '../../shared/domain/asset.ts';
import { assetId } from '../../shared/domain/asset.ts';
import { add, clampToZero, isZero, subtract } from '../../shared/num/arithmetic.ts';
import { toText } from '../../shared/num/format.ts';
import { rate } from '../../shared/num/parse.ts';
import { quantityTimes, ratio } from '../../shared/num/products.ts';
import { type Quantity, zeroQuantity } from '../../shared/num/types.ts';
import { type NotedPayment, paidWith } from './coinbase-notes.ts';
import type { CoinbaseRow } from './coinbase-row.ts';

/** What a trade was paid in or brought, its fee apart. */
export interface TradeAmounts {
  readonly asset: AssetId;
  /** Gross of the fee. */
  readonly principal: Quantity;
  readonly fee: Quantity;
  /** Whether the trade was in the currency of the report's columns. */
  readonly isInReport: boolean;
}

/**
 * The money side of a buy or sell. Columns count in the report's currency; what an Advanced Trade was really paid in
 * stands in the note, with the fee inside. The sum of principal and fee is always what the row or note states in all.
 * Rounds: a fee that only the columns state is converted, half-even to 18 decimals.
 */
export function tradeAmounts(read: CoinbaseRow, side: 'buy' | 'sell'): TradeAmounts {
  const noted = paidWith(read.notes);
  if (noted === null || noted.asset === read.currency) {
    const fromTotal =
      side === 'buy' ? clampToZero(subtract(read.total, read.fees)) : add(read.total, read.fees);
    const principal = isZero(read.subtotal) && !isZero(read.total) ? fromTotal : read.subtotal;
    return { asset: read.currency, principal, fee: read.fees, isInReport: true };
  }
  const fee = notedFee(read, noted, side);
  const principal = side === 'buy' ? subtract(noted.quantity, fee) : add(noted.quantity, fee);
  return { asset: assetId(noted.asset), principal, fee, isInReport: false };
}

function notedFee(read: CoinbaseRow, noted: NotedPayment, side: 'buy' | 'sell'): Quantity {
  if (isZero(read.fees) || isZero(read.total)) return zeroQuantity;
  if (noted.price === null)
    return quantityTimes(noted.quantity, ratio(read.fees, read.total, 'half-even'), 'half-even');
  const gross = quantityTimes(read.quantity, rate(toText(noted.price)), 'half-even');
  return clampToZero(side === 'buy' ? subtract(noted.quantity, gross) : subtract(gross, noted.quantity));
}
