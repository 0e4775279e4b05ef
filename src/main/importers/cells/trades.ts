/** What every importer of trades decides the same way. */
import type { AccountId } from '../../../shared/domain/account.ts';
import { assetClass, assetId, type AssetId } from '../../../shared/domain/asset.ts';
import type { EventKind, Leg, LegRole, Side } from '../../../shared/domain/event.ts';
import { isZero, negate } from '../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../shared/num/types.ts';

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

/** A leg that left the account: the quantity's negative. */
export function out(account: AccountId, asset: AssetId, quantity: Quantity, role: LegRole): Leg {
  return { account, asset, quantity: negate(quantity), role };
}

/** The legs of a trade; the fee's only where there was one. */
export function tradeLegs(
  account: AccountId,
  received: { readonly asset: AssetId; readonly quantity: Quantity },
  given: { readonly asset: AssetId; readonly quantity: Quantity },
  fee: { readonly asset: AssetId; readonly quantity: Quantity } | null,
): readonly Leg[] {
  const legs: Leg[] = [
    { account, asset: received.asset, quantity: received.quantity, role: 'principal' },
    out(account, given.asset, given.quantity, 'principal'),
  ];
  if (fee !== null && !isZero(fee.quantity)) legs.push(out(account, fee.asset, fee.quantity, 'fee'));
  return legs;
}
