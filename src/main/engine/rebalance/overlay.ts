import type { AssetId } from '../../../shared/domain/asset.ts';
import { absolute, add, isNegative, isZero, subtract, sum } from '../../../shared/num/arithmetic.ts';
import { apportion, moneyTimes, quantityFor, quantityTimes, valueOf } from '../../../shared/num/products.ts';
import type { Money, Price, Quantity, Rate } from '../../../shared/num/types.ts';
import { zeroMoney, zeroQuantity, zeroRate } from '../../../shared/num/types.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { ValuationPoint } from '../futures/payoff/payoff.ts';
import { sizeHedge } from '../futures/size-hedge.ts';
import { sizeMix } from '../futures/sizing/size-mix.ts';
import type { Sizable } from '../futures/sizing/size-mix.ts';
import type { HedgeRounding, SizedHedge, SizingTerms } from '../futures/size-hedge.ts';
import { coins } from '../futures/units.ts';
import type { Coins } from '../futures/units.ts';
import { effectiveValues } from './drift.ts';
import type { TargetedExposure } from './drift.ts';
import { weightsOf } from './weights.ts';

/** The contract chosen for an asset, and where it trades now. */
export interface ChosenContract<Terms extends SizingTerms> {
  readonly terms: Terms;
  readonly at: ValuationPoint;
  /** When its own mark is of, where that is too far from the coin's price and the coin's price is used. */
  readonly ownMarkOf?: LocalDate | null;
  /** Share of what brings the asset to its target that is hedged; all of it where left out. */
  readonly ratio?: Rate;
  /** Of a cross hedge: the coin that the contract follows, and its price. */
  readonly cross?: { readonly underlying: AssetId; readonly price: Price };
  /** A smaller contract on the same coin for what whole ones leave over: a second leg. */
  readonly small?: Sizable<Terms>;
}

export interface OverlayLeg<Terms extends SizingTerms> {
  readonly asset: AssetId;
  readonly chosen: ChosenContract<Terms>;
  /** Coins of the asset that bring it to its target: negative is a short. Of a mix, this leg's part. */
  readonly wanted: Coins;
  /** What is to be ordered: `wanted` × ratio, in coins that the contract follows. */
  readonly aimed: Coins;
  readonly sized: SizedHedge;
}

export interface WeightRow {
  readonly asset: AssetId;
  readonly target: Rate;
  readonly weight: Rate;
}

export interface Overlay<Terms extends SizingTerms> {
  readonly value: Money;
  /** One (of a mix two) for every asset off target that has a contract, overweight and underweight at once. */
  readonly legs: readonly OverlayLeg<Terms>[];
  readonly before: readonly WeightRow[];
  readonly after: readonly WeightRow[];
  /** What stays off target of each asset, in coins: the rounding, or all of it where no contract is chosen. */
  readonly residuals: readonly {
    readonly asset: AssetId;
    readonly wanted: Coins;
    readonly residual: Coins;
  }[];
}

/**
 * The futures legs that bring effective weights to the targets without selling anything.
 * Each leg is value × target less effective value, in coins at the asset's own price, in whole contracts.
 * Out: null where the targeted assets are worth nothing. Weights before and after add up to one exactly.
 * Example: 100 000, 65 % BTC and 35 % ETH against 50/50: short 15 000 of BTC, long 15 000 of ETH.
 */
export function overlayOf<Terms extends SizingTerms>(
  exposures: readonly TargetedExposure[],
  contracts: ReadonlyMap<AssetId, ChosenContract<Terms>>,
  rounding: HedgeRounding,
): Overlay<Terms> | null {
  const effective = effectiveValues(exposures);
  const before = weightsOf(effective);
  if (before === null) return null;
  const value = sum(effective, zeroMoney);
  const legs: OverlayLeg<Terms>[] = [];
  const residuals: { asset: AssetId; wanted: Coins; residual: Coins }[] = [];
  exposures.forEach((exposure, index) => {
    if (exposure.isMoney) return;
    const missing = subtract(moneyTimes(value, exposure.target, 'half-even'), effective[index] ?? zeroMoney);
    if (isZero(missing)) return;
    const wanted = coins(quantityFor(missing, exposure.price, 'half-even'));
    const chosen = contracts.get(exposure.asset);
    const ofAsset = chosen === undefined ? [] : legsOf(exposure, wanted, chosen, rounding);
    legs.push(...ofAsset);
    residuals.push({ asset: exposure.asset, wanted, residual: residualOf(exposure, wanted, ofAsset) });
  });
  const after = weightsOf(effectiveValues(withLegs(exposures, legs)));
  return {
    value,
    legs,
    before: rowsOf(exposures, before),
    after: rowsOf(exposures, after ?? before),
    residuals,
  };
}

/** One leg, or the large and the small one of a mix. */
function legsOf<Terms extends SizingTerms>(
  { asset, price }: TargetedExposure,
  wanted: Coins,
  chosen: ChosenContract<Terms>,
  rounding: HedgeRounding,
): OverlayLeg<Terms>[] {
  const aimed = aimedOf(wanted, price, chosen);
  const { small } = chosen;
  if (small === undefined) {
    return [{ asset, chosen, wanted, aimed, sized: sizeHedge(aimed, chosen.terms, chosen.at, rounding) }];
  }
  const mix = sizeMix(aimed, chosen, small, rounding);
  const ofLarge = isZero(aimed)
    ? coins(zeroQuantity)
    : coins(apportion(wanted, mix.large.coins, aimed, 'half-even'));
  return [
    { asset, chosen, wanted: ofLarge, aimed: mix.large.coins, sized: withoutResidual(mix.large) },
    {
      asset,
      chosen: { ...chosen, ...small },
      wanted: subtract(wanted, ofLarge),
      aimed: mix.large.residual,
      sized: mix.small,
    },
  ];
}

/** Coins to order, before rounding. In a cross hedge: coins of the other kind that are worth as much. */
function aimedOf<Terms extends SizingTerms>(
  wanted: Coins,
  price: Price,
  { ratio: hedged, cross }: ChosenContract<Terms>,
): Coins {
  const part = hedged === undefined ? wanted : quantityTimes(wanted, hedged, 'half-even');
  return coins(
    cross === undefined ? part : quantityFor(valueOf(part, price, 'half-even'), cross.price, 'half-even'),
  );
}

/** What the large contract leaves is the small one's task. */
function withoutResidual(sized: SizedHedge): SizedHedge {
  return {
    ...sized,
    residual: coins(zeroQuantity),
    residualValue: zeroMoney,
    residualRate: zeroRate,
    belowMinimum: false,
  };
}

/** What stays open of what was to be ordered, in the asset's own coins; all of it without a contract. */
function residualOf<Terms extends SizingTerms>(
  { price }: TargetedExposure,
  wanted: Coins,
  legs: readonly OverlayLeg<Terms>[],
): Coins {
  const last = legs.at(-1);
  if (last === undefined) return wanted;
  const { residual } = last.sized;
  const { cross } = last.chosen;
  return cross === undefined
    ? residual
    : coins(quantityFor(valueOf(residual, cross.price, 'half-even'), price, 'half-even'));
}

/** The exposures once the legs are open: a cross hedge counts on the coin that its contract follows. */
function withLegs<Terms extends SizingTerms>(
  exposures: readonly TargetedExposure[],
  legs: readonly OverlayLeg<Terms>[],
): TargetedExposure[] {
  return exposures.map((exposure) => {
    const added = sum(
      legs
        .filter((leg) => countsOn(leg) === exposure.asset)
        .map(({ sized }) => valueOf(sized.coins, exposure.price, 'half-even')),
      zeroMoney,
    );
    return { ...exposure, futuresValue: add(exposure.futuresValue, added) };
  });
}

/** The asset whose exposure a leg changes: the coin that its contract follows. */
export function countsOn<Terms extends SizingTerms>({ asset, chosen }: OverlayLeg<Terms>): AssetId {
  return chosen.cross?.underlying ?? asset;
}

function rowsOf(exposures: readonly TargetedExposure[], weights: readonly Rate[]): WeightRow[] {
  return exposures.map(({ asset, target }, index) => ({ asset, target, weight: weights[index] ?? zeroRate }));
}

/** Coins of its asset that a leg stands for: in a cross hedge as many as the order reaches of what it aims at. */
export function coinsHedged<Terms extends SizingTerms>({
  chosen,
  wanted,
  aimed,
  sized,
}: OverlayLeg<Terms>): Quantity {
  return absolute(
    chosen.cross === undefined || isZero(aimed)
      ? sized.coins
      : apportion<Quantity>(wanted, sized.coins, aimed, 'half-even'),
  );
}

/** The side of an order for a signed number of coins. */
export function orderSide(amount: Coins): 'buy' | 'sell' {
  return isNegative(amount) ? 'sell' : 'buy';
}
