/**
 * Profits that a broker states after the commissions of opening and closing are made gross: each commission is a fee of its
 * own row already.
 *
 * rows with assembly 'net-profit' → by account and contract, in ledger order → what opening cost, first in first out →
 * profit + its share of the row's own commission + what opening cost
 *
 * It comes after the files of one exchange were compared, so that each fill counts once, whichever file states it. What the
 * ledger does not hold of opening, or in other money, stays taken off.
 * Issues: `events/profit-after-fees`.
 */
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { EventId, LedgerEvent, Leg } from '../../../shared/domain/event.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import { add, isZero, negate } from '../../../shared/num/arithmetic.ts';
import { apportion } from '../../../shared/num/products.ts';
import { type Quantity, zeroQuantity } from '../../../shared/num/types.ts';
import { issueOf } from '../issue-of.ts';
import { type Cost, OpeningFees } from './opening-fees.ts';

export interface GrossProfits {
  /** In the order given; the very list where nothing is stated net. */
  readonly events: readonly LedgerEvent[];
  readonly issues: readonly Issue[];
}

/** Whether a row states its profit after fees. */
export function isNet({ part, fill }: LedgerEvent): boolean {
  return part?.assembly === 'net-profit' && fill !== undefined;
}

/** In: the events that count, in ledger order. */
export function grossProfits(events: readonly LedgerEvent[]): GrossProfits {
  const net = events.filter(isNet);
  if (net.length === 0) return { events, issues: [] };
  const gross = new Map<EventId, LedgerEvent>();
  const unknown: LedgerEvent[] = [];
  for (const rows of Map.groupBy(net, ({ fill }) => `${fill?.account} ${fill?.contract}`).values()) {
    const fees = new OpeningFees();
    for (const row of inOrder(rows)) {
      const { added, isWhole } = feesIn(row, fees);
      if (!isWhole) unknown.push(row);
      if (!isZero(added)) gross.set(row.id, withProfit(row, added));
    }
  }
  const made = gross.size === 0 ? events : events.map((event) => gross.get(event.id) ?? event);
  return { events: made, issues: issuesOf(unknown) };
}

/** Within one moment what opens comes first: the order of its rows is our own. */
function inOrder(rows: readonly LedgerEvent[]): readonly LedgerEvent[] {
  return rows.toSorted((a, b) =>
    a.time === b.time ? Number(closes(a)) - Number(closes(b)) : a.time < b.time ? -1 : 1,
  );
}

function closes({ part }: LedgerEvent): boolean {
  return part?.operation.includes('closes') === true;
}

interface PutBack {
  readonly added: Quantity;
  /** Whether all is known that has to be put back. */
  readonly isWhole: boolean;
}

/** What is to be put back into the profit of a row. */
function feesIn(row: LedgerEvent, fees: OpeningFees): PutBack {
  const { fill, part, legs } = row;
  const profit = legs.find(({ role }) => role === 'profit');
  const cost = costOf(row, profit);
  if (fill === undefined) return { added: zeroQuantity, isWhole: true };
  const closed = fees.trade({
    side: fill.side,
    size: fill.quantity,
    cost,
    money: profit?.asset ?? cost.asset,
    opens: part?.operation.includes('opens') === true,
    closes: closes(row),
  });
  if (profit === undefined) return { added: zeroQuantity, isWhole: true };
  if (closed === null) return { added: zeroQuantity, isWhole: false };
  const own = apportion(cost.amount, closed.size, fill.quantity, 'half-even');
  if (cost.asset !== profit.asset && !isZero(own)) return { added: closed.cost, isWhole: false };
  return { added: add(closed.cost, own), isWhole: closed.isWhole };
}

/** What the row itself cost. */
function costOf({ legs }: LedgerEvent, profit: Leg | undefined): Cost {
  const fee = legs.find(({ role }) => role === 'fee' || role === 'rebate');
  const asset = fee?.asset ?? profit?.asset ?? ('' as AssetId);
  return { asset, amount: fee === undefined ? zeroQuantity : negate(fee.quantity) };
}

const made = new WeakMap<LedgerEvent, { readonly added: Quantity; readonly event: LedgerEvent }>();

/** The same object as before for the same figures, so that what is computed from it is kept. */
function withProfit(row: LedgerEvent, added: Quantity): LedgerEvent {
  const known = made.get(row);
  if (known?.added === added) return known.event;
  const legs = row.legs
    .map((leg) => (leg.role === 'profit' ? { ...leg, quantity: add(leg.quantity, added) } : leg))
    .filter(({ quantity }) => !isZero(quantity));
  const event = { ...row, legs };
  made.set(row, { added, event });
  return event;
}

function issuesOf(unknown: readonly LedgerEvent[]): readonly Issue[] {
  const [first] = unknown.toSorted((a, b) => (a.time < b.time ? -1 : 1));
  if (first === undefined) return [];
  const { file, line } = first.source;
  return [
    issueOf('events/profit-after-fees', 'note', { count: unknown.length, file, line }, { event: first.id }),
  ];
}
