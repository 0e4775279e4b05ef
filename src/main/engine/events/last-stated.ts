import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import { add, subtract } from '../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import type { Quantity } from '../../../shared/num/types.ts';

/** A row that states what an account holds of an asset after it, and what it changed. */
export interface StatedAfter {
  readonly event: LedgerEvent;
  readonly stated: Quantity;
  readonly change: Quantity;
}

/** What a row states of one account and asset; undefined where it states nothing. Fees of the row are in its change. */
export function statedAfter(event: LedgerEvent, account: AccountId, asset: AssetId): StatedAfter | undefined {
  let change = zeroQuantity;
  let stated: Quantity | undefined;
  for (const leg of event.legs) {
    if (leg.account !== account || leg.asset !== asset) continue;
    change = add(change, leg.quantity);
    stated = leg.balanceAfter ?? stated;
  }
  return stated === undefined ? undefined : { event, stated, change };
}

/**
 * Which of several balances stands at the end of a moment: the one that no other row begins with. Rows of one moment come
 * in an order of our own, so their place says nothing. The last given where that leaves none, or several.
 */
export function lastStated(rows: readonly StatedAfter[]): StatedAfter | undefined {
  if (rows.length < 2) return rows[0];
  const begins = new Set(rows.map(({ stated, change }) => subtract(stated, change)));
  const ends = rows.filter(({ stated }) => !begins.has(stated));
  return ends.length === 1 ? ends[0] : rows.at(-1);
}
