import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { Policy } from '../../../../shared/domain/policy.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { clausesToWrite } from '../../../engine/rebalance/policy/clauses/clause-kinds.ts';
import { parsePolicy } from '../../../engine/rebalance/policy/parse-policy.ts';
import type { ParsedPolicy, PolicyProblem } from '../../../engine/rebalance/policy/parse-policy.ts';
import { policyFaults } from '../../../engine/rebalance/policy/policy-faults.ts';
import { policyText } from '../../../engine/rebalance/policy/policy-text.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { policyFromText, wholePolicyText } from '../targets/policy-text.ts';

type Problem = CallAnswer<'policy.parse'>['problems'][number];

/**
 * What sentences mean as a policy, or fields as sentences, or all that is wrong with them, with places in the text.
 * Errors: `policy/text-or-fields`.
 */
export const parsePolicyText: Handler<'policy.parse'> = async ({ text, policy: fields }, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  if (text === undefined && fields === undefined) return fail('policy/text-or-fields', {});
  if (text !== undefined && fields !== undefined) return fail('policy/text-or-fields', {});
  const parsed =
    fields === undefined
      ? parsePolicy(text ?? '', knownAssets(derived.value))
      : checkedPolicy(policyFromText(fields));
  return ok({
    policy: parsed.ok ? wholePolicyText(parsed.policy) : null,
    sentence: parsed.ok ? policyText(parsed.policy) : null,
    problems: parsed.ok ? [] : parsed.problems.map((problem) => problemText(problem, text ?? '')),
    examples: clausesToWrite.map(({ about, example }) => ({ about, text: example })),
  });
};

/** Fields have no places. */
function checkedPolicy(policy: Policy): ParsedPolicy {
  const faults = policyFaults(policy);
  if (faults.length === 0) return { ok: true, policy };
  return {
    ok: false,
    problems: faults.map(({ message, instead }) => ({ message, instead, from: 0, to: 0 })),
  };
}

/** Held, priced, or what contracts follow. */
export const knownAssets = keptFor(
  ({ facts, holdings }: Derived): ReadonlySet<AssetId> =>
    new Set([
      facts.currency,
      ...holdings.holdings.map(({ asset }) => asset),
      ...facts.marks.map(({ of }) => of as AssetId).filter((of) => !of.includes(':')),
      ...facts.catalogue.map(({ underlying }) => underlying),
      ...(facts.policy?.targets.map(({ asset }) => asset) ?? []),
    ]),
);

function problemText({ message, instead, from, to }: PolicyProblem, text: string): Problem {
  const before = text.slice(0, from).split('\n');
  return {
    message,
    instead,
    words: from === 0 && to === text.length ? '' : text.slice(from, to),
    from,
    to,
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
  };
}
