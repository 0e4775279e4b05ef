import { assetClass, assetId } from './asset.ts';
import type { AssetId } from './asset.ts';
import type { EventKind, Side } from './event.ts';

const dollar = assetId('USD');
const moneyByAsset = new Map<AssetId, boolean>();

/** Whether an asset is what one pays with: fiat or a stablecoin. */
function isMoney(asset: AssetId): boolean {
  let known = moneyByAsset.get(asset);
  if (known === undefined) {
    known = assetClass(asset, dollar) !== 'coin';
    moneyByAsset.set(asset, known);
  }
  return known;
}

/** Coins for money is a buy, money for coins a sell, coin for coin a swap; between two moneys the side decides. */
export function tradeKind(received: AssetId, given: AssetId, side: Side): EventKind {
  if (isMoney(given)) return isMoney(received) ? side : 'buy';
  return isMoney(received) ? 'sell' : 'swap';
}
