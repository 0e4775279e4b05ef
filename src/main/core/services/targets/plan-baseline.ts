import type { PlanBaseline } from '../../../../shared/domain/hedge.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { TargetedExposure } from '../../../engine/rebalance/drift.ts';
import type { Derived } from '../../derived.ts';

/** What a plan of today is sized on: targets, prices and what is held, futures left out. */
export function planBaseline(
  targeted: readonly TargetedExposure[],
  { asOf, holdings }: Derived,
): PlanBaseline {
  const held = new Map(holdings.holdings.map(({ asset, quantity }) => [asset, quantity]));
  return {
    date: asOf,
    assets: targeted.map(({ asset, target, price, isMoney }) => ({
      asset,
      target,
      held: held.get(asset) ?? zeroQuantity,
      price,
      isMoney,
    })),
  };
}
