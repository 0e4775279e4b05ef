/** Kraken's codes of coins and markets. */
import { assetClass, assetId, type AssetId } from '../../../shared/domain/asset.ts';

/** Staked, bonded or held: another pocket of the account, the same coin. The digits are days or weeks of bonding. */
const pocket = /^([A-Z0-9]+?)(?:03|04|07|14|21|28)?\.(?:S|M|P|F|B|HOLD)$/u;

export interface KrakenCode {
  readonly ticker: string;
  /** Whether it is in a pocket of its own ("SOL03.S"), with a balance of its own. */
  readonly isPocket: boolean;
}

export function krakenCode(code: string): KrakenCode {
  const upper = code.toUpperCase();
  if (!upper.includes('.')) return { ticker: upper, isPocket: false };
  const match = pocket.exec(upper);
  return match === null ? { ticker: upper, isPocket: false } : { ticker: match[1] ?? upper, isPocket: true };
}

/** What markets were ever quoted in, the longer first where one ends in another. Source: Kraken's asset pairs. */
const quotes = [
  'PYUSD',
  'RLUSD',
  'USDT',
  'USDC',
  'USDG',
  'XXBT',
  'XETH',
  'ZEUR',
  'ZUSD',
  'ZGBP',
  'ZCAD',
  'ZJPY',
  'ZAUD',
  'ZKRW',
  'EURC',
  'EURT',
  'EURQ',
  'EURR',
  'USDQ',
  'USDR',
  'DAI',
  'XBT',
  'ETH',
  'EUR',
  'USD',
  'GBP',
  'CAD',
  'JPY',
  'AUD',
  'CHF',
  'AED',
  'DOT',
] as const;

export interface KrakenMarket {
  readonly base: AssetId;
  readonly quote: AssetId;
}

/**
 * "XXBTZUSD", "XBTUSDT", "BTC/USD"; null where the end is no quote that is known. In: `assetOf`, what a ticker stands for
 * at the time of the trade.
 */
export function krakenMarket(pair: string, assetOf: (ticker: string) => AssetId): KrakenMarket | null {
  const parts = splitPair(pair.toUpperCase());
  if (parts === null) return null;
  return { base: assetOf(krakenCode(parts.base).ticker), quote: assetOf(krakenCode(parts.quote).ticker) };
}

function splitPair(pair: string): { readonly base: string; readonly quote: string } | null {
  const slash = pair.indexOf('/');
  if (slash > 0) return { base: pair.slice(0, slash), quote: pair.slice(slash + 1) };
  const legacy = /^([XZ][A-Z]{3})([XZ][A-Z]{3})$/u.exec(pair);
  if (legacy !== null && quotes.some((quote) => quote === legacy[2]))
    return { base: legacy[1] ?? '', quote: legacy[2] ?? '' };
  const quote = quotes.find((one) => pair.endsWith(one) && splitsWell(pair, one));
  return quote === undefined ? null : { base: pair.slice(0, -quote.length), quote };
}

/** A Z or X before the quote belongs to it only behind an old code: XTZUSD is XTZ, USDTZUSD is USDT. */
function splitsWell(pair: string, quote: string): boolean {
  const base = pair.slice(0, -quote.length);
  const isOldCode = quote.length === 4 && /^[XZ]/u.test(quote);
  return isOldCode ? base === 'USDT' || /^[XZ][A-Z]{3}$/u.test(base) : base.length >= 2;
}

const dollar = assetId('USD');

/** Money is in one place; coins can be in several pockets, each with a balance of its own. */
export function isMoney(asset: AssetId): boolean {
  const found = assetClass(asset, dollar);
  return found === 'currency' || found === 'fiat';
}
