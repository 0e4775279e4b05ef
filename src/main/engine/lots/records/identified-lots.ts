import type { EventId, LedgerEvent } from '../../../../shared/domain/event.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import type { LotChoice, LotIdentification } from '../../../../shared/domain/lot-records.ts';
import { add, isNegative, isPositive, negate, smaller, subtract } from '../../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { yearOf } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { issueOf } from '../../issue-of.ts';
import { mustBeToldFrom } from './broker-identification.ts';
import type { RecordContext } from './broker-identification.ts';

/** What became of one identification. */
export interface IdentificationUse {
  /** What no sale has used up yet; lots that are used up left out. */
  readonly left: readonly LotChoice[];
  /** The sales that it decided, at least in part. */
  readonly sales: readonly EventId[];
}

export interface IdentifiedLots {
  /** The lots of each sale that an identification decides: `LotOptions.chosenLots`. */
  readonly chosenLots: ReadonlyMap<EventId, readonly LotChoice[]>;
  /** By the identification's sequence; one of each. */
  readonly used: ReadonlyMap<number, IdentificationUse>;
  /** The identification that decided a sale; the first of several. */
  readonly decidedBy: ReadonlyMap<EventId, LotIdentification>;
  readonly issues: readonly Issue[];
}

/**
 * Which lots each sale is of by what was identified before it.
 * Identifications of an asset in an account are used up, in the order in which they were recorded, by the sells and
 * swaps of it out of that account from their moment on. A sale of more than is left takes what is left, and the method
 * in force decides the rest; a sale before the moment is never touched.
 * In: events in ledger order, counted once; identifications in the order in which they were recorded.
 * Issues: `lots/broker-not-told`, once a year and account, for sales of 2027 and later at a broker that was not told;
 * such an identification waits.
 * Law: Reg. 1.1012-1(j)(2), (3): identified no later than the date and time of the sale.
 */
export function identifiedLots(
  events: readonly LedgerEvent[],
  identifications: readonly LotIdentification[],
  context: RecordContext,
): IdentifiedLots {
  const stocks = identifications.map(stockOf);
  const chosenLots = new Map<EventId, readonly LotChoice[]>();
  const issues = new Map<string, Issue>();
  const [first] = stocks;
  if (first === undefined) return { chosenLots, used: new Map(), decidedBy: new Map(), issues: [] };
  for (const event of events) {
    if ((event.kind !== 'sell' && event.kind !== 'swap') || event.time < first.record.recordedAt) continue;
    const chosen = choicesOf(event, stocks, context, issues);
    if (chosen.size > 0)
      chosenLots.set(
        event.id,
        [...chosen].map(([lot, quantity]) => ({ lot, quantity })),
      );
  }
  const used = new Map(stocks.map((stock) => [stock.record.sequence, useOf(stock)]));
  const decidedBy = new Map(
    stocks.toReversed().flatMap(({ record, sales }) => sales.map((sale) => [sale, record] as const)),
  );
  return { chosenLots, used, decidedBy, issues: [...issues.values()] };
}

/** What is left of one identification while events go by. */
interface Stock {
  readonly record: LotIdentification;
  readonly left: Map<LotId, Quantity>;
  readonly sales: EventId[];
  /** From when on it counts only if the broker was told; null: always. */
  mustBeToldFrom?: Instant | null;
}

function stockOf(record: LotIdentification): Stock {
  const left = new Map<LotId, Quantity>();
  for (const { lot, quantity } of record.lots) left.set(lot, add(left.get(lot) ?? zeroQuantity, quantity));
  return { record, left, sales: [] };
}

function useOf({ left, sales }: Stock): IdentificationUse {
  return { left: [...left].map(([lot, quantity]) => ({ lot, quantity })), sales };
}

/** The lots of one sale, each once, and takes them out of the stocks. */
function choicesOf(
  event: LedgerEvent,
  stocks: readonly Stock[],
  context: RecordContext,
  issues: Map<string, Issue>,
): ReadonlyMap<LotId, Quantity> {
  const chosen = new Map<LotId, Quantity>();
  for (const leg of event.legs) {
    if (leg.role !== 'principal' || !isNegative(leg.quantity)) continue;
    let open = negate(leg.quantity);
    for (const stock of stocks) {
      const { account, asset, recordedAt } = stock.record;
      if (!isPositive(open) || recordedAt > event.time) break;
      if (account !== leg.account || asset !== leg.asset || stock.left.size === 0) continue;
      if (isUntold(stock, event.time, context)) {
        noteUntold(stock.record, event.time, context, issues);
        continue;
      }
      open = take(stock, open, event.id, chosen);
    }
  }
  return chosen;
}

/** Takes units in the order in which the lots were named. Out: what is still open. */
function take(stock: Stock, wanted: Quantity, sale: EventId, chosen: Map<LotId, Quantity>): Quantity {
  let open = wanted;
  for (const [lot, held] of stock.left) {
    if (!isPositive(open)) break;
    const part = smaller(held, open);
    const rest = subtract(held, part);
    if (isPositive(rest)) stock.left.set(lot, rest);
    else stock.left.delete(lot);
    chosen.set(lot, add(chosen.get(lot) ?? zeroQuantity, part));
    open = subtract(open, part);
  }
  if (stock.sales.at(-1) !== sale) stock.sales.push(sale);
  return open;
}

function isUntold(stock: Stock, time: Instant, context: RecordContext): boolean {
  if (stock.record.toldBroker) return false;
  stock.mustBeToldFrom ??= mustBeToldFrom(stock.record.account, context);
  return stock.mustBeToldFrom !== null && time >= stock.mustBeToldFrom;
}

function noteUntold(
  { account, asset, sequence }: LotIdentification,
  time: Instant,
  { timeZone }: RecordContext,
  issues: Map<string, Issue>,
): void {
  const year = yearOf(localDateOf(time, timeZone));
  const key = `${account} ${year}`;
  if (issues.has(key)) return;
  const words = {
    account,
    year,
    what: `the ${asset} lots you identified in record ${sequence}`,
    instead: 'by the method in force',
  };
  issues.set(key, issueOf('lots/broker-not-told', 'warning', words, { account, asset }));
}
