/** Legs as rows of tables state them: only those that moved something, each with its sign. */
import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { Leg, LegRole } from '../../../shared/domain/event.ts';
import { isNegative, isZero, negate } from '../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../shared/num/types.ts';

/** One leg, or none where nothing moved. In: `quantity` with its sign; `after`, the balance that the file states. */
export function leg(
  account: AccountId,
  asset: AssetId,
  quantity: Quantity,
  role: LegRole = 'principal',
  after?: Quantity,
): readonly Leg[] {
  if (isZero(quantity)) return [];
  return [{ account, asset, quantity, role, ...(after !== undefined && { balanceAfter: after }) }];
}

/** A fee's leg. In: `change`, what the fee did to the balance: below zero a cost, above it a rebate. */
export function feeLeg(
  account: AccountId,
  asset: AssetId,
  change: Quantity,
  after?: Quantity,
): readonly Leg[] {
  return leg(account, asset, change, isNegative(change) ? 'fee' : 'rebate', after);
}

/** As `feeLeg`, of sources that write what was paid as a positive number. */
export function costLeg(account: AccountId, asset: AssetId, cost: Quantity): readonly Leg[] {
  return feeLeg(account, asset, negate(cost));
}
