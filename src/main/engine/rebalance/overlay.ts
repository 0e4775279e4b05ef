import type { AssetId } from '../../../shared/domain/asset.ts';
import { add, isNegative, isZero, subtract, sum } from '../../../shared/num/arithmetic.ts';
import { moneyTimes, quantityFor, valueOf } from '../../../shared/num/products.ts';
import type { Money, Rate } from '../../../shared/num/types.ts';
import { zeroMoney, zeroRate } from '../../../shared/num/types.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { ValuationPoint } from '../futures/payoff/payoff.ts';
import { sizeHedge } from '../futures/size-hedge.ts';
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
}

export interface OverlayLeg<Terms extends SizingTerms> {
  readonly asset: AssetId;
  readonly chosen: ChosenContract<Terms>;
  /** Coins that bring the asset to its target: negative is a short. */
  readonly wanted: Coins;
  readonly sized: SizedHedge;
}

export interface WeightRow {
  readonly asset: AssetId;
  readonly target: Rate;
  readonly weight: Rate;
}

export interface Overlay<Terms extends SizingTerms> {
  readonly value: Money;
  /** One for every asset off target that has a contract, overweight and underweight at once. */
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
    const sized = chosen === undefined ? null : sizeHedge(wanted, chosen.terms, chosen.at, rounding);
    if (chosen !== undefined && sized !== null) legs.push({ asset: exposure.asset, chosen, wanted, sized });
    residuals.push({ asset: exposure.asset, wanted, residual: sized === null ? wanted : sized.residual });
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

/** The exposures once the legs are open. */
function withLegs<Terms extends SizingTerms>(
  exposures: readonly TargetedExposure[],
  legs: readonly OverlayLeg<Terms>[],
): TargetedExposure[] {
  return exposures.map((exposure) => {
    const leg = legs.find(({ asset }) => asset === exposure.asset);
    if (leg === undefined) return exposure;
    const added = valueOf(leg.sized.coins, exposure.price, 'half-even');
    return { ...exposure, futuresValue: add(exposure.futuresValue, added) };
  });
}

function rowsOf(exposures: readonly TargetedExposure[], weights: readonly Rate[]): WeightRow[] {
  return exposures.map(({ asset, target }, index) => ({ asset, target, weight: weights[index] ?? zeroRate }));
}

/** The side of an order for a signed number of coins. */
export function orderSide(amount: Coins): 'buy' | 'sell' {
  return isNegative(amount) ? 'sell' : 'buy';
}
