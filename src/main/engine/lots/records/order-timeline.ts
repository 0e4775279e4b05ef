import type { AccountId } from '../../../../shared/domain/account.ts';
import type { StandingOrder } from '../../../../shared/domain/lot-records.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { mustBeToldFrom } from './broker-identification.ts';
import type { RecordContext } from './broker-identification.ts';

/** What holds for one account from a moment until the next. */
export interface OrderInForce {
  readonly from: Instant;
  /** null: none, so first in, first out. */
  readonly order: StandingOrder | null;
  /** The order that would hold if the broker had been told of it; null where that is no other one. */
  readonly untold: StandingOrder | null;
}

/** What holds for an account at a time; undefined before the first order. */
export type OrderAt = (account: AccountId, time: Instant) => OrderInForce | undefined;

/**
 * The standing orders as one line of time per account, each made when it is first asked for.
 * An account's own order goes before a general one; then the later `from`; then the one recorded last. Where a broker
 * holds the units, orders that it was not told of count for sales before 2027 only.
 * In: orders in the order in which they were recorded.
 */
export function orderTimelines(orders: readonly StandingOrder[], context: RecordContext): OrderAt {
  const timelines = new Map<AccountId, readonly OrderInForce[]>();
  return (account, time) => {
    let timeline = timelines.get(account);
    if (timeline === undefined) timelines.set(account, (timeline = timelineOf(account, orders, context)));
    for (let place = timeline.length - 1; place >= 0; place--) {
      const held = timeline[place];
      if (held !== undefined && held.from <= time) return held;
    }
    return undefined;
  };
}

/** An order counts from the day it was on record, or from before where books kept elsewhere show it. */
function holdsFrom({ from, recordedAt, keptElsewhere }: StandingOrder): Instant {
  return keptElsewhere || from > recordedAt ? from : recordedAt;
}

/** The life of an order: from when it counts, and when another for the same accounts takes its place; null where none does. */
export function lifeOf(
  order: StandingOrder,
  orders: readonly StandingOrder[],
): { readonly from: Instant; readonly until: Instant | null } {
  const place = orders.indexOf(order);
  const after = orders.filter((other, at) => {
    if (other.account !== order.account || other === order) return false;
    const [theirs, own] = [holdsFrom(other), holdsFrom(order)];
    return theirs > own || (theirs === own && at > place);
  });
  const until = after.map(holdsFrom).toSorted((a, b) => (a < b ? -1 : 1))[0];
  return { from: holdsFrom(order), until: until ?? null };
}

function timelineOf(
  account: AccountId,
  orders: readonly StandingOrder[],
  context: RecordContext,
): readonly OrderInForce[] {
  const ofAccount = orders.filter((order) => order.account === null || order.account === account);
  const toldFrom = mustBeToldFrom(account, context);
  const turns = new Set(ofAccount.map(holdsFrom));
  if (toldFrom !== null && ofAccount.length > 0) turns.add(toldFrom);
  return [...turns]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((from): OrderInForce => {
      const begun = ofAccount.filter((order) => holdsFrom(order) <= from);
      const toldOnly = toldFrom !== null && from >= toldFrom;
      const ifTold = foremost(begun);
      const order = toldOnly ? foremost(begun.filter(({ toldBroker }) => toldBroker)) : ifTold;
      return { from, order, untold: ifTold === order ? null : ifTold };
    });
}

function foremost(orders: readonly StandingOrder[]): StandingOrder | null {
  return orders.reduce<StandingOrder | null>(
    (best, order) => (best === null || !goesBefore(best, order) ? order : best),
    null,
  );
}

/** Whether `a` holds although `b` was recorded after it. */
function goesBefore(a: StandingOrder, b: StandingOrder): boolean {
  const isOwn = a.account !== null;
  if (isOwn !== (b.account !== null)) return isOwn;
  return holdsFrom(a) > holdsFrom(b);
}
