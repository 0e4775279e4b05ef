import type { EventId } from '../../../../shared/domain/event.ts';
import type { HedgeLeg } from '../../../../shared/domain/hedge.ts';
import { startOfDay } from '../../../../shared/time/time-zone.ts';
import { isOfLeg, linkableFills } from '../../../engine/futures/watch/linkable-fills.ts';
import type { LinkableFill } from '../../../engine/futures/watch/linkable-fills.ts';
import type { Derived } from '../../derived.ts';
import { fillOwners, freeFills, inLedgerOrder } from './leg-lives.ts';
import type { LegLife } from './leg-lives.ts';
import { legRecords } from './leg-records.ts';

/** The fills that can be linked to a leg, with those that were linked to it before. */
export function linkableOf(life: LegLife, derived: Derived): readonly LinkableFill[] {
  const { leg, plan, from, terms } = life;
  const { facts, events } = derived;
  if (terms === undefined) return [];
  const former = legRecords(leg.id, plan.id, facts.records).fills;
  const { byContract } = freeFills(derived);
  const free = [...byContract].flatMap(([contract, fills]) => {
    const spec = facts.termsOf(contract);
    return spec !== undefined && isOfLeg(spec, terms) ? fills.map(({ id }) => id) : [];
  });
  return linkableFills({
    leg,
    fills: inLedgerOrder([...leg.fills, ...former, ...free], events),
    from: startOfDay(from, facts.timeZone),
    elsewhere: elsewhereOf(former, leg, derived),
    former,
    specOf: facts.termsOf,
  });
}

/** Of the fills that were once the leg's, those that are another's now. */
function elsewhereOf(former: ReadonlySet<EventId>, { id }: HedgeLeg, derived: Derived): ReadonlySet<EventId> {
  const owners = fillOwners(derived);
  return new Set([...former].filter((fill) => (owners.get(fill) ?? id) !== id));
}
