import type { Pair } from '../binance-pairs.ts';

/** BTC/USDT, BTC-USDT, BTC_USDT; null where nothing parts the coins. */
export function slashPair(symbol: string): Pair | null {
  const [base = '', quote = '', ...rest] = symbol.toUpperCase().split(/[_/-]/u);
  return base === '' || quote === '' || rest.length > 0 ? null : { base, quote };
}
