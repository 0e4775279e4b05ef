/** Binance writes markets without a separator ("BTCUSDT"): which coin is traded, and for what. */

export interface Pair {
  readonly base: string;
  readonly quote: string;
}

/**
 * What markets were ever quoted in, the longer first where one ends in another (BUSD before USD, FDUSD before USD).
 * Source: Binance exchange information, and the lists of BittyTax and everytrade.
 */
const quotes = [
  'USDT',
  'BUSD',
  'FDUSD',
  'TUSD',
  'USDC',
  'USDP',
  'USDS',
  'BKRW',
  'BIDR',
  'IDRT',
  'BVND',
  'GYEN',
  'EURI',
  'USD1',
  'RLUSD',
  'DAI',
  'PAX',
  'UST',
  'VAI',
  'BNB',
  'BTC',
  'ETH',
  'XRP',
  'XMR',
  'TRX',
  'DOT',
  'DOGE',
  'SOL',
  'EUR',
  'GBP',
  'AUD',
  'BRL',
  'RUB',
  'TRY',
  'UAH',
  'NGN',
  'ZAR',
  'PLN',
  'RON',
  'ARS',
  'CZK',
  'MXN',
  'COP',
  'JPY',
  'USD',
] as const;

/** All that were ever quoted in AEUR: any other name that ends in it is of a coin on A (ADAEUR, LUNAEUR). */
const inAeur: ReadonlySet<string> = new Set(['BTCAEUR', 'ETHAEUR', 'EURAEUR']);

/** The last part is what pays. In: `quoteUnit`, the unit of the amount cell where the row has one. */
export function splitPair(pair: string, quoteUnit: string): Pair | null {
  if (quoteUnit !== '') return splitAt(pair, quoteUnit);
  if (inAeur.has(pair)) return splitAt(pair, 'AEUR');
  for (const quote of quotes) {
    const split = splitAt(pair, quote);
    if (split !== null) return split;
  }
  return null;
}

function splitAt(pair: string, quote: string): Pair | null {
  if (pair.length <= quote.length || !pair.endsWith(quote)) return null;
  return { base: pair.slice(0, -quote.length), quote };
}

/** The quote coin of a linear futures symbol ("BTCUSDT", "ETHUSDC_261225"); null where it is none. */
export function linearQuote(symbol: string): string | null {
  const market = symbol.replace(/_\d{6}$/u, '');
  return (
    ['USDT', 'USDC', 'BUSD', 'FDUSD', 'USD1', 'BNFCR'].find((quote) => splitAt(market, quote) !== null) ??
    null
  );
}

/** Whether a futures symbol is coin-margined ("BTCUSD_PERP", "ETHUSD_261225"). */
export function isCoinMargined(symbol: string): boolean {
  return /USD_(?:PERP|\d{6})$/u.test(symbol);
}
