import type { AccountId } from '../../../../shared/domain/account.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import type { Disposal } from '../../../../shared/domain/lot.ts';
import { lotMethodWords } from '../../../../shared/domain/lot-method-words.ts';
import type { StandingOrder } from '../../../../shared/domain/lot-records.ts';
import { dateText, yearOf } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { issueOf } from '../../issue-of.ts';
import type { RecordContext } from './broker-identification.ts';
import { methodWithoutOrder } from './lot-method-at.ts';
import { orderTimelines } from './order-timeline.ts';

type Sold = Pick<Disposal, 'account' | 'disposed' | 'disposedDate' | 'reason'>;

/**
 * What is to be known of sales that standing orders decided.
 * In: the disposals, read only where an order can have something to say.
 * Issues: `lots/order-kept-elsewhere` once a year for sales before the order was recorded here; `lots/broker-not-told`
 * once a year and account for sales at a broker that was not told of the order.
 */
export function orderIssues(
  orders: readonly StandingOrder[],
  disposals: () => Iterable<Sold>,
  context: RecordContext,
): readonly Issue[] {
  if (orders.every(({ keptElsewhere, toldBroker }) => !keptElsewhere && toldBroker)) return [];
  const orderAt = orderTimelines(orders, context);
  const found = new Map<string, Issue>();
  for (const { account, disposed, disposedDate, reason } of disposals()) {
    if (reason === 'identified') continue;
    const held = orderAt(account, disposed);
    if (held === undefined) continue;
    const { order, untold } = held;
    const year = yearOf(disposedDate);
    if (order !== null && order.keptElsewhere && disposed < order.recordedAt) {
      const key = `elsewhere ${year}`;
      if (!found.has(key)) found.set(key, keptElsewhereIssue(order, year, context));
    }
    const counted = order?.method ?? methodWithoutOrder;
    if (untold !== null && untold.method !== counted) {
      const key = `untold ${year} ${account}`;
      if (!found.has(key)) found.set(key, notToldIssue({ account, year, untold, counted }));
    }
  }
  return [...found.values()];
}

function keptElsewhereIssue(order: StandingOrder, year: number, { timeZone }: RecordContext): Issue {
  return issueOf('lots/order-kept-elsewhere', 'note', {
    year,
    method: lotMethodWords[order.method],
    from: dateText(localDateOf(order.from, timeZone)),
    recorded: dateText(localDateOf(order.recordedAt, timeZone)),
  });
}

function notToldIssue({
  account,
  year,
  untold,
  counted,
}: {
  readonly account: AccountId;
  readonly year: number;
  readonly untold: StandingOrder;
  readonly counted: StandingOrder['method'];
}): Issue {
  const words = {
    account,
    year,
    what: `your order to sell ${lotMethodWords[untold.method]}`,
    instead: lotMethodWords[counted],
  };
  return issueOf('lots/broker-not-told', 'warning', words, { account });
}
