import { absolute, add, compare, isZero, negate, subtract } from '../../../../shared/num/arithmetic.ts';
import { rateFromFraction } from '../../../../shared/num/integers.ts';
import { apportion, quantityTimes } from '../../../../shared/num/products.ts';
import { roundToStep } from '../../../../shared/num/rounding.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { coins } from '../units.ts';
import type { Coins } from '../units.ts';

/** One step of unwinding: a futures slice or the coins that go with it. */
export interface UnwindStep {
  readonly what: 'futures' | 'spot';
  /** Futures: order units taken off. Spot: coins sold (negative) or bought. */
  readonly quantity: Quantity;
  /** Coins by which the exposure to the asset changes. */
  readonly change: Coins;
}

export interface UnwindInput {
  /** What the leg has open, in order units, and the coins it moves, signed. */
  readonly open: Quantity;
  readonly moved: Coins;
  readonly step: Quantity;
  readonly slices: number;
  /** The coins that were hedged are sold (short leg) or bought (long leg) with it. */
  readonly withSpot: boolean;
}

/**
 * Closing a leg in slices: the futures first, then the coins of the same slice, so that no slice leaves more of the asset
 * naked than one slice. In whole steps; the last slice takes what is left.
 * Source: risks.md 2.3: when selling the spot, buy back the hedge first or in equal slices, and show the exposure after
 * each.
 */
export function unwindSlices({ open, moved, step, slices, withSpot }: UnwindInput): readonly UnwindStep[] {
  const steps: UnwindStep[] = [];
  let left = open;
  let leftCoins: Quantity = moved;
  for (let n = 0; n < slices && !isZero(left); n++) {
    const isLast = n === slices - 1;
    const share = quantityTimes(open, rateFromFraction(1n, BigInt(slices), 'half-even'), 'half-even');
    const rounded = roundToStep(share, step, 'floor');
    const part = isLast || isZero(rounded) || compare(rounded, left) > 0 ? left : rounded;
    const isAll = compare(part, left) === 0;
    const partCoins: Quantity = isAll ? leftCoins : apportion<Quantity>(moved, part, open, 'half-even');
    left = subtract(left, part);
    leftCoins = subtract(leftCoins, partCoins);
    steps.push({ what: 'futures', quantity: part, change: coins(negate(partCoins)) });
    if (!withSpot) continue;
    // A short of −0.1 goes with the sale of 0.1, a long with a purchase.
    steps.push({ what: 'spot', quantity: partCoins, change: coins(partCoins) });
  }
  return steps;
}

/**
 * The exposure after each of some steps, of several legs together: what one leg's step changes counts in the next one's
 * of the same asset. In: where each asset starts, spot, collateral and futures together.
 */
export function netsAlong(
  start: ReadonlyMap<AssetId, Coins>,
  steps: readonly (Pick<UnwindStep, 'change'> & { readonly asset: AssetId })[],
): readonly Coins[] {
  const now = new Map(start);
  return steps.map(({ asset, change }) => {
    const net = coins(add<Quantity>(now.get(asset) ?? zeroQuantity, change));
    now.set(asset, net);
    return net;
  });
}

/** The largest exposure on the way, by its size. */
export function largestNet(start: Coins, nets: readonly Coins[]): Coins {
  return nets.reduce(
    (most, net) => (compare<Quantity>(absolute(net), absolute(most)) > 0 ? net : most),
    start,
  );
}
