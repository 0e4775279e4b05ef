/** BitMEX counts in the smallest unit of a coin: XBt is a hundred-millionth bitcoin, USDt a millionth dollar. */
import { rate } from '../../../shared/num/parse.ts';
import { quantityTimes } from '../../../shared/num/products.ts';
import type { Quantity, Rate } from '../../../shared/num/types.ts';
import type { TableRow } from '../table/table-row.ts';

export interface Unit {
  readonly ticker: string;
  readonly size: Rate;
}

const bitcoin: Unit = { ticker: 'XBT', size: rate('0.00000001') };
const tether: Unit = { ticker: 'USDT', size: rate('0.000001') };

/** null for a unit that nobody knows. */
export function unitOf(currency: string): Unit | null {
  if (currency === '' || /^xbt$/iu.test(currency)) return bitcoin;
  return /^usdt$/iu.test(currency) ? tether : null;
}

/** What a contract is settled in: by its name, dollars where it ends so, else bitcoin. */
export function unitOfSymbol(symbol: string): Unit {
  return /USDT$/iu.test(symbol) ? tether : bitcoin;
}

/** A count of units as coins: exact, for counts are whole. In: `isNeeded`, where nothing and zero are not the same. */
export function coins(row: TableRow, column: string, { size }: Unit, isNeeded = false): Quantity | undefined {
  const count = isNeeded ? row.stated(column) : row.quantity(column);
  return count === undefined ? undefined : quantityTimes(count.value, size, 'half-even');
}
