import { quantity } from '../../../../shared/num/parse.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import type { Price } from '../../../../shared/num/types.ts';
import { moneyText } from '../../words.ts';

const ONE = quantity('1');

/** "at 50,000.00 USD": the price that is assumed for a step. */
export function priceWords(price: Price, currency: string): string {
  return `at ${moneyText(valueOf(ONE, price, 'half-even'), currency)}`;
}
