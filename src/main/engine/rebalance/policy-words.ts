import type { Policy } from '../../../shared/domain/policy.ts';
import { policyFaults } from './policy/policy-faults.ts';

/** All that is wrong with a policy, each a clause for a sentence; empty when it can be used. */
export function policyProblems(policy: Policy): string[] {
  return policyFaults(policy).map(({ message }) => message);
}
