import type { AssetId } from '../../../shared/domain/asset.ts';
import { assetClass } from '../../../shared/domain/asset.ts';
import { add } from '../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import type { ValuationPoint } from './payoff/payoff.ts';
import type { FuturesPosition } from './position.ts';
import { deltaOf, valuePosition } from './value-position.ts';

export interface FuturesExposure {
  /** Coins of each asset that futures add to what is held, signed. */
  readonly byAsset: ReadonlyMap<AssetId, Quantity>;
  /** Positions whose delta nobody can know without a price. */
  readonly unknown: readonly FuturesPosition[];
}

/**
 * What futures add to the exposure of each asset, to be put on top of *wallet* balances.
 *
 * Collateral is a balance like any other, so it is not added here a second time. But a position settled in a coin also
 * holds its unrealised profit in that coin, which no balance shows yet: an inverse short of N at entry E therefore adds
 * −N/P + (N/P − N/E) = −N/E in all, and a coin-margined synthetic dollar comes out at zero at every price.
 * Source: derived: the identity Q + s·N/P = C + s·N/E for coins Q, collateral C, notional N, entry E, price P.
 */
export function futuresExposure(
  positions: readonly FuturesPosition[],
  pointOf: (position: FuturesPosition) => ValuationPoint | null,
  currency: AssetId,
): FuturesExposure {
  const byAsset = new Map<AssetId, Quantity>();
  const unknown: FuturesPosition[] = [];
  const put = (asset: AssetId, amount: Quantity): void => {
    byAsset.set(asset, add(byAsset.get(asset) ?? zeroQuantity, amount));
  };
  for (const position of positions) {
    if (position.side === 'flat') continue;
    const point = pointOf(position);
    const delta = deltaOf(position, point);
    if (delta === null) {
      unknown.push(position);
      continue;
    }
    put(position.spec.underlying, delta);
    const { settleAsset } = position.spec;
    if (point !== null && assetClass(settleAsset, currency) === 'coin') {
      put(settleAsset, valuePosition(position, point).unrealisedProfit);
    }
  }
  return { byAsset, unknown };
}
