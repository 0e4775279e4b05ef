import { ok } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';
import { factsOf } from '../../facts.ts';
import { hedgePlanText } from './hedge-plan-text.ts';

/** The saved plans, newest first. */
export const listPlans: Handler<'targets.plans'> = async (_, { session }) => {
  const facts = await factsOf(session);
  if (!facts.ok) return facts;
  const { plans, termsOf } = facts.value;
  return ok({ plans: plans.map((stored) => hedgePlanText(stored, termsOf)).toReversed() });
};
