/** Markets as unknown files write them ("BTC/USDT", "cmt_btcusdt", "BTC-USDT-SWAP") → coin and what pays for it. */
import type { MappingProfile } from '../../../shared/domain/mapping-profile.ts';
import { type Pair, splitPair } from '../binance-pairs.ts';

type Written = MappingProfile['pair'];

/** In capital letters, without what the mapping says stands before it. */
export function symbolOf(text: string, { prefix }: Written): string {
  const isPrefixed = prefix !== '' && text.toLowerCase().startsWith(prefix.toLowerCase());
  return (isPrefixed ? text.slice(prefix.length) : text).toUpperCase();
}

/** null where it cannot be told apart. Behind the second part may stand more ("SWAP", "PERP"). */
export function pairOf(text: string, written: Written): Pair | null {
  const symbol = symbolOf(text, written);
  if (written.separator === '') return splitPair(symbol, '');
  const [base = '', quote = ''] = symbol.split(written.separator.toUpperCase());
  return base === '' || quote === '' ? null : { base, quote };
}
