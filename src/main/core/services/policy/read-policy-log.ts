import { ok } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';

/** When rules fired, and what was decided. */
export const readPolicyLog: Handler<'policy.log'> = async () =>
  await Promise.resolve(ok({ firings: [], decisions: [], days: 0, from: null, to: null, notes: [] }));
