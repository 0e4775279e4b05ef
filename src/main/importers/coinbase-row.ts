/** A row of a Coinbase transaction history, told apart into its parts; see coinbase.ts. */
import { assetId, type AssetId } from '../../shared/domain/asset.ts';
import { absolute, isNegative } from '../../shared/num/arithmetic.ts';
import type { Quantity } from '../../shared/num/types.ts';
import { epochMs, type Instant } from '../../shared/time/instant.ts';
import { isBlank } from './cells/decimals.ts';
import type { RowCells } from './cells/row-cells.ts';
import { type StatedWorth, statedWorth } from './cells/stated-worth.ts';
import { type CoinbaseShape, coinbaseType } from './coinbase-types.ts';
import type { Detection, ReadContext, Row } from './importer.ts';

/** A row that was read. Its quantity is without sign. */
export interface CoinbaseRow {
  readonly row: Row;
  readonly time: Instant;
  readonly typeText: string;
  /** One name through all generations. */
  readonly type: string;
  /** null for a type that nobody knows. */
  readonly meaning: CoinbaseShape | null;
  readonly asset: AssetId;
  readonly quantity: Quantity;
  /** null where the generation of the file writes no signs. */
  readonly isOut: boolean | null;
  /** Of subtotal, total and fees. */
  readonly currency: AssetId;
  /** As the row has them, with its signs; null where a cell is blank. */
  readonly subtotal: Quantity | null;
  readonly total: Quantity | null;
  readonly fees: Quantity | null;
  /** Of one coin in that currency; null where it is not stated. */
  readonly price: StatedWorth | null;
  readonly notes: string;
  readonly id: string;
  readonly key: string;
}

/** A function that reads the row which `cells` has taken up; undefined where something is wrong, which is reported. */
export function createRowReading(
  { columns, currency: headerCurrency, variant }: Detection,
  cells: RowCells,
  { tickers, decimalMark }: ReadContext,
): (row: Row) => CoinbaseRow | undefined {
  const isSigned = variant === 'v4' || variant === 'v5';
  const text = (column: string): string => cells.text(columns.get(column));
  const required = (column: string, name: string): string => {
    const found = text(column);
    if (isBlank(found)) cells.error('import/missing-value', { column: name }, name);
    return found;
  };
  const amount = (column: string, name: string): Quantity | null | undefined =>
    isBlank(text(column)) ? null : cells.quantity(text(column), name)?.value;
  return (row) => {
    const time = cells.time(columns.get('timestamp'), 'Timestamp');
    const asset = required('asset', 'Asset').toUpperCase();
    const quantity = cells.quantity(
      required('quantity transacted', 'Quantity Transacted'),
      'Quantity Transacted',
    );
    const [subtotal, total] = [amount('subtotal', 'Subtotal'), amount('total', 'Total')];
    const fees = amount('fees', 'Fees');
    const typeText = required('transaction type', 'Transaction Type');
    const isOut = quantity !== undefined && isNegative(quantity.value);
    if (isOut && !isSigned)
      cells.error('import/negative', { column: 'Quantity Transacted', text: quantity.text });
    // Zero is a number too: only what could not be read is undefined.
    if (!cells.isGood || time === undefined || quantity === undefined) return undefined;
    if (subtotal === undefined || total === undefined || fees === undefined) return undefined;
    const type = coinbaseType(typeText);
    const name = type?.name ?? typeText.toLowerCase();
    return {
      row,
      time,
      typeText,
      type: name,
      meaning: type?.meaning ?? null,
      asset: tickers.asset(asset, time),
      quantity: absolute(quantity.value),
      isOut: isSigned ? isOut : null,
      currency: assetId(headerCurrency ?? text('price currency')),
      subtotal,
      total,
      fees,
      price: statedWorth(text('price at transaction'), decimalMark),
      notes: text('notes'),
      id: text('id'),
      // Without the id: older generations of the same history have none.
      key: `${epochMs(time)}|${name}|${asset}|${isOut ? quantity.text.slice(1) : quantity.text}`,
    };
  };
}
