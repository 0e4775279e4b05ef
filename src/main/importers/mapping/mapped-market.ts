/** Markets as unknown files write them ("BTC/USDT", "cmt_btcusdt", "BTC-USDT-SWAP") → coin and what pays for it. */
import type { MappingProfile } from '../../../shared/domain/mapping-profile.ts';
import { type Pair, splitPair } from '../binance-pairs.ts';

type Written = MappingProfile['pair'];

/** In capital letters, without what the mapping says stands before it. */
export function symbolOf(text: string, { prefix }: Written): string {
  const isPrefixed = prefix !== '' && text.toLowerCase().startsWith(prefix.toLowerCase());
  return (isPrefixed ? text.slice(prefix.length) : text).toUpperCase();
}

/**
 * null where it cannot be told apart. Behind the second part may stand more ("SWAP", "PERP"). A column may write markets
 * and coins, so that the separator is looked for in every cell: a slash parts coin and money whatever the mapping says.
 */
export function pairOf(text: string, written: Written): Pair | null {
  const symbol = symbolOf(text, written);
  const separator = written.separator.toUpperCase();
  if (separator !== '' && symbol.includes(separator)) return partsOf(symbol, separator);
  if (symbol.includes('/')) return partsOf(symbol, '/');
  if (separator !== '') return null;
  const split = splitPair(symbol, '');
  const base = split?.base.replace(/[-_: ]$/u, '') ?? '';
  return split === null || base === '' ? null : { ...split, base };
}

function partsOf(symbol: string, separator: string): Pair | null {
  const [base = '', quote = ''] = symbol.split(separator).map((part) => part.trim());
  return isCoin(base) && isCoin(quote) && !expiry.test(quote) ? { base, quote } : null;
}

/** "28NOV25" and "251128": when a contract ends, no money. */
const expiry = /^(?:\d{1,2}[A-Z]{3}\d{2,4}|[A-Z]{3}\d{2,4}|\d{4,8})$/u;

/** No coin has a slash in its name: it would be a market. */
export function isCoin(ticker: string): boolean {
  return ticker !== '' && !ticker.includes('/');
}
