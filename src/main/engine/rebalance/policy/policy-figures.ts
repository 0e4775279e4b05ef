/** Figures as a policy's sentences write them: exact, so that they can be read back. */
import { toText } from '../../../../shared/num/format.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { rateTimes } from '../../../../shared/num/products.ts';
import type { Money, Price, Rate } from '../../../../shared/num/types.ts';

const HUNDRED = rate('100');

/** "12.5" for an eighth: exact, without a sign of per cent. */
export function exactPercent(share: Rate): string {
  return toText(rateTimes(share, HUNDRED, 'half-even'));
}

/** "10 points", "1 point". */
export function exactPoints(share: Rate): string {
  const number = exactPercent(share);
  return `${number} ${number === '1' ? 'point' : 'points'}`;
}

/** "2 000.5": exact, thousands apart. */
export function exactAmount(amount: Money | Price): string {
  const [whole = '0', decimals] = toText(amount).split('.');
  const thousands = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ' ');
  return decimals === undefined ? thousands : `${thousands}.${decimals}`;
}
