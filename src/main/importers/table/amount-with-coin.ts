/** "124.60184573 BUSD": an amount with its coin behind a blank. */
import type { Quantity } from '../../../shared/num/types.ts';
import { splitAmount } from '../cells/amounts.ts';
import { isBlank } from '../cells/decimals.ts';
import type { Read } from '../cells/row-cells.ts';
import type { TableRow } from './table-row.ts';

export interface CoinAmount extends Read<Quantity> {
  readonly coin: string;
}

/**
 * The amount of a cell. In: `coin`, of a cell that names none. Errors: `import/missing-value` where neither does, and
 * those of numbers. The coin may begin with a digit ("5.1 1INCH").
 */
export function amountWithCoin(row: TableRow, column: string, coin = ''): CoinAmount | undefined {
  const cell = row.needed(column);
  const { number, unit } = splitAmount(cell, cell.slice(cell.lastIndexOf(' ') + 1));
  const named = unit === '' || isBlank(unit) ? coin : unit;
  // Also catches a minus: such cells hold amounts without a sign.
  const read = number.startsWith('-') ? row.positiveOf(number, column) : row.quantityOf(number, column);
  if (named === '') row.error('import/missing-value', { column: `${column} (coin)` }, column);
  return read === undefined || named === '' ? undefined : { ...read, coin: named };
}
