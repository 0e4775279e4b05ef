import type { EventId } from '../../../../shared/domain/event.ts';
import type { HedgeLeg } from '../../../../shared/domain/hedge.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { startOfDay } from '../../../../shared/time/time-zone.ts';
import { isOfLeg, linkableFills } from '../../../engine/futures/watch/linkable-fills.ts';
import type { LinkableFill } from '../../../engine/futures/watch/linkable-fills.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { issueTexts } from '../issue-text.ts';
import { dayEndingIssues } from './ending-today.ts';
import { fillOwners, freeFills, inLedgerOrder, legLivesOf } from './leg-lives.ts';
import type { LegLife } from './leg-lives.ts';
import { legRecords } from './leg-records.ts';
import { fillText, planText } from './leg-text.ts';
import { unclaimedIssue, unclaimedOf, unclaimedText } from './unclaimed.ts';

/** Every plan's legs with their lives, newest plan first, and the open positions that no leg accounts for. */
export const readLegs: Handler<'hedge.legs'> = async (_, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const { value } = derived;
  const byPlan = Map.groupBy(legLivesOf(value), ({ plan }) => plan.id);
  const count = (life: LegLife): number =>
    linkableOf(life, value).filter(({ suggested }) => suggested).length;
  const unclaimed = unclaimedOf(value);
  return ok({
    asOf: dateText(value.asOf),
    plans: [...byPlan.values()].flatMap((lives) => planText(lives, count, value) ?? []).toReversed(),
    unclaimed: unclaimed.map((one) => unclaimedText(one, value)),
    issues: issueTexts([...dayEndingIssues(value, context.clock), ...unclaimed.map(unclaimedIssue)], value),
  });
};

/** The fills that can be linked to a leg. Errors: `hedge/no-such-leg`. */
export const readLinkable: Handler<'hedge.linkable'> = async ({ leg }, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const life = legLivesOf(derived.value).find((one) => one.leg.id === leg);
  if (life === undefined) return fail('hedge/no-such-leg', { leg }, { field: 'leg' });
  return ok({
    leg,
    fills: linkableOf(life, derived.value).map(({ fill, suggested, words }) => ({
      ...fillText(fill, 'opens', derived.value),
      suggested,
      words,
    })),
  });
};

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
