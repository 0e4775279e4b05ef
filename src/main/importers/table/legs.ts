/** Legs as rows of tables state them: only those that moved something, each with its sign. */
import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { Leg, LegRole } from '../../../shared/domain/event.ts';
import { isNegative, isZero, negate } from '../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../shared/num/types.ts';

/** One leg, or none where nothing moved. In: `quantity` with its sign. */
export function leg(
  account: AccountId,
  asset: AssetId,
  quantity: Quantity,
  role: LegRole = 'principal',
): readonly Leg[] {
  return isZero(quantity) ? [] : [{ account, asset, quantity, role }];
}

/** What a trade brought and what was given for it, both above zero. */
export function tradePrincipals(
  account: AccountId,
  received: { readonly asset: AssetId; readonly quantity: Quantity },
  given: { readonly asset: AssetId; readonly quantity: Quantity },
): readonly Leg[] {
  return [
    ...leg(account, received.asset, received.quantity),
    ...leg(account, given.asset, negate(given.quantity)),
  ];
}

/** A fee's leg. In: `change`, what the fee did to the balance: below zero a cost, above it a rebate. */
export function feeLeg(account: AccountId, asset: AssetId, change: Quantity): readonly Leg[] {
  return leg(account, asset, change, isNegative(change) ? 'fee' : 'rebate');
}

/** As `feeLeg`, of sources that write what was paid as a positive number. */
export function costLeg(account: AccountId, asset: AssetId, cost: Quantity): readonly Leg[] {
  return feeLeg(account, asset, negate(cost));
}

/** The legs of a row in one asset, the last with the balance that the file states after it. */
export function withBalance(legs: readonly Leg[], after: Quantity | undefined): readonly Leg[] {
  const last = legs.at(-1);
  if (after === undefined || last === undefined) return legs;
  return [...legs.slice(0, -1), { ...last, balanceAfter: after }];
}
