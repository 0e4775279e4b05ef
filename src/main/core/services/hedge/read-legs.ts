import { fail, ok } from '../../../../shared/errors/failure.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { issueTexts } from '../issue-text.ts';
import { dayEndingIssues } from './ending-today.ts';
import { legLivesOf } from './leg-lives.ts';
import type { LegLife } from './leg-lives.ts';
import { fillText, planText } from './leg-text.ts';
import { linkableOf } from './linkable-of.ts';
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
