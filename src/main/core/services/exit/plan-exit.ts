import { ok } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { exitPlanText } from './exit-plan-text.ts';
import { plannedExit } from './planned-exit.ts';

/** The cheapest way out that keeps all limits. Errors: those of `plannedExit`. */
export const planExit: Handler<'exit.plan'> = async (request, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const planned = await plannedExit(derived.value, request, context);
  return planned.ok ? ok(exitPlanText(planned.value, derived.value)) : planned;
};
