import { toText } from '../../../../shared/num/format.ts';
import { roundTo } from '../../../../shared/num/rounding.ts';
import type { Exact, Rate } from '../../../../shared/num/types.ts';

/** Text of what may not be known. */
export function textOrNull(value: Exact | null): string | null {
  return value === null ? null : toText(value);
}

/** Text of a rate that may not be known. */
export function rateText(value: Rate | null): string | null {
  return textOrNull(value);
}

/** "0.0123456" → "1.235 %": for sentences. */
export function percentWords(value: Rate, decimals = 3): string {
  const text = toText(roundTo(value, decimals + 2, 'half-even'));
  return `${shifted(text, 2)} %`;
}

/** Decimal text with its point moved to the right. */
function shifted(text: string, places: number): string {
  const sign = text.startsWith('-') ? '-' : '';
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const digits = whole + fraction.padEnd(places, '0');
  const point = whole.length + places;
  const left = digits.slice(0, point).replace(/^0+(?=\d)/u, '');
  const right = digits.slice(point).replace(/0+$/u, '');
  return `${sign}${left}${right === '' ? '' : `.${right}`}`;
}

/** To so many decimals, without padding and with commas between thousands: for sentences. */
export function roundedText(value: Exact, decimals: number): string {
  const [whole = '', fraction] = toText(roundTo(value, decimals, 'half-even')).split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
