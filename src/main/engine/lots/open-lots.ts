import type { AccountId } from '../../../shared/domain/account.ts';
import type { OpenLot } from '../../../shared/domain/lot.ts';
import { add, isPositive } from '../../../shared/num/arithmetic.ts';
import { byAcquisition } from './parcel.ts';
import type { Parcel } from './parcel.ts';
import type { Walk } from './walk.ts';

/**
 * What is still held: by asset, account, acquisition. Parts of one lot that reached an account separately are one.
 * Under the universal scope a lot stands with the account that acquired it.
 */
export function openLotsOf(walk: Walk): readonly OpenLot[] {
  const held: { readonly account: AccountId; readonly parcel: Parcel }[] = [];
  for (const { account, pool } of walk.pools.all()) {
    for (const parcel of pool.parcels) {
      if (isPositive(parcel.quantity)) held.push({ account: account ?? parcel.origin.account, parcel });
    }
  }
  held.sort(
    (a, b) =>
      byText(a.parcel.origin.asset, b.parcel.origin.asset) ||
      byText(a.account, b.account) ||
      byAcquisition(a.parcel, b.parcel) ||
      byText(a.parcel.origin.id, b.parcel.origin.id),
  );
  const lots: OpenLot[] = [];
  for (const { account, parcel } of held) {
    const last = lots.at(-1);
    const isPartOfLast = last !== undefined && last.id === parcel.origin.id && last.account === account;
    if (isPartOfLast) lots[lots.length - 1] = joined(last, parcel);
    else lots.push(openLotOf(parcel, account));
  }
  return lots;
}

function openLotOf({ origin, quantity, costBasis }: Parcel, account: AccountId): OpenLot {
  const { id, event, asset, acquired, acquiredDate, longTermFrom, basisUnknown } = origin;
  return {
    id,
    event,
    asset,
    account,
    quantity,
    acquired,
    acquiredDate,
    costBasis,
    longTermFrom,
    basisUnknown,
  };
}

function joined(lot: OpenLot, parcel: Parcel): OpenLot {
  return {
    ...lot,
    quantity: add(lot.quantity, parcel.quantity),
    costBasis: add(lot.costBasis, parcel.costBasis),
  };
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
