/** What a row says that something is worth: read for that alone, so a cell that cannot be read leaves the row out of nothing. */
import { parseQuantity } from '../../../shared/num/parse.ts';
import { isPositive } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import type { Exact, Quantity } from '../../../shared/num/types.ts';
import type { DecimalMark } from '../importer.ts';
import { readDecimal } from './decimals.ts';

export interface StatedWorth {
  readonly value: Quantity;
  /** Whether rounding moves it by at most a hundredth: only then it says what other units are worth, too. */
  readonly isPrecise: boolean;
}

/** Whether a product or quotient is a number that the ledger can hold: a worth that is not is none. */
export function canBeKept(value: Exact): boolean {
  return parseQuantity(toText(value)).ok;
}

/** null where nothing above zero is stated. */
export function statedWorth(cell: string, mark: DecimalMark): StatedWorth | null {
  const read = readDecimal(cell, mark, parseQuantity);
  if (!read.ok || !isPositive(read.value)) return null;
  // Half of the last digit that is written is at most a hundredth of fifty of them.
  const digits = cell.replaceAll(/\D/gu, '');
  return { value: read.value, isPrecise: BigInt(digits === '' ? '0' : digits) >= 50n };
}
