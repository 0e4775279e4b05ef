import { assetClass } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import type { Policy } from '../../../../shared/domain/policy.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import type { TargetedExposure } from '../../../engine/rebalance/drift.ts';
import type { Derived } from '../../derived.ts';

export interface Exposures {
  /** In the order of the policy's targets; complete unless `issues` names a price that is missing. */
  readonly targeted: readonly TargetedExposure[];
  readonly complete: boolean;
  /** Held, priced, but without a target. */
  readonly untargeted: readonly { readonly asset: AssetId; readonly value: Money }[];
  readonly issues: readonly Issue[];
}

/**
 * What is held of each targeted asset, and what stays outside the targets.
 * Issues: `targets/price-missing`.
 */
export function exposuresOf(derived: Derived, policy: Policy): Exposures {
  const targeted: TargetedExposure[] = [];
  const issues: Issue[] = [];
  for (const { asset, weight } of policy.targets) {
    const held = derived.holdings.holdings.find((holding) => holding.asset === asset);
    const known = held?.price ?? derived.prices.latest(asset, derived.at);
    if (known === null) {
      issues.push(issueOf('targets/price-missing', 'error', { asset }, { asset }));
      continue;
    }
    targeted.push({
      asset,
      target: weight,
      price: known.price,
      spotValue: held?.value ?? zeroMoney,
      futuresValue: held?.futuresValue ?? zeroMoney,
      isMoney: isMoney(asset, derived),
    });
  }
  return {
    targeted,
    complete: issues.length === 0,
    untargeted: untargetedOf(derived, policy),
    issues,
  };
}

function isMoney(asset: AssetId, derived: Derived): boolean {
  return assetClass(asset, derived.facts.currency) !== 'coin';
}

function untargetedOf(derived: Derived, policy: Policy): Exposures['untargeted'] {
  const targets = new Set(policy.targets.map(({ asset }) => asset));
  return derived.holdings.holdings.flatMap(({ asset, effectiveValue }) =>
    targets.has(asset) || effectiveValue === null || effectiveValue === zeroMoney
      ? []
      : [{ asset, value: effectiveValue }],
  );
}
