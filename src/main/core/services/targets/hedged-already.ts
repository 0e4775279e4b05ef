import type { HedgeLegId } from '../../../../shared/domain/hedge.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { hasEnded } from '../../../engine/futures/positions-on-day.ts';
import { quantityHedged } from '../../../engine/rebalance/quantity-hedged.ts';
import type { OpenShort, SavedLeg } from '../../../engine/rebalance/quantity-hedged.ts';
import type { Derived } from '../../derived.ts';
import { currentPart, fillIndex, firstDayOf, legLivesOf } from '../hedge/leg-lives.ts';
import type { LegLife } from '../hedge/leg-lives.ts';

/** Units of each lot that the saved plans' open shorts hedge. In: a leg that is left out. */
export function hedgedAlready(
  derived: Derived,
  except: HedgeLegId | null = null,
): ReadonlyMap<LotId, Quantity> {
  const { plans, timeZone } = derived.facts;
  if (plans.length === 0) return new Map();
  const lives = legLivesOf(derived);
  const saved = plans.map(({ plan }) => ({
    from: firstDayOf(plan, timeZone),
    legs: lives
      .filter((life) => life.plan.id === plan.id && life.leg.id !== except)
      .map((life) => ({ leg: life.leg, open: openOf(life, derived.asOf) })),
  }));
  return quantityHedged(saved, openShorts(derived));
}

/** A contract that has ended hedges nothing, whether or not its settlement came in. */
function openOf(life: LegLife, day: LocalDate): SavedLeg['open'] {
  const part = currentPart(life)?.part;
  return part === undefined || hasEnded(part.spec, day)
    ? null
    : { contract: part.contract, quantity: part.quantity.amount };
}

function openShorts({ positions, events, facts }: Derived): OpenShort[] {
  const shorts = positions.open.filter(({ side }) => side === 'short');
  const { byId } = fillIndex(events);
  return shorts.flatMap(({ contract, quantity, openFills }) => {
    const last = openFills.reduce<Instant | null>((latest, fill) => {
      const time = byId.get(fill)?.time ?? null;
      return latest === null || (time !== null && time > latest) ? time : latest;
    }, null);
    return last === null
      ? []
      : [{ contract, quantity: quantity.amount, lastFill: localDateOf(last, facts.timeZone) }];
  });
}
