import { fail, ok } from '../../../../shared/errors/failure.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { startOfDay } from '../../../../shared/time/time-zone.ts';
import { toText } from '../../../../shared/num/format.ts';
import { linkableFills } from '../../../engine/futures/watch/linkable-fills.ts';
import type { LinkableFill } from '../../../engine/futures/watch/linkable-fills.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { issueTexts } from '../issue-text.ts';
import { fillIndex, legLivesOf, linkedElsewhere } from './leg-lives.ts';
import type { LegLife } from './leg-lives.ts';
import { fillText, planText } from './leg-text.ts';
import { unclaimedOf, unclaimedText } from './unclaimed.ts';

/** Every plan's legs with their lives, newest plan first, and the open positions that no leg accounts for. */
export const readLegs: Handler<'hedge.legs'> = async (_, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const { value } = derived;
  const byPlan = Map.groupBy(legLivesOf(value), ({ plan }) => plan.id);
  const count = (life: LegLife): number =>
    linkableOf(life, value).filter(({ suggested }) => suggested).length;
  const unclaimed = unclaimedOf(value);
  const issues = unclaimed.map(({ position, quantity }) => {
    const values = { quantity: toText(quantity), contract: position.contract, account: position.account };
    return issueOf('hedge/position-unclaimed', 'warning', values, { account: position.account });
  });
  return ok({
    asOf: dateText(value.asOf),
    plans: [...byPlan.values()].flatMap((lives) => planText(lives, count, value) ?? []).toReversed(),
    unclaimed: unclaimed.map((one) => unclaimedText(one, value)),
    issues: issueTexts(issues, value),
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

export function linkableOf(life: LegLife, derived: Derived): readonly LinkableFill[] {
  return linkableFills({
    leg: life.leg,
    fills: fillIndex(derived.events).all,
    from: startOfDay(life.from, derived.facts.timeZone),
    elsewhere: linkedElsewhere(legLivesOf(derived), life.leg),
    specOf: derived.facts.termsOf,
  });
}
