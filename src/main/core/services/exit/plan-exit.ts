import { fail } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';

/** The cheapest way out that keeps all limits. */
export const planExit: Handler<'exit.plan'> = async (_, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  return fail('exit/no-schedule', {});
};
