import type { AssetId } from '../../../../shared/domain/asset.ts';
import { firstWhere } from '../../../../shared/first-where.ts';
import { add, compare, isZero } from '../../../../shared/num/arithmetic.ts';
import { apportion, valueOf } from '../../../../shared/num/products.ts';
import type { Money, Price, Quantity } from '../../../../shared/num/types.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import type { EventId } from '../../../../shared/domain/event.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import type { FuturesResult } from '../position.ts';
import { positionKey } from './leg-fill.ts';
import type { LegContract, LegMoment, LegPosition } from './leg-position.ts';

/** The leg's share of one funding payment of the account's position. */
export interface LegPayment {
  readonly event: EventId;
  readonly time: Instant;
  readonly key: string;
  readonly asset: AssetId;
  readonly quantity: Quantity;
  /** At the asset's price of that time; null where none is known near it. */
  readonly value: Money | null;
  readonly whole: Quantity;
}

/**
 * A leg's share of the funding that its positions were paid: at each payment by the size the leg then held of the size
 * the account held. Rounds half-even to 18 decimals.
 * In: results in ledger order; the price of an asset near a time, null where unknown.
 */
export function legFunding(
  position: LegPosition,
  results: readonly FuturesResult[],
  priceAt: (asset: AssetId, at: Instant) => Price | null,
): readonly LegPayment[] {
  if (position.contracts.length === 0) return [];
  const contracts = new Map(position.contracts.map((one) => [positionKey(one), one]));
  const moments = Map.groupBy(position.moments, ({ key }) => key);
  return results.flatMap((result) => {
    if (result.kind !== 'funding' || result.contract === null || result.held === null) return [];
    const key = positionKey({ ...result, contract: result.contract });
    const contract = contracts.get(key);
    const share = contract === undefined ? null : shareOf(contract, moments.get(key) ?? [], result);
    return share === null ? [] : [paymentOf(result, key, share, priceAt)];
  });
}

/** In: the contract's moments. null where the leg held nothing just then. */
function shareOf(
  contract: LegContract,
  moments: readonly LegMoment[],
  { held, time, asset, quantity }: FuturesResult,
): Quantity | null {
  const last = moments[firstWhere(moments, (moment) => moment.time > time) - 1];
  if (last === undefined || held === null || isZero(last.open.size) || isZero(held.size)) return null;
  if (asset !== contract.spec.settleAsset || last.open.direction !== held.direction) return null;
  return compare<Quantity>(last.open.size, held.size) >= 0
    ? quantity
    : apportion(quantity, last.open.size, held.size, 'half-even');
}

function paymentOf(
  { event, time, asset, quantity: whole }: FuturesResult,
  key: string,
  quantity: Quantity,
  priceAt: (asset: AssetId, at: Instant) => Price | null,
): LegPayment {
  const price = priceAt(asset, time);
  const value = price === null ? null : valueOf(quantity, price, 'half-even');
  return { event, time, key, asset, quantity, value, whole };
}

/** Out: the sum in money is null where one payment has no price. */
export function fundingTotal(payments: readonly LegPayment[]): {
  readonly quantity: Quantity;
  readonly value: Money | null;
} {
  return {
    quantity: payments.reduce<Quantity>((total, one) => add(total, one.quantity), zeroQuantity),
    value: payments.reduce<Money | null>(
      (total, { value }) => (total === null || value === null ? null : add(total, value)),
      zeroMoney,
    ),
  };
}
