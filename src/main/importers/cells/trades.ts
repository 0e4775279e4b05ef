/** What every importer of trades decides the same way. */
import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { Leg, LegRole } from '../../../shared/domain/event.ts';
import { isZero, negate } from '../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../shared/num/types.ts';

export { tradeKind } from '../../../shared/domain/trade-kind.ts';

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
