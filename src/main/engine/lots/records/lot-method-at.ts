import type { AccountId } from '../../../../shared/domain/account.ts';
import type { LotMethod } from '../../../../shared/domain/lot.ts';
import type { StandingOrder } from '../../../../shared/domain/lot-records.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import type { RecordContext } from './broker-identification.ts';
import { orderTimelines } from './order-timeline.ts';

/** What holds where nothing is on record. Law: Reg. 1.1012-1(j)(3)(i). */
export const methodWithoutOrder: LotMethod = 'fifo';

/** Which units leave an account at a time. */
export type MethodAt = (account: AccountId, time: Instant) => LotMethod;

/**
 * The method that the standing orders give for an account at a time: `LotOptions.methodAt` of a ledger.
 * In: orders in the order in which they were recorded. Out: first in, first out where no order holds. A call costs a
 * look into a map and a walk over the few orders of the account.
 * Law: Reg. 1.1012-1(j)(2), (3): an order counts for what is sold after it was recorded; from 2027-01-01 at a broker
 * only if the broker was told.
 */
export function lotMethodAt(orders: readonly StandingOrder[], context: RecordContext): MethodAt {
  if (orders.length === 0) return () => methodWithoutOrder;
  const orderAt = orderTimelines(orders, context);
  return (account, time) => orderAt(account, time)?.order?.method ?? methodWithoutOrder;
}
