/** The engine asked with the requests of `calc gains`: through the service, and without it for what only it can be asked. */
import { calcGainsHandlers } from '../../src/main/core/services/calc/calc-gains.ts';
import { ledgerEventsOf } from '../../src/main/core/services/calc/calc-gains-events.ts';
import { matchOptionsOf } from '../../src/main/core/services/calc/calc-gains-options.ts';
import { orderedEvents } from '../../src/main/engine/events/ordered-events.ts';
import { ownMovementsOf } from '../../src/main/engine/events/own-movements.ts';
import { lotLaws } from '../../src/main/engine/lots/law/lot-laws.ts';
import type { CountedEvents, LotMatching, LotOptions } from '../../src/main/engine/lots/lot-matching.ts';
import { priceBookOf } from '../../src/main/engine/valuation/price-book.ts';
import type { CalcGainsInput, CalcGainsOutput } from '../../src/shared/contract/calc-gains.ts';
import { assetId } from '../../src/shared/domain/asset.ts';
import type { LedgerEvent } from '../../src/shared/domain/event.ts';
import { parseTimeZone, utc } from '../../src/shared/time/time-zone.ts';
import { noLedger } from '../cases/no-ledger.fixture.ts';

/** What `calc gains` says. */
export async function engineGains(request: CalcGainsInput): Promise<CalcGainsOutput> {
  const result = await calcGainsHandlers['calc.gains'](request, noLedger);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

/** The events of a United States request in the order of the list, each with its place as its sequence. */
export function ledgerEvents(request: CalcGainsInput): readonly LedgerEvent[] {
  return ledgerEventsOf(request, lotLaws.us, zoneOf(request));
}

/** What the matching of a United States request takes. In: `list`, its ledger events in any order. */
export function matchingInput(
  request: CalcGainsInput,
  list: readonly LedgerEvent[] = ledgerEvents(request),
): { readonly events: CountedEvents; readonly options: LotOptions } {
  const events = orderedEvents(list);
  const timeZone = zoneOf(request);
  const options = {
    ...matchOptionsOf(request, lotLaws.us, timeZone),
    timeZone,
    prices: priceBookOf(assetId(request.currency), []),
    movements: ownMovementsOf(events).movements,
  };
  return { events, options };
}

/** All that a matching says, as text. */
export function saidBy(matching: LotMatching): string {
  const { openLots, disposals, disposalCount, years, income, issues } = matching;
  const places = [...disposals.keys()].map((place) => matching.disposalAt(place));
  const origins = [...new Set([...openLots.map(({ id }) => id), ...disposals.map(({ lot }) => lot)])].map(
    (lot) => [lot, matching.originOf(lot)],
  );
  const all = { openLots, disposals, disposalCount, places, years, income, issues, origins };
  return JSON.stringify(all, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value), 1);
}

function zoneOf({ timeZone }: CalcGainsInput): typeof utc {
  return (timeZone === undefined ? undefined : parseTimeZone(timeZone)) ?? utc;
}
