import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { EventId, LedgerEvent, Leg } from '../../../shared/domain/event.ts';
import type { LotIdentification } from '../../../shared/domain/lot-records.ts';
import type { Disposal, LotId, OpenLot } from '../../../shared/domain/lot.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { yearOf } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { TimeZone } from '../../../shared/time/time-zone.ts';
import type { OwnMovement } from '../events/own-movement.ts';
import type { FuturesPosition, FuturesResult } from '../futures/position.ts';
import { heldOf } from '../holdings/balances.ts';
import { clockPartsOf } from '../holdings/clock-parts.ts';
import type { ClockPart, LotClocks } from '../holdings/clock-parts.ts';
import type { Holdings } from '../holdings/holdings.ts';
import type { IncomeItem, LotMatching, LotOptions, LotOrigin } from '../lots/lot-matching.ts';
import { isTaxed } from '../lots/moves/lot-moves.ts';
import type { LotMove } from '../lots/moves/lot-moves.ts';
import { movementsByEvent } from '../lots/moves/move-context.ts';
import { movesOfEvent } from '../lots/moves/moves-of-event.ts';
import type { OrderAt } from '../lots/records/order-timeline.ts';
import type { TaxYears } from '../tax/tax-years.ts';
import type { PriceBook } from '../valuation/price-book.ts';
import { valuerOf } from '../valuation/valuer.ts';

/** The results that explanations are built from; each is read when an explanation asks for it. */
export interface Explainable {
  readonly events: readonly LedgerEvent[];
  readonly movements: readonly OwnMovement[];
  readonly prices: PriceBook;
  readonly lots: LotMatching;
  /** What the lots were matched with: the lots held before a sale are computed again by it. */
  readonly lotOptions: LotOptions;
  readonly holdings: Holdings;
  readonly futuresAccounts: ReadonlySet<AccountId>;
  readonly positions: readonly FuturesPosition[];
  readonly results: readonly FuturesResult[];
  readonly taxYears: TaxYears;
  readonly at: Instant;
  readonly asOf: LocalDate;
  readonly timeZone: TimeZone;
  /** Units of lots that open shorts of saved plans hedge. */
  hedged(): ReadonlyMap<LotId, Quantity>;
  /** What hedges did to the holding periods of lots. */
  clocks(): LotClocks;
  accountName(account: AccountId): string;
  /** The standing orders as they hold from moment to moment. */
  readonly orderAt: OrderAt;
  /** The record that named the lots of a sale; null where none did. */
  identificationOf(sale: EventId): LotIdentification | null;
}

/** One leg with its event: what a balance adds up. */
export interface EventLeg {
  readonly event: LedgerEvent;
  readonly leg: Leg;
}

/** Maps made once, when they are first asked for. */
export interface Lookups {
  eventOf(id: EventId): LedgerEvent | undefined;
  originOf(lot: LotId): LotOrigin | undefined;
  /** In the order in which units left. */
  disposalsOfLot(lot: LotId): readonly Disposal[];
  disposalsOfEvent(event: EventId): readonly Disposal[];
  /** Taxed disposals of a local calendar year. */
  disposalsOfYear(year: number): readonly Disposal[];
  /** Its place among the disposals of its event, from one: what ids say. */
  numberOf(disposal: Disposal): number;
  incomeOfYear(year: number): readonly IncomeItem[];
  openPartsOf(lot: LotId): readonly OpenLot[];
  /** Open lots without those that left and arrived nowhere. */
  heldLotsOf(asset: AssetId): readonly OpenLot[];
  /** The same lots, cut where a hedge ended the holding period of some of their units. */
  clockPartsOf(asset: AssetId): readonly ClockPart[];
  legsOf(asset: AssetId, account: AccountId): readonly EventLeg[];
  /** What the event did to lots, computed again. */
  movesOf(event: LedgerEvent): readonly LotMove[];
}

export type ExplainContext = Explainable & Lookups;

/** Everything that explanations look up. Keep it as long as the results stay the same. */
export function explainContext(from: Explainable): ExplainContext {
  const lookups: Lookups = { ...ledgerLookups(from), ...lotLookups(from) };
  // Not spread: each result stays uncomputed until an explanation reads it.
  return Object.assign(Object.create(from) as Explainable, lookups);
}

type LedgerLookups = 'eventOf' | 'legsOf' | 'movesOf';

function ledgerLookups(from: Explainable): Pick<Lookups, LedgerLookups> {
  const byId = once(() => new Map(from.events.map((event) => [event.id, event])));
  const legs = once(() => legsByBalance(from.events));
  const moveContext = once(() => ({
    valuer: valuerOf(from.prices, from.timeZone),
    movements: movementsByEvent(from.events, from.movements),
    futuresAccounts: from.futuresAccounts,
    unknownCost: 'zero-cost' as const, // It decides only what is reported.
    report: () => undefined,
  }));
  return {
    eventOf: (id) => byId().get(id),
    legsOf: (asset, account) => legs().get(`${asset} ${account}`) ?? [],
    movesOf: (event) => movesOfEvent(event, moveContext()),
  };
}

function lotLookups(from: Explainable): Omit<Lookups, LedgerLookups> {
  const ofLot = once(() => Map.groupBy(from.lots.disposals, ({ lot }) => lot));
  const ofEvent = once(() => Map.groupBy(from.lots.disposals, ({ event }) => event));
  const ofYear = once(() =>
    Map.groupBy(
      from.lots.disposals.filter(({ cause }) => isTaxed(cause)),
      ({ disposedDate }) => yearOf(disposedDate),
    ),
  );
  const income = once(() => Map.groupBy(from.lots.income, ({ date }) => yearOf(date)));
  const open = once(() => Map.groupBy(from.lots.openLots, ({ id }) => id));
  const held = once(() => Map.groupBy(heldOf(from.lots.openLots), ({ asset }) => asset));
  const disposalsOfEvent: Lookups['disposalsOfEvent'] = (event) => ofEvent().get(event) ?? [];
  return {
    disposalsOfEvent,
    originOf: (lot) => from.lots.originOf(lot),
    disposalsOfLot: (lot) => ofLot().get(lot) ?? [],
    disposalsOfYear: (year) => ofYear().get(year) ?? [],
    numberOf: (disposal) => disposalsOfEvent(disposal.event).indexOf(disposal) + 1,
    incomeOfYear: (year) => income().get(year) ?? [],
    openPartsOf: (lot) => open().get(lot) ?? [],
    heldLotsOf: (asset) => held().get(asset) ?? [],
    clockPartsOf: (asset) => clockPartsOf(held().get(asset) ?? [], from.clocks()),
  };
}

function legsByBalance(events: readonly LedgerEvent[]): ReadonlyMap<string, readonly EventLeg[]> {
  const legs = new Map<string, EventLeg[]>();
  for (const event of events) {
    for (const leg of event.legs) push(legs, `${leg.asset} ${leg.account}`, { event, leg });
  }
  return legs;
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Computes on first use, then remembers. */
function once<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => (kept ??= { value: compute() }).value;
}
