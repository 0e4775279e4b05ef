import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { PolicyVersion } from '../../../../shared/domain/policy.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { policyChanges } from '../../../engine/rebalance/policy/policy-changes.ts';
import { policyText } from '../../../engine/rebalance/policy/policy-text.ts';
import type { ReadableLedger } from '../../../ledger/ledger.ts';
import type { Handler } from '../../call-context.ts';
import { wholePolicyText } from '../targets/policy-text.ts';

type State = CallAnswer<'policy.read'>;

/** The policy in force, as fields and as sentences, with all its versions. Errors: `ledger/locked`. */
export const readPolicyState: Handler<'policy.read'> = async (_, { session }) =>
  session.ledger === null ? fail('ledger/locked', {}) : ok(await policyStateOf(session.ledger.read));

export async function policyStateOf(ledger: ReadableLedger): Promise<State> {
  const versions = await ledger.policyVersions();
  const last = versions.at(-1);
  return {
    policy: last === undefined ? null : wholePolicyText(last.policy),
    sentence: last === undefined ? null : policyText(last.policy),
    versions: versions.map((version, index) => versionText(version, versions[index - 1])),
  };
}

function versionText(
  { version, savedAt, policy }: PolicyVersion,
  before: PolicyVersion | undefined,
): State['versions'][number] {
  return {
    version,
    savedAt: toIso(savedAt),
    sentence: policyText(policy),
    changes: before === undefined ? [] : [...policyChanges(before.policy, policy)],
  };
}
