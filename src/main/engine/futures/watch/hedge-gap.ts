import type { AssetId } from '../../../../shared/domain/asset.ts';
import { isZero, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { moneyTimes, quantityFor, ratio, valueOf } from '../../../../shared/num/products.ts';
import type { Price, Quantity, Rate } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { effectiveValues } from '../../rebalance/drift.ts';
import { coins } from '../units.ts';
import type { Coins } from '../units.ts';

/** One targeted asset in a state of the portfolio, real or supposed. */
export interface GapAsset {
  readonly asset: AssetId;
  readonly target: Rate;
  /** Coins or money held, collateral included, futures left out. */
  readonly held: Quantity;
  readonly price: Price;
  readonly isMoney: boolean;
  /** Coins that futures add, signed. */
  readonly futures: Quantity;
}

/**
 * Coins that bring an asset to its target: to be bought where positive, sold where negative. The same figure as an
 * overlay's `wanted` and, in money with the other sign, as the drift that the targets show.
 * null where the asset has no target, or its price is zero.
 */
export function hedgeGap(assets: readonly GapAsset[], asset: AssetId): Coins | null {
  const place = assets.findIndex((one) => one.asset === asset);
  const found = assets[place];
  if (found === undefined || isZero(found.price)) return null;
  const effective = effectiveValues(
    assets.map((one) => ({
      asset: one.asset,
      target: one.target,
      price: one.price,
      isMoney: one.isMoney,
      spotValue: valueOf(one.held, one.price, 'half-even'),
      futuresValue: valueOf(one.futures, one.price, 'half-even'),
    })),
  );
  const value = sum(effective, zeroMoney);
  const missing = subtract(moneyTimes(value, found.target, 'half-even'), effective[place] ?? zeroMoney);
  return coins(quantityFor(missing, found.price, 'half-even'));
}

/**
 * Coins that a hedge moves ÷ coins that would bring the asset to its target: 1 is a hedge that fits. Below zero it
 * stands on the wrong side; null where nothing is wanted.
 */
export function hedgeRatio(moved: Coins, wanted: Coins): Rate | null {
  return isZero(wanted) ? null : ratio<Quantity>(moved, wanted, 'half-even');
}
