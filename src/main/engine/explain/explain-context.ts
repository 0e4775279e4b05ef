import type { AccountId } from '../../../shared/domain/account.ts';
import type { EventId, LedgerEvent } from '../../../shared/domain/event.ts';
import type { Disposal, LotId, OpenLot } from '../../../shared/domain/lot.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { TimeZone } from '../../../shared/time/time-zone.ts';
import type { OwnMovement } from '../events/own-movement.ts';
import type { FuturesPosition, FuturesResult } from '../futures/position.ts';
import type { Holdings } from '../holdings/holdings.ts';
import type { LotMatching, LotOrigin } from '../lots/lot-matching.ts';
import type { LotMove } from '../lots/lot-moves.ts';
import { movementsByEvent } from '../lots/move-context.ts';
import { movesOfEvent } from '../lots/moves-of-event.ts';
import type { TaxYears } from '../tax/tax-years.ts';
import type { PriceBook } from '../valuation/price-book.ts';
import { valuerOf } from '../valuation/valuer.ts';

/** The results that explanations are built from. */
export interface Explainable {
  readonly events: readonly LedgerEvent[];
  readonly movements: readonly OwnMovement[];
  readonly prices: PriceBook;
  readonly lots: LotMatching;
  readonly holdings: Holdings;
  readonly futuresAccounts: ReadonlySet<AccountId>;
  readonly positions: readonly FuturesPosition[];
  readonly results: readonly FuturesResult[];
  readonly taxYears: TaxYears;
  readonly at: Instant;
  readonly asOf: LocalDate;
  readonly timeZone: TimeZone;
}

/** The same, with what explanations look up. */
export interface ExplainContext extends Explainable {
  eventOf(id: EventId): LedgerEvent | undefined;
  originOf(lot: LotId): LotOrigin | undefined;
  disposalsOfLot(lot: LotId): readonly Disposal[];
  disposalsOfEvent(event: EventId): readonly Disposal[];
  openPartsOf(lot: LotId): readonly OpenLot[];
  /** What the event did to lots, computed again. */
  movesOf(event: LedgerEvent): readonly LotMove[];
}

export function explainContext(from: Explainable): ExplainContext {
  const events = new Map(from.events.map((event) => [event.id, event]));
  const byLot = Map.groupBy(from.lots.disposals, (disposal) => disposal.lot);
  const byEvent = Map.groupBy(from.lots.disposals, (disposal) => disposal.event);
  const open = Map.groupBy(from.lots.openLots, (lot) => lot.id);
  const moveContext = {
    valuer: valuerOf(from.prices, from.timeZone),
    movements: movementsByEvent(from.events, from.movements),
    futuresAccounts: from.futuresAccounts,
    report: () => undefined,
  };
  return {
    ...from,
    eventOf: (id) => events.get(id),
    originOf: (lot) => from.lots.origins.get(lot),
    disposalsOfLot: (lot) => byLot.get(lot) ?? [],
    disposalsOfEvent: (event) => byEvent.get(event) ?? [],
    openPartsOf: (lot) => open.get(lot) ?? [],
    movesOf: (event) => movesOfEvent(event, moveContext),
  };
}
