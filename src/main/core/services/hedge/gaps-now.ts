import type { AssetId } from '../../../../shared/domain/asset.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Coins } from '../../../engine/futures/units.ts';
import { hedgeGap } from '../../../engine/futures/watch/hedge-gap.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { exposuresOf } from '../targets/exposures.ts';

/** Coins that would bring each targeted asset to its target now, futures counted; none without targets or prices. */
export const gapsNow = keptFor((derived: Derived): ReadonlyMap<AssetId, Coins> => {
  const { policy } = derived.facts;
  const exposures = policy === null ? null : exposuresOf(derived, policy);
  if (exposures === null || !exposures.complete) return new Map();
  const holdings = new Map(derived.holdings.holdings.map((one) => [one.asset, one]));
  const assets = exposures.targeted.map(({ asset, target, price, isMoney }) => ({
    asset,
    target,
    price,
    isMoney,
    held: holdings.get(asset)?.quantity ?? zeroQuantity,
    futures: holdings.get(asset)?.futuresQuantity ?? zeroQuantity,
  }));
  return new Map(
    assets.flatMap(({ asset }) => {
      const gap = hedgeGap(assets, asset);
      return gap === null ? [] : [[asset, gap] as const];
    }),
  );
});
