import { toText } from '../../shared/num/format.ts';
import { roundTo } from '../../shared/num/rounding.ts';
import type { Money } from '../../shared/num/types.ts';
import type { ColumnKind, ReportCell } from './report-document.ts';

/** Rounds: to cents, half to even, with both decimals: "1234.50". What rounds to nothing has no sign. */
export function centsText(amount: Money): string {
  const text = toText(roundTo(amount, 2, 'half-even'));
  const point = text.indexOf('.');
  return point < 0 ? `${text}.00` : text.padEnd(point + 3, '0');
}

/** A cell as it is printed; null where there is nothing to say. Quantities keep all their decimals. */
export function printed({ value }: ReportCell, kind: ColumnKind): string | null {
  if (value === null) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return kind === 'money' ? centsText(value as Money) : toText(value);
}

/** The exact figure of a cell where printing rounded it away; else undefined. */
export function exactOf({ value }: ReportCell, kind: ColumnKind): string | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'number' || kind !== 'money')
    return undefined;
  const exact = toText(value);
  return decimalsOf(exact) > 2 ? exact : undefined;
}

function decimalsOf(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}
