import { fail, ok } from '../../../../shared/errors/failure.ts';
import { policyProblems } from '../../../engine/rebalance/policy-words.ts';
import { policyText } from '../../../engine/rebalance/policy/policy-text.ts';
import type { Handler } from '../../call-context.ts';
import { policyFromText } from './policy-text.ts';

/**
 * Stores the policy as a new dated version.
 * Errors: `targets/invalid` with all that is wrong, `ledger/locked` and those of writing.
 */
export const savePolicy: Handler<'targets.savePolicy'> = async (request, { session, clock }) => {
  const policy = policyFromText(request);
  const problems = policyProblems(policy);
  if (problems.length > 0)
    return fail('targets/invalid', { problems: problems.join('; ') }, { field: 'targets' });
  if (session.ledger === null) return fail('ledger/locked', {});
  const saved = await session.ledger.write.savePolicy(policy, clock);
  return saved.ok ? ok({ words: policyText(policy) }) : saved;
};
