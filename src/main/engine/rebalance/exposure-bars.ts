/** Spot, long futures, short futures and their sum, asset by asset, before and after an overlay: what a waterfall shows. */
import type { AssetId } from '../../../shared/domain/asset.ts';
import { add, isNegative, isZero, negate, subtract, sum } from '../../../shared/num/arithmetic.ts';
import { quantityFor, valueOf } from '../../../shared/num/products.ts';
import type { Money, Price, Quantity } from '../../../shared/num/types.ts';
import { zeroMoney, zeroQuantity } from '../../../shared/num/types.ts';
import { valuePosition } from '../futures/value-position.ts';
import type { FuturesPosition } from '../futures/position.ts';
import type { ValuationPoint } from '../futures/payoff/payoff.ts';
import type { SizingTerms } from '../futures/size-hedge.ts';
import type { TargetedExposure } from './drift.ts';
import { countsOn } from './overlay.ts';
import type { OverlayLeg } from './overlay.ts';

/** The short part is zero or below; net is the sum of the three. */
export interface ExposureBar<Amount extends Money | Quantity> {
  readonly spot: Amount;
  readonly longFutures: Amount;
  readonly shortFutures: Amount;
  readonly net: Amount;
}

export interface ExposureSides {
  readonly value: ExposureBar<Money>;
  readonly coins: ExposureBar<Quantity>;
}

export interface ExposureRow {
  readonly asset: AssetId;
  readonly isMoney: boolean;
  readonly price: Price;
  readonly before: ExposureSides;
  readonly after: ExposureSides;
}

/** Coins that longs and shorts add to an asset; a short is negative. */
export interface FuturesSides {
  readonly long: Quantity;
  readonly short: Quantity;
}

const nothing: FuturesSides = { long: zeroQuantity, short: zeroQuantity };

/** Longs and shorts of each coin among positions. In: where each stands; those not known are left out. */
export function futuresSides(
  positions: readonly { readonly position: FuturesPosition; readonly at: ValuationPoint | null }[],
): ReadonlyMap<AssetId, FuturesSides> {
  const sides = new Map<AssetId, FuturesSides>();
  for (const { position, at } of positions) {
    if (at === null || position.side === 'flat') continue;
    const { underlying } = position.spec;
    sides.set(underlying, withDelta(sides.get(underlying) ?? nothing, valuePosition(position, at).delta));
  }
  return sides;
}

/**
 * The bars of every targeted asset. Open profit that is paid in the coin itself counts as spot. The first money takes the
 * other side of the coins' futures: a short turns coins into it.
 * Rounds half-even to 18 decimals.
 */
export function exposureBars<Terms extends SizingTerms>(
  exposures: readonly TargetedExposure[],
  open: ReadonlyMap<AssetId, FuturesSides>,
  legs: readonly OverlayLeg<Terms>[],
): ExposureRow[] {
  const coinRows = exposures
    .filter(({ isMoney }) => !isMoney)
    .map((exposure) => {
      const now = open.get(exposure.asset) ?? nothing;
      const later = legs
        .filter((leg) => countsOn(leg) === exposure.asset)
        .reduce<FuturesSides>((sides, { sized }) => withDelta(sides, sized.coins), now);
      const spot = spotOf(exposure, now);
      return rowOf(exposure, sidesOf(spot, now, exposure.price), sidesOf(spot, later, exposure.price));
    });
  const firstMoney = exposures.find(({ isMoney }) => isMoney);
  return exposures.map((exposure) => {
    const row = coinRows.find(({ asset }) => asset === exposure.asset);
    if (row !== undefined) return row;
    const takes = exposure === firstMoney;
    return rowOf(
      exposure,
      moneySides(exposure, takes ? futuresOf(coinRows.map(({ before }) => before)) : null),
      moneySides(exposure, takes ? futuresOf(coinRows.map(({ after }) => after)) : null),
    );
  });
}

function rowOf(
  { asset, isMoney, price }: TargetedExposure,
  before: ExposureSides,
  after: ExposureSides,
): ExposureRow {
  return { asset, isMoney, price, before, after };
}

function withDelta({ long, short }: FuturesSides, delta: Quantity): FuturesSides {
  return isNegative(delta) ? { long, short: add(short, delta) } : { long: add(long, delta), short };
}

/** What is not futures of the effective value, in coins. */
function spotOf({ spotValue, futuresValue, price }: TargetedExposure, sides: FuturesSides): Quantity {
  if (isZero(price)) return zeroQuantity;
  const all = quantityFor(add(spotValue, futuresValue), price, 'half-even');
  return subtract(all, add(sides.long, sides.short));
}

function sidesOf(spot: Quantity, { long, short }: FuturesSides, price: Price): ExposureSides {
  const value = {
    spot: valueOf(spot, price, 'half-even'),
    longFutures: valueOf(long, price, 'half-even'),
    shortFutures: valueOf(short, price, 'half-even'),
  };
  return {
    value: { ...value, net: sum([value.spot, value.longFutures, value.shortFutures], zeroMoney) },
    coins: {
      spot,
      longFutures: long,
      shortFutures: short,
      net: sum([spot, long, short], zeroQuantity),
    },
  };
}

/** What coins' futures take from money (longs, negative) and bring to it (shorts, positive). */
function futuresOf(sides: readonly ExposureSides[]): { readonly brought: Money; readonly taken: Money } {
  return {
    brought: negate(
      sum(
        sides.map(({ value }) => value.shortFutures),
        zeroMoney,
      ),
    ),
    taken: negate(
      sum(
        sides.map(({ value }) => value.longFutures),
        zeroMoney,
      ),
    ),
  };
}

function moneySides(
  { spotValue, futuresValue, price }: TargetedExposure,
  other: { readonly brought: Money; readonly taken: Money } | null,
): ExposureSides {
  const { brought, taken } = other ?? { brought: futuresValue, taken: zeroMoney };
  const value: ExposureBar<Money> = {
    spot: spotValue,
    longFutures: brought,
    shortFutures: taken,
    net: sum([spotValue, brought, taken], zeroMoney),
  };
  const inUnits = (amount: Money): Quantity =>
    isZero(price) ? zeroQuantity : quantityFor(amount, price, 'half-even');
  return {
    value,
    coins: {
      spot: inUnits(value.spot),
      longFutures: inUnits(value.longFutures),
      shortFutures: inUnits(value.shortFutures),
      net: inUnits(value.net),
    },
  };
}
