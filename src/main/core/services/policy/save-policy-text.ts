import type { CallRequest } from '../../../../shared/contract/contract.ts';
import type { Policy } from '../../../../shared/domain/policy.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { parsePolicy } from '../../../engine/rebalance/policy/parse-policy.ts';
import { policyProblems } from '../../../engine/rebalance/policy-words.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { policyFromText } from '../targets/policy-text.ts';
import { knownAssets } from './parse-policy-text.ts';
import { policyStateOf } from './read-policy-state.ts';

/**
 * Stores a policy, from its sentences or from fields, as a new dated version; the one in force is not stored again.
 * Errors: `policy/not-understood` and `targets/invalid` with all that is wrong, `policy/text-or-fields`, those of writing.
 */
export const savePolicyText: Handler<'policy.save'> = async (request, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const { ledger } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const policy = policyOfRequest(request, derived.value);
  if (!policy.ok) return policy;
  const saved = await ledger.write.savePolicy(policy.value, context.clock);
  return saved.ok ? ok(await policyStateOf(ledger.read)) : saved;
};

function policyOfRequest(
  { text, policy: fields }: CallRequest<'policy.save'>,
  derived: Derived,
): Result<Policy> {
  if ((text === undefined) === (fields === undefined)) return fail('policy/text-or-fields', {});
  if (fields !== undefined) {
    const policy = policyFromText(fields);
    const problems = policyProblems(policy);
    return problems.length === 0
      ? ok(policy)
      : fail('targets/invalid', { problems: problems.join('; ') }, { field: 'policy' });
  }
  const parsed = parsePolicy(text ?? '', knownAssets(derived));
  if (parsed.ok) return ok(parsed.policy);
  const problems = parsed.problems.map(({ message }) => message).join('; ');
  const instead = [...new Set(parsed.problems.map((problem) => problem.instead))].join(' ');
  return fail('policy/not-understood', { problems, instead }, { field: 'text' });
}
