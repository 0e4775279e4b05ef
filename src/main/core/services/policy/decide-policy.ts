import { fail } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';

/** Records what was decided when a rule fired. */
export const decidePolicy: Handler<'policy.decide'> = async () =>
  await Promise.resolve(fail('policy/no-such-firing', { firing: '' }));
