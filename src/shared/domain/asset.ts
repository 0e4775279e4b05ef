/** A ticker in upper case, as the user's exchanges write it ("BTC"). Meaning is fixed per ledger by the importer that read it. */
export type AssetId = string & { readonly __id: 'asset' };

/** Trusts its caller: importers normalise tickers before they call it. */
export function assetId(ticker: string): AssetId {
  return ticker.toUpperCase() as AssetId;
}

/**
 * How an asset is treated when value and gains are computed.
 * `currency`: the reporting currency itself. `stablecoin`: valued at par with it unless a price is known, by the
 * stated assumption "stablecoins at par". `fiat`: needs an exchange rate. `coin`: property with lots.
 */
export type AssetClass = 'currency' | 'stablecoin' | 'fiat' | 'coin';

const STABLECOINS: ReadonlySet<string> = new Set([
  'USDT',
  'USDC',
  'BUSD',
  'FDUSD',
  'TUSD',
  'DAI',
  'USDP',
  'PYUSD',
  'GUSD',
  'RLUSD',
  'BFUSD',
]);
/** Moneys of states, by ISO 4217. RON is left out: exchanges mean the coin Ronin by it. */
const FIAT: ReadonlySet<string> = new Set([
  'USD',
  'EUR',
  'GBP',
  'CHF',
  'JPY',
  'CAD',
  'AUD',
  'NZD',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CZK',
  'BRL',
  'TRY',
  'INR',
  'SGD',
  'HKD',
  'UAH',
  'VND',
  'NGN',
  'RUB',
  'ARS',
  'MXN',
  'ZAR',
  'THB',
  'PHP',
  'IDR',
  'KRW',
  'TWD',
  'CNY',
  'AED',
  'HUF',
  'KZT',
  'COP',
  'CLP',
  'PEN',
  'ILS',
  'MYR',
  'SAR',
  'ISK',
  'BGN',
]);

/** The class of an asset for a reporter in `currency` ("USD"). Stablecoins of other currencies are not known here yet. */
export function assetClass(asset: AssetId, currency: AssetId): AssetClass {
  if (asset === currency) return 'currency';
  if (FIAT.has(asset)) return 'fiat';
  if (STABLECOINS.has(asset) && currency === 'USD') return 'stablecoin';
  return 'coin';
}
