import type { AccountId } from '../../../../shared/domain/account.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import type { Disposal } from '../../../../shared/domain/lot.ts';
import { lotMethodWords } from '../../../../shared/domain/lot-method-words.ts';
import type { StandingOrder } from '../../../../shared/domain/lot-records.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { dateText, yearOf } from '../../../../shared/time/local-date.ts';
import { localDateOf, startOfDay } from '../../../../shared/time/time-zone.ts';
import { issueOf } from '../../issue-of.ts';
import { brokerMustBeToldFrom } from './broker-identification.ts';
import type { RecordContext } from './broker-identification.ts';
import { methodWithoutOrder } from './lot-method-at.ts';
import { orderTimelines } from './order-timeline.ts';
import type { OrderInForce } from './order-timeline.ts';

/** Disposals in the order in which units left: those of a `LotMatching`. */
export interface SoldInOrder {
  readonly disposalCount: number;
  disposalAt(place: number): Pick<Disposal, 'account' | 'disposed' | 'disposedDate' | 'reason'>;
}

/**
 * What is to be known of sales that standing orders decided, by year.
 * In: the disposals; only those since an order first has something to say are looked at.
 * Issues: `lots/order-kept-elsewhere` once a year for sales before the order was recorded here; `lots/broker-not-told`
 * once a year and account for sales at a broker that was not told of the order.
 */
export function orderIssues(
  orders: readonly StandingOrder[],
  sold: SoldInOrder,
  context: RecordContext,
): readonly Issue[] {
  const since = earliestToLookAt(orders, context);
  if (since === null) return [];
  const orderAt = orderTimelines(orders, context);
  const found = new Map<string, Issue>();
  for (let place = sold.disposalCount - 1; place >= 0; place--) {
    const { account, disposed, disposedDate, reason } = sold.disposalAt(place);
    if (disposed < since) break;
    const held = reason === 'identified' ? undefined : orderAt(account, disposed);
    if (held === undefined) continue;
    const year = yearOf(disposedDate);
    if (held.order?.keptElsewhere === true && disposed < held.order.recordedAt) {
      found.set(`${year} `, keptElsewhereIssue(held.order, year, context));
    }
    const untold = notToldIssue(held, year, account);
    if (untold !== null) found.set(`${year} ${account}`, untold);
  }
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, issue]) => issue);
}

/** null: no order has anything to say of any sale. */
function earliestToLookAt(orders: readonly StandingOrder[], { timeZone }: RecordContext): Instant | null {
  const times = orders.flatMap(({ keptElsewhere, toldBroker, from }) => [
    ...(keptElsewhere ? [from] : []),
    ...(toldBroker ? [] : [startOfDay(brokerMustBeToldFrom, timeZone)]),
  ]);
  return times.reduce<Instant | null>((first, time) => (first === null || time < first ? time : first), null);
}

function keptElsewhereIssue(order: StandingOrder, year: number, { timeZone }: RecordContext): Issue {
  return issueOf('lots/order-kept-elsewhere', 'note', {
    year,
    method: lotMethodWords[order.method],
    from: dateText(localDateOf(order.from, timeZone)),
    recorded: dateText(localDateOf(order.recordedAt, timeZone)),
  });
}

/** null where the order that the broker was not told of would have changed nothing. */
function notToldIssue({ order, untold }: OrderInForce, year: number, account: AccountId): Issue | null {
  const counted = order?.method ?? methodWithoutOrder;
  if (untold === null || untold.method === counted) return null;
  const what = `your order to sell ${lotMethodWords[untold.method]}`;
  const words = { account, year, what, instead: lotMethodWords[counted] };
  return issueOf('lots/broker-not-told', 'warning', words, { account });
}
