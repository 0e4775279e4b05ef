import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import type { OpenLot } from '../../../shared/domain/lot.ts';
import { add, isZero } from '../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { ELSEWHERE } from '../events/own-movement.ts';

export interface AccountBalance {
  readonly account: AccountId;
  readonly quantity: Quantity;
}

/** Without what lies elsewhere: nobody knows whether that is still held, or counted in another account already. */
export function heldOf<T extends { readonly account: AccountId }>(all: readonly T[]): readonly T[] {
  return all.filter(({ account }) => account !== ELSEWHERE);
}

/**
 * What is held of each asset in each account: the sum of the legs, and coins that left without a known arrival.
 * Out: balances of zero left out; an asset whose balances are all zero has none.
 */
export function balancesOf(
  events: readonly LedgerEvent[],
  openLots: readonly OpenLot[],
): ReadonlyMap<AssetId, readonly AccountBalance[]> {
  const sums = new Map<AssetId, Map<AccountId, Quantity>>();
  const put = (asset: AssetId, account: AccountId, quantity: Quantity): void => {
    let byAccount = sums.get(asset);
    if (byAccount === undefined) sums.set(asset, (byAccount = new Map<AccountId, Quantity>()));
    byAccount.set(account, add(byAccount.get(account) ?? zeroQuantity, quantity));
  };
  for (const event of events) for (const leg of event.legs) put(leg.asset, leg.account, leg.quantity);
  for (const lot of openLots) if (lot.account === ELSEWHERE) put(lot.asset, ELSEWHERE, lot.quantity);
  return new Map([...sums].map(([asset, byAccount]) => [asset, nonZero(byAccount)]));
}

function nonZero(byAccount: ReadonlyMap<AccountId, Quantity>): readonly AccountBalance[] {
  return [...byAccount]
    .filter(([, quantity]) => !isZero(quantity))
    .map(([account, quantity]) => ({ account, quantity }))
    .sort((a, b) => (a.account < b.account ? -1 : 1));
}
