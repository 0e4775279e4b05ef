import type { CalcGainsInput, CalcGainsOutput } from '../../../../shared/contract/calc-gains.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { EventId } from '../../../../shared/domain/event.ts';
import type { Disposal, LotId, LotMethod } from '../../../../shared/domain/lot.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import { quantity } from '../../../../shared/num/parse.ts';
import { dateText, localDate } from '../../../../shared/time/local-date.ts';
import { endOfDay } from '../../../../shared/time/time-zone.ts';
import type { TimeZone } from '../../../../shared/time/time-zone.ts';
import { orderedEvents } from '../../../engine/events/ordered-events.ts';
import { ownMovementsOf } from '../../../engine/events/own-movements.ts';
import { isTaxed } from '../../../engine/lots/lot-moves.ts';
import type { LotChoice, LotMatching } from '../../../engine/lots/lot-matching.ts';
import { matchLots } from '../../../engine/lots/match-lots.ts';
import { realisedByYear } from '../../../engine/lots/realised-by-year.ts';
import { longTermFrom } from '../../../engine/tax/jurisdictions/us/long-term-from.ts';
import { priceBookOf } from '../../../engine/valuation/price-book.ts';
import type { HandlersOf } from '../../call-context.ts';
import { ledgerEventsOf } from './calc-gains-events.ts';
import { computable } from './calc-gains-refusals.ts';

export const calcGainsHandlers: HandlersOf<'calc.gains'> = {
  'calc.gains': async (request) => {
    const zone = computable(request);
    return zone.ok ? ok(outputOf(matchingOf(request, zone.value))) : zone;
  },
};

function matchingOf(request: CalcGainsInput, timeZone: TimeZone): LotMatching {
  const all = orderedEvents(ledgerEventsOf(request, timeZone));
  const until = request.asOf === undefined ? undefined : endOfDay(localDate(request.asOf), timeZone);
  const events = until === undefined ? all : all.filter((event) => event.time <= until);
  return matchLots(events, {
    methodOf: methodOf(request.lotMethod),
    scope: request.basisScope,
    longTermFrom,
    timeZone,
    prices: priceBookOf(request.currency as AssetId, []),
    movements: ownMovementsOf(events).movements,
    chosenLots: chosenLotsOf(request),
  });
}

/** A year without a method of its own uses that of the year before it; years before the first, the first. */
function methodOf(lotMethod: CalcGainsInput['lotMethod']): (year: number) => LotMethod {
  if (typeof lotMethod === 'string') return () => lotMethod;
  const years = Object.entries(lotMethod)
    .map(([year, method]) => ({ year: Number(year), method }))
    .sort((a, b) => a.year - b.year);
  return (year) => (years.findLast((one) => one.year <= year) ?? years[0])?.method ?? 'fifo';
}

function chosenLotsOf(request: CalcGainsInput): ReadonlyMap<EventId, readonly LotChoice[]> {
  const chosen = new Map<EventId, readonly LotChoice[]>();
  for (const event of request.events) {
    if (event.kind !== 'sell' || event.lots === undefined) continue;
    const choices = event.lots.map((one) => ({ lot: one.lot as LotId, quantity: quantity(one.quantity) }));
    chosen.set(event.id as EventId, choices);
  }
  return chosen;
}

function outputOf({ disposals, openLots, issues }: LotMatching): CalcGainsOutput {
  return {
    disposals: disposals.map(disposalText),
    openLots: openLots.map(
      ({ id, asset, account, quantity: units, acquiredDate, costBasis, longTermFrom: from }) => ({
        lot: id,
        asset,
        account,
        quantity: toText(units),
        acquired: dateText(acquiredDate),
        costBasis: toText(costBasis),
        longTermFrom: dateText(from),
      }),
    ),
    years: realisedByYear(disposals).map(({ year, proceeds, costBasis, shortTermGain, longTermGain }) => ({
      year,
      proceeds: toText(proceeds),
      costBasis: toText(costBasis),
      shortTermGain: toText(shortTermGain),
      longTermGain: toText(longTermGain),
    })),
    issues: issues.map(({ code, event, message }) => ({ code, event: event ?? null, message })),
  };
}

function disposalText(disposal: Disposal): CalcGainsOutput['disposals'][number] {
  const taxed = isTaxed(disposal.cause);
  return {
    event: disposal.event,
    asset: disposal.asset,
    account: disposal.account,
    quantity: toText(disposal.quantity),
    lot: disposal.lot,
    acquired: dateText(disposal.acquiredDate),
    disposed: dateText(disposal.disposedDate),
    proceeds: toText(disposal.proceeds),
    costBasis: toText(disposal.costBasis),
    gain: toText(disposal.gain),
    term: taxed ? disposal.term : null,
    ...(taxed ? {} : { adjustments: [`${disposal.cause}: no gain and no loss is taken`] }),
  };
}
