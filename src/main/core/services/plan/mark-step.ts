import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { PlanId } from '../../../../shared/domain/hedge.ts';
import type { Handler } from '../../call-context.ts';

/** Ticks a step of a plan, or takes the tick away. Errors: `ledger/no-such-step` and those of writing. */
export const markStep: Handler<'plan.markStep'> = async ({ plan, step, done }, { session, clock }) => {
  if (session.ledger === null) return fail('ledger/locked', {});
  const marked = await session.ledger.write.markStep(plan as PlanId, step, done ? clock : null, clock);
  return marked.ok ? ok({}) : marked;
};
