import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { clausesToWrite } from '../../../engine/rebalance/policy/clauses/clause-kinds.ts';
import { parsePolicy } from '../../../engine/rebalance/policy/parse-policy.ts';
import type { PolicyProblem } from '../../../engine/rebalance/policy/parse-policy.ts';
import { policyText } from '../../../engine/rebalance/policy/policy-text.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { wholePolicyText } from '../targets/policy-text.ts';

type Problem = CallAnswer<'policy.parse'>['problems'][number];

/** What sentences mean as a policy, or all that is wrong with them, with places. */
export const parsePolicyText: Handler<'policy.parse'> = async ({ text }, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const parsed = parsePolicy(text, knownAssets(derived.value));
  return ok({
    policy: parsed.ok ? wholePolicyText(parsed.policy) : null,
    sentence: parsed.ok ? policyText(parsed.policy) : null,
    problems: parsed.ok ? [] : parsed.problems.map((problem) => problemText(problem, text)),
    examples: clausesToWrite.map(({ about, example }) => ({ about, text: example })),
  });
};

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
