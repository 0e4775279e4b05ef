import type { Policy } from '../../../shared/domain/policy.ts';
import { add, compare, isNegative } from '../../../shared/num/arithmetic.ts';
import type { Rate } from '../../../shared/num/types.ts';
import { oneRate, zeroRate } from '../../../shared/num/types.ts';
import { listText, percentText, pointsText } from '../words.ts';

/**
 * The policy in plain words: "Hold 50 % BTC and 50 % ETH. Act when an asset is more than 5 points from its target, or
 * off by more than 25 % of its target."
 */
export function policyWords(policy: Policy): string {
  const targets = listText(policy.targets.map(({ asset, weight }) => `${percentText(weight)} ${asset}`));
  const rules = [
    policy.absoluteBand === null ? null : `more than ${pointsText(policy.absoluteBand)} from its target`,
    policy.relativeBand === null
      ? null
      : `off by more than ${percentText(policy.relativeBand)} of its target`,
  ].filter((rule) => rule !== null);
  const act =
    rules.length === 0 ? 'No band is set: nothing triggers.' : `Act when an asset is ${rules.join(', or ')}.`;
  return `Hold ${targets}. ${act}`;
}

/** All that is wrong with a policy, each a clause for a sentence; empty when it can be used. */
export function policyProblems(policy: Policy): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  let total: Rate = zeroRate;
  for (const { asset, weight } of policy.targets) {
    if (seen.has(asset)) problems.push(`${asset} is named twice`);
    seen.add(asset);
    if (isNegative(weight)) problems.push(`the target of ${asset} is below zero`);
    total = add(total, weight);
  }
  if (total !== oneRate) problems.push(`the targets add up to ${percentText(total)}, not 100 %`);
  for (const [name, band] of [
    ['absolute', policy.absoluteBand],
    ['relative', policy.relativeBand],
  ] as const) {
    if (band === null) continue;
    if (isNegative(band) || compare(band, oneRate) > 0)
      problems.push(`the ${name} band is not between 0 and 100 %`);
  }
  return problems;
}
