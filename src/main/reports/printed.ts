import { toText } from '../../shared/num/format.ts';
import { roundTo } from '../../shared/num/rounding.ts';
import type { Money, Quantity } from '../../shared/num/types.ts';
import type { ColumnKind, ReportCell } from './report-document.ts';

/** Rounds: to cents, half to even, with both decimals: "1234.50". What rounds to nothing has no sign. */
export function centsText(amount: Money): string {
  const text = toText(roundTo(amount, 2, 'half-even'));
  const point = text.indexOf('.');
  return point < 0 ? `${text}.00` : text.padEnd(point + 3, '0');
}

/** Decimals of a printed quantity: those of a bitcoin. */
const QUANTITY_DECIMALS = 8;

/** A cell as it is printed: money in cents, quantities with up to eight decimals; null where there is nothing to say. */
export function printed({ value }: ReportCell, kind: ColumnKind): string | null {
  if (value === null) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return kind === 'money'
    ? centsText(value as Money)
    : toText(roundTo(value as Quantity, QUANTITY_DECIMALS, 'half-even'));
}

/** The exact figure of a cell where printing rounded it; else undefined. */
export function exactOf({ value }: ReportCell, kind: ColumnKind): string | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'number') return undefined;
  const exact = toText(value);
  return decimalsOf(exact) > (kind === 'money' ? 2 : QUANTITY_DECIMALS) ? exact : undefined;
}

function decimalsOf(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}
