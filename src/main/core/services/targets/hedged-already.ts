import type { HedgePlan } from '../../../../shared/domain/hedge.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import type { TimeZone } from '../../../../shared/time/time-zone.ts';
import { quantityHedged } from '../../../engine/rebalance/quantity-hedged.ts';
import type { OpenShort } from '../../../engine/rebalance/quantity-hedged.ts';
import type { Derived } from '../../derived.ts';

/** Units of each lot that the saved plans' open shorts hedge. */
export function hedgedAlready(derived: Derived): ReadonlyMap<LotId, Quantity> {
  const { plans, timeZone } = derived.facts;
  const saved = plans.map(({ plan }) => ({ from: beginOf(plan, timeZone), legs: plan.legs }));
  return saved.length === 0 ? new Map() : quantityHedged(saved, openShorts(derived));
}

/** The day it was made for: with `--as-of`, and in the sample, that lies before the day on which it was saved. */
function beginOf({ createdAt, steps }: HedgePlan, timeZone: TimeZone): LocalDate {
  const saved = localDateOf(createdAt, timeZone);
  return steps.reduce((earliest, { date }) => (date < earliest ? date : earliest), saved);
}

function openShorts({ positions, events, facts }: Derived): OpenShort[] {
  const shorts = positions.positions.filter(({ side }) => side === 'short');
  const fills = new Set(shorts.flatMap(({ openFills }) => openFills));
  const times = new Map(events.filter(({ id }) => fills.has(id)).map(({ id, time }) => [id, time]));
  return shorts.flatMap(({ contract, quantity, openFills }) => {
    const last = openFills.reduce<Instant | null>((latest, fill) => {
      const time = times.get(fill) ?? null;
      return latest === null || (time !== null && time > latest) ? time : latest;
    }, null);
    return last === null
      ? []
      : [{ contract, quantity: quantity.amount, lastFill: localDateOf(last, facts.timeZone) }];
  });
}
