import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import type { Policy } from '../../../../shared/domain/policy.ts';
import { add } from '../../../../shared/num/arithmetic.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Holdings } from '../../../engine/holdings/holdings.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import type { TargetedExposure } from '../../../engine/rebalance/drift.ts';
import { policyExposures } from '../../../engine/rebalance/policy/policy-exposures.ts';
import type { Portfolio } from '../../../engine/rebalance/policy/policy-exposures.ts';
import type { PriceBook } from '../../../engine/valuation/price-book.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
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
 * What is held of each targeted asset, groups and cash asset by asset, and what stays outside the targets.
 * Issues: `targets/price-missing`.
 */
export function exposuresOf(derived: Derived, policy: Policy): Exposures {
  const { targeted, unpriced, leftOut } = policyExposures(
    policy,
    portfolioOf(derived.holdings, derived.prices, derived.at),
  );
  return {
    targeted,
    complete: unpriced.length === 0,
    untargeted: leftOut.flatMap(({ asset, spotValue, futuresValue }) => {
      const value = add(spotValue, futuresValue);
      return value === zeroMoney ? [] : [{ asset, value }];
    }),
    issues: unpriced.map((asset) => issueOf('targets/price-missing', 'error', { asset }, { asset })),
  };
}

/** What is held at some time, as a policy sees it: what has no price stays outside. */
export function portfolioOf(holdings: Holdings, prices: PriceBook, at: Instant): Portfolio {
  const byAsset = new Map(holdings.holdings.map((holding) => [holding.asset, holding]));
  return {
    currency: prices.currency,
    held: holdings.holdings.flatMap(({ asset, value, futuresValue }) =>
      value === null ? [] : [{ asset, spotValue: value, futuresValue: futuresValue ?? zeroMoney }],
    ),
    priceOf: (asset) => (byAsset.get(asset)?.price ?? prices.latest(asset, at))?.price ?? null,
  };
}
