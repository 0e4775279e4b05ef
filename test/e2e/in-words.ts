/** Figures as the screens write them, derived here once more and plainly: two decimals, groups of three, a real minus. */
import type { Decimal } from 'decimal.js';

/** $1,234.50 */
export function dollars(value: Decimal): string {
  return `${value.isNegative() && !value.isZero() ? '−' : ''}$${grouped(value.abs().toFixed(2))}`;
}

/** +$1,234.50, −$1,234.50 or $0.00 */
export function gain(value: Decimal): string {
  return value.toDecimalPlaces(2).gt(0) ? `+${dollars(value)}` : dollars(value);
}

/** 1,234.50 USDT, signed */
export function tether(value: Decimal): string {
  return `${gain(value).replace('$', '')} USDT`;
}

/** At most eight decimals, none of them an idle zero. */
export function quantity(value: Decimal): string {
  return `${value.isNegative() ? '−' : ''}${grouped(value.abs().toDecimalPlaces(8).toFixed())}`;
}

/** 65.04% */
export function percent(value: Decimal, decimals: number): string {
  return `${value.times(100).toDecimalPlaces(decimals).toFixed()}%`;
}

/** 49.9/50.1: two shares that make a whole. */
export function split(share: Decimal): string {
  const [first, second] = [share, share.minus(1).negated()].map((part) => percent(part, 1).replace('%', ''));
  return `${first}/${second}`;
}

export function count(value: number): string {
  return grouped(String(value));
}

function grouped(plain: string): string {
  const [whole = '', fraction] = plain.split('.');
  const groups = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}
