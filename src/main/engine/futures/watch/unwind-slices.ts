import { add, absolute, compare, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { rateFromFraction } from '../../../../shared/num/integers.ts';
import { apportion, quantityTimes } from '../../../../shared/num/products.ts';
import { roundToStep } from '../../../../shared/num/rounding.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { coins } from '../units.ts';
import type { Coins } from '../units.ts';

/** One step of unwinding: a futures slice or the coins that go with it. */
export interface UnwindStep {
  readonly what: 'futures' | 'spot';
  /** Futures: order units taken off. Spot: coins sold (negative) or bought. */
  readonly quantity: Quantity;
  /** Coins of the asset that move with the price after it. */
  readonly net: Coins;
}

export interface UnwindInput {
  /** Coins of the asset that move with the price before anything is done: spot, collateral and futures. */
  readonly net: Coins;
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
export function unwindSlices({
  net,
  open,
  moved,
  step,
  slices,
  withSpot,
}: UnwindInput): readonly UnwindStep[] {
  const steps: UnwindStep[] = [];
  let left = open;
  let leftCoins: Quantity = moved;
  let now: Quantity = net;
  for (let n = 0; n < slices && !isZero(left); n++) {
    const isLast = n === slices - 1;
    const share = quantityTimes(open, rateFromFraction(1n, BigInt(slices), 'half-even'), 'half-even');
    const rounded = roundToStep(share, step, 'floor');
    const part = isLast || isZero(rounded) || compare(rounded, left) > 0 ? left : rounded;
    const isAll = compare(part, left) === 0;
    const partCoins: Quantity = isAll ? leftCoins : apportion<Quantity>(moved, part, open, 'half-even');
    left = subtract(left, part);
    leftCoins = subtract(leftCoins, partCoins);
    now = subtract(now, partCoins);
    steps.push({ what: 'futures', quantity: part, net: coins(now) });
    if (!withSpot) continue;
    // A short of −0.1 goes with the sale of 0.1, a long with a purchase.
    now = add(now, partCoins);
    steps.push({ what: 'spot', quantity: partCoins, net: coins(now) });
  }
  return steps;
}

/** The largest exposure on the way, by its size. */
export function largestNet(start: Coins, steps: readonly UnwindStep[]): Coins {
  return steps.reduce(
    (most, { net }) => (compare<Quantity>(absolute(net), absolute(most)) > 0 ? net : most),
    start,
  );
}
