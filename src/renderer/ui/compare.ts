import { quantity } from '../../shared/num/parse.ts';

/** Orders decimal texts by value, exactly; unknown (null) comes last in rising order. */
export function compareDecimal(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const x = quantity(a);
  const y = quantity(b);
  if (x === y) return 0;
  return x < y ? -1 : 1;
}

/** Orders names, dates and other words; unknown comes last in rising order. */
export function compareText(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.localeCompare(b, 'en', { numeric: true });
}
