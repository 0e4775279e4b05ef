/**
 * Shares of trusts that hold one coin. They are interests in a trust, and stock in the eyes of 26 U.S.C. 1259(e)(2) and, by
 * common reading, securities in the eyes of 1091: the wash-sale and constructive-sale rules cover them today.
 */
import type { AssetId } from '../../../../../../shared/domain/asset.ts';
import { assetId } from '../../../../../../shared/domain/asset.ts';

export interface TrustShare {
  readonly symbol: AssetId;
  readonly coin: AssetId;
  readonly name: string;
}

/** From knowledge, 2026-11-22: by name and ticker as listed in the United States, not read again at each issuer. */
const listed: readonly (readonly [symbol: string, coin: string, name: string])[] = [
  ['IBIT', 'BTC', 'iShares Bitcoin Trust ETF'],
  ['FBTC', 'BTC', 'Fidelity Wise Origin Bitcoin Fund'],
  ['GBTC', 'BTC', 'Grayscale Bitcoin Trust ETF'],
  ['ARKB', 'BTC', 'ARK 21Shares Bitcoin ETF'],
  ['BITB', 'BTC', 'Bitwise Bitcoin ETF'],
  ['HODL', 'BTC', 'VanEck Bitcoin ETF'],
  ['ETHA', 'ETH', 'iShares Ethereum Trust ETF'],
  ['FETH', 'ETH', 'Fidelity Ethereum Fund'],
  ['ETHE', 'ETH', 'Grayscale Ethereum Trust ETF'],
  ['ETHV', 'ETH', 'VanEck Ethereum ETF'],
];

const bySymbol: ReadonlyMap<AssetId, TrustShare> = new Map(
  listed.map(([symbol, coin, name]) => [
    assetId(symbol),
    { symbol: assetId(symbol), coin: assetId(coin), name },
  ]),
);

/** The trust share that an asset is; undefined for coins and everything else. */
export function trustShareOf(asset: AssetId): TrustShare | undefined {
  return bySymbol.get(asset);
}

/** What an asset moves with: the coin itself, or the coin that a trust share stands for. */
export function underlyingOf(asset: AssetId): AssetId {
  return bySymbol.get(asset)?.coin ?? asset;
}
