/** Signed legs of mapped rows: fees and funding by the sign that the mapping says, amounts without the fee inside them. */
import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { Leg, LegRole } from '../../../shared/domain/event.ts';
import type { MappingProfile } from '../../../shared/domain/mapping-profile.ts';
import { isNegative, isZero, negate, subtract } from '../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { Amount, MappedCells } from './mapped-cells.ts';

export function legOf(account: AccountId, { asset, quantity }: Amount, role: LegRole): Leg {
  return { account, asset, quantity, role };
}

export function moved(legs: readonly Leg[]): readonly Leg[] {
  return legs.filter(({ quantity }) => !isZero(quantity));
}

/** What the fee did to the balance: below zero a cost. null where there is none. */
export function feeChange(
  cells: MappedCells,
  { fees }: MappingProfile,
  time: Instant,
  otherwise: AssetId | undefined,
): Amount | null | undefined {
  const fee = cells.amount('fee', 'fee-asset', time, otherwise);
  if (fee === null || fee === undefined) return fee;
  return fees.sign === 'negative-is-cost' ? fee : { ...fee, quantity: negate(fee.quantity) };
}

/** A fee's leg: a cost, or a rebate where it came in. */
export function feeLegs(account: AccountId, change: Amount | null): readonly Leg[] {
  if (change === null) return [];
  return [legOf(account, change, isNegative(change.quantity) ? 'fee' : 'rebate')];
}

/** What the funding did to the balance. */
export function fundingChange(
  cells: MappedCells,
  { funding }: MappingProfile,
  time: Instant,
  otherwise: AssetId | undefined,
): Amount | null | undefined {
  const paid = cells.amount('funding', 'profit-asset', time, otherwise);
  if (paid === null || paid === undefined) return paid;
  return funding === 'positive-is-paid' ? { ...paid, quantity: negate(paid.quantity) } : paid;
}

/** What moved without the fee, where the amount that is stated holds it. */
export function withoutFee(
  amount: Amount,
  fee: Amount | null,
  { fees }: MappingProfile,
): { readonly asset: AssetId; readonly quantity: Quantity } {
  if (fees.inside !== true || fee === null || fee.asset !== amount.asset) return amount;
  return { ...amount, quantity: subtract(amount.quantity, fee.quantity) };
}
