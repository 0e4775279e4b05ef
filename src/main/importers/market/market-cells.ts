/** Cells of market files: times in three sizes, and numbers that are statistics and not amounts of anybody. */
import { readDecimal } from '../cells/decimals.ts';
import { parseQuantity } from '../../../shared/num/parse.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { instantFromEpochMs, isEpochMs } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { DecimalMark } from '../importer.ts';

const digits = /^\d{9,16}$/u;

/**
 * Seconds, milliseconds or microseconds since 1970, told apart by their size: Binance's spot files count microseconds from
 * 2025 on, its futures files milliseconds. undefined for anything else, such as what a spreadsheet made of it (1.7E+12).
 * Source: binance/binance-public-data, README.
 */
export function epochInstant(cell: string): Instant | undefined {
  if (!digits.test(cell)) return undefined;
  const n = Number(cell);
  const ms = n > 1e14 ? Math.floor(n / 1000) : n > 1e11 ? n : n * 1000;
  return isEpochMs(ms) ? instantFromEpochMs(ms) : undefined;
}

/** Whether a first cell can be a time since 1970: a header cannot. */
export function isEpoch(cell: string | undefined): boolean {
  return cell !== undefined && epochInstant(cell.trim()) !== undefined;
}

/** Whether a first cell counts microseconds. */
export function isMicroseconds(cell: string): boolean {
  return digits.test(cell.trim()) && Number(cell) > 1e14;
}

const long = /^(-?\d+\.\d{18})\d+$/u;

/**
 * A number of a statistic. What vendors print of floats can have more decimals than an exact number keeps; those beyond
 * the 18th are cut, which no amount of the ledger ever is. undefined where the cell is no number.
 */
export function statistic(cell: string, mark: DecimalMark): Quantity | undefined {
  const text = /e/iu.test(cell) ? withoutExponent(cell) : cell;
  const read = readDecimal(text.replace(long, '$1'), mark, parseQuantity);
  return read.ok ? read.value : undefined;
}

/** "1.23e-05" → "0.0000123", digit by digit. */
function withoutExponent(cell: string): string {
  const match = /^(-?)(\d+)(?:\.(\d*))?e([+-]?\d{1,3})$/iu.exec(cell);
  if (match === null) return cell;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const point = whole.length + Number(exponent);
  const all = whole + fraction;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${all}`;
  return `${sign}${all.slice(0, point).padEnd(point, '0')}.${all.slice(point)}0`;
}
