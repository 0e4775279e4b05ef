import { ok } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { legLivesOf } from '../hedge/leg-lives.ts';
import { hedgePlanText } from './hedge-plan-text.ts';

/** The saved plans, newest first. */
export const listPlans: Handler<'targets.plans'> = async (_, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const { plans, termsOf } = derived.value.facts;
  const states = new Map(legLivesOf(derived.value).map(({ leg, state }) => [leg, state]));
  const texts = plans.map((stored) => hedgePlanText(stored, termsOf, (leg) => states.get(leg) ?? 'planned'));
  return ok({ plans: texts.toReversed() });
};
