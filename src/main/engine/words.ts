/** Figures inside sentences. Screens show figures of their own exactly; a sentence is read, so it rounds. */
import { absolute, isNegative } from '../../shared/num/arithmetic.ts';
import { toText } from '../../shared/num/format.ts';
import { roundTo } from '../../shared/num/rounding.ts';
import type { Money, Price, Quantity, Rate } from '../../shared/num/types.ts';

/** "4,210.35 USD": two decimals, thousands apart. */
export function moneyText(amount: Money, currency: string): string {
  return `${grouped(toText(roundTo(amount, 2, 'half-even')), 2)} ${currency}`;
}

/** "15 %" or "8.25 %": at most two decimals. */
export function percentText(share: Rate): string {
  return `${percentNumber(share)} %`;
}

/** "15": a share as per cent without its sign, at most two decimals. */
export function percentNumber(share: Rate): string {
  const [whole = '0', decimals = ''] = toText(roundTo(share, 4, 'half-even'))
    .replace('-', '')
    .split('.');
  const digits = `${whole}${decimals.padEnd(4, '0')}`.replace(/^0+(?=\d{3})/u, '');
  const number = `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/u, '');
  return isNegative(share) && number !== '0' ? `-${number}` : number;
}

/** "15 points": the distance of two shares. */
export function pointsText(difference: Rate): string {
  const number = percentNumber(absolute(difference));
  return `${number} ${number === '1' ? 'point' : 'points'}`;
}

/** "0.1523 BTC": at most eight decimals. */
export function quantityText(amount: Quantity, asset: string): string {
  return `${grouped(toText(roundTo(amount, 8, 'half-even')), 0)} ${asset}`;
}

/** "1,234.5678": exact, thousands apart. */
export function exactText(amount: Quantity | Price): string {
  return grouped(toText(amount), 0);
}

/** "a", "a and b", "a, b and c". */
export function listText(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

function grouped(text: string, leastDecimals: number): string {
  const [whole = '0', decimals = ''] = text.split('.');
  const thousands = whole.length < 4 ? whole : whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
  const shown = decimals.padEnd(leastDecimals, '0');
  return shown === '' ? thousands : `${thousands}.${shown}`;
}
