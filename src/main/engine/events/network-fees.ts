import type { AssetId } from '../../../shared/domain/asset.ts';
import { assetId } from '../../../shared/domain/asset.ts';
import { quantity } from '../../../shared/num/parse.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';

/**
 * What exchanges at most take for sending a coin, in the coin, where they state no fee: the dear end of the flat
 * withdrawal fees that large exchanges have published since 2017, rounded up. They only serve to recognise a move whose
 * flat fee is more than a few per cent of it; no figure is computed from them.
 */
const mostTaken: readonly (readonly [coin: string, fee: string])[] = [
  ['BTC', '0.0005'],
  ['ETH', '0.01'],
  ['SOL', '0.02'],
  ['XRP', '2'],
  ['LTC', '0.01'],
  ['BCH', '0.002'],
  ['BNB', '0.005'],
  ['ADA', '2'],
  ['DOGE', '5'],
  ['DOT', '0.2'],
  ['AVAX', '0.05'],
  ['ATOM', '0.05'],
  ['TRX', '5'],
  ['XLM', '0.1'],
];

const byCoin: ReadonlyMap<AssetId, Quantity> = new Map(
  mostTaken.map(([coin, fee]) => [assetId(coin), quantity(fee)]),
);

/** The largest flat network fee that is plausible for a coin; zero where none is known. */
export function mostNetworkFee(coin: AssetId): Quantity {
  return byCoin.get(coin) ?? zeroQuantity;
}
