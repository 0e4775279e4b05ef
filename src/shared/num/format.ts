import { decimalsKept } from './scale.ts';
import type { Exact } from './types.ts';
import { unitsOf } from './units.ts';

/**
 * The canonical decimal text of an exact number: what the ledger stores and the contract carries.
 * No exponent, no trailing zeros, no plus sign; zero is `0`. Parsing it gives the number back.
 */
export function toText(x: Exact): string {
  const units = unitsOf(x);
  if (units === 0n) return '0';
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(decimalsKept + 1, '0');
  const pointAt = digits.length - decimalsKept;

  let end = digits.length;
  while (end > pointAt && digits.charCodeAt(end - 1) === 48) end--;

  const whole = digits.slice(0, pointAt);
  const text = end === pointAt ? whole : `${whole}.${digits.slice(pointAt, end)}`;
  return negative ? `-${text}` : text;
}
