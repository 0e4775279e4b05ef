/** The money of a Coinbase row: what a trade was paid in or brought, its fee apart. */
import type { AssetId } from '../../shared/domain/asset.ts';
import { assetId } from '../../shared/domain/asset.ts';
import {
  absolute,
  add,
  clampToZero,
  compare,
  isNegative,
  isZero,
  negate,
  subtract,
} from '../../shared/num/arithmetic.ts';
import { toText } from '../../shared/num/format.ts';
import { quantity, rate } from '../../shared/num/parse.ts';
import { quantityTimes, ratio } from '../../shared/num/products.ts';
import { type Quantity, zeroQuantity } from '../../shared/num/types.ts';
import { type NotedPayment, paidWith } from './coinbase-notes.ts';
import type { CoinbaseRow } from './coinbase-row.ts';

export type Side = 'buy' | 'sell';

export interface TradeAmounts {
  readonly asset: AssetId;
  /** Gross of the fee. */
  readonly principal: Quantity;
  /** Below zero: given back. */
  readonly fee: Quantity;
  /** Whether the trade was in the currency of the report's columns. */
  readonly isInReport: boolean;
}

/** Subtotal, total and fee of a trade; what the row leaves out follows from the other two. */
export interface Columns {
  readonly subtotal: Quantity;
  readonly total: Quantity;
  readonly fee: Quantity;
  /** Whether the three fit, where all are there. */
  readonly doFit: boolean;
}

/** What a row says about money, without a sign; nothing where it says nothing. */
export function sizeOf(stated: Quantity | null): Quantity {
  return stated === null ? zeroQuantity : absolute(stated);
}

/** Columns are rounded to cents, each by itself. */
const nearCents = quantity('0.02');

/**
 * Buy: total = subtotal + fees; sell: total = subtotal − fees. null where fewer than two of the three are there.
 * Signs: older files state money without, newer ones some with the sign of the row; a fee against it was given back.
 */
export function columnsOf({ subtotal, total, fees }: CoinbaseRow, side: Side): Columns | null {
  const [first, sum] = [
    subtotal === null ? null : absolute(subtotal),
    total === null ? null : absolute(total),
  ];
  const isFlipped = isNegative(subtotal ?? zeroQuantity) || isNegative(total ?? zeroQuantity);
  const stated = fees === null || !isFlipped ? fees : negate(fees);
  const costs = side === 'buy' ? (fee: Quantity): Quantity => fee : negate<Quantity>;
  if (first !== null && sum !== null) {
    const difference = costs(subtract(sum, first));
    if (stated === null) return { subtotal: first, total: sum, fee: difference, doFit: true };
    const fee = [stated, negate(stated)].find((one) => isNear(one, difference));
    return { subtotal: first, total: sum, fee: fee ?? stated, doFit: fee !== undefined };
  }
  if (stated === null) return null;
  if (first !== null) return { subtotal: first, total: add(first, costs(stated)), fee: stated, doFit: true };
  if (sum === null) return null;
  return { subtotal: clampToZero(subtract(sum, costs(stated))), total: sum, fee: stated, doFit: true };
}

function isNear(a: Quantity, b: Quantity): boolean {
  return compare(absolute(subtract(a, b)), nearCents) <= 0;
}

/**
 * The money side of a buy or sell. Columns count in the report's currency; what an Advanced Trade was really paid in
 * stands in the note, with the fee inside. The sum of principal and fee is always what the row or note states in all.
 * null where neither says it. Rounds: a fee that only the columns state is converted, half-even to 18 decimals.
 */
export function tradeAmounts(read: CoinbaseRow, columns: Columns | null, side: Side): TradeAmounts | null {
  const noted = paidWith(read.notes, { quantity: read.quantity, worth: worthOf(read) });
  if (columns !== null && (noted === null || noted.asset === read.currency))
    return { asset: read.currency, principal: columns.subtotal, fee: columns.fee, isInReport: true };
  if (noted === null) return null;
  const fee = notedFee(read, columns, noted, side);
  const principal = side === 'buy' ? subtract(noted.quantity, fee) : add(noted.quantity, fee);
  return { asset: assetId(noted.asset), principal, fee, isInReport: noted.asset === read.currency };
}

/** About what a row is worth in the report's currency; null where it does not say. */
export function worthOf({ subtotal, total }: Pick<CoinbaseRow, 'subtotal' | 'total'>): Quantity | null {
  const stated = sizeOf(total ?? subtotal);
  return isZero(stated) ? null : stated;
}

function notedFee(
  { quantity: size }: CoinbaseRow,
  columns: Columns | null,
  noted: NotedPayment,
  side: Side,
): Quantity {
  if (columns !== null && (isZero(columns.fee) || isZero(columns.total))) return zeroQuantity;
  if (noted.price !== null) {
    const gross = quantityTimes(size, rate(toText(noted.price)), 'half-even');
    const fee = side === 'buy' ? subtract(noted.quantity, gross) : subtract(gross, noted.quantity);
    return columns !== null && isNegative(columns.fee) ? fee : clampToZero(fee);
  }
  if (columns === null) return zeroQuantity;
  return quantityTimes(noted.quantity, ratio(columns.fee, columns.total, 'half-even'), 'half-even');
}
