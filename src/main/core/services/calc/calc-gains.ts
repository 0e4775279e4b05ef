import type { CalcGainsInput } from '../../../../shared/contract/calc-gains.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import { endOfDay } from '../../../../shared/time/time-zone.ts';
import { orderedEvents } from '../../../engine/events/ordered-events.ts';
import { ownMovementsOf } from '../../../engine/events/own-movements.ts';
import type { MoveOptions } from '../../../engine/lots/lot-matching.ts';
import { matchLots } from '../../../engine/lots/match-lots.ts';
import { matchByRules } from '../../../engine/lots/rules/match-by-rules.ts';
import { priceBookOf } from '../../../engine/valuation/price-book.ts';
import type { HandlersOf } from '../../call-context.ts';
import type { CalcGains } from './calc-gains-figures.ts';
import { ledgerEventsOf } from './calc-gains-events.ts';
import { issuesOfRequest } from './calc-gains-issues.ts';
import { electionsOf, matchOptionsOf, sequenceOf } from './calc-gains-options.ts';
import { outputOf } from './calc-gains-output.ts';
import { computable } from './calc-gains-refusals.ts';
import type { Computable } from './calc-gains-refusals.ts';

export const calcGainsHandlers: HandlersOf<'calc.gains'> = {
  'calc.gains': async (request) => {
    const checked = computable(request);
    if (!checked.ok) return checked;
    const gains = gainsOf(request, checked.value);
    return ok(outputOf(request, gains, issuesOfRequest(request, gains, checked.value)));
  },
};

/** By rules in a sequence where the method looks at other days than the sale's own, else lot by lot. */
function gainsOf(request: CalcGainsInput, { law, timeZone }: Computable): CalcGains {
  const all = orderedEvents(ledgerEventsOf(request, law, timeZone));
  const until = request.asOf === undefined ? undefined : localDate(request.asOf);
  const end = until === undefined ? undefined : endOfDay(until, timeZone);
  const events = end === undefined ? all : all.filter((event) => event.time <= end);
  const elections = electionsOf(request);
  const options: MoveOptions = {
    timeZone,
    prices: priceBookOf(request.currency as AssetId, []),
    movements: ownMovementsOf(events).movements,
    elections,
  };
  const match = matchOptionsOf(request, law, timeZone);
  const sequence = sequenceOf(request, law);
  if (sequence === undefined) {
    const { openLots, disposals, issues } = matchLots(events, { ...options, ...match });
    return { law, elections, sequence: null, openLots, disposals, issues, denied: new Map() };
  }
  const { longTermFrom } = match;
  const upTo = until === undefined ? {} : { until };
  const matched = matchByRules(events, sequence, { ...options, longTermFrom, ...upTo });
  const { openLots, disposals, issues, denied } = matched;
  return { law, elections, sequence, openLots, disposals, issues, denied };
}
