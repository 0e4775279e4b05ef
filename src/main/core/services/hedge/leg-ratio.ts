import { add, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import type { Price, Quantity, Rate } from '../../../../shared/num/types.ts';
import { oneRate, zeroQuantity } from '../../../../shared/num/types.ts';
import { coins } from '../../../engine/futures/units.ts';
import type { Coins } from '../../../engine/futures/units.ts';
import { gapCauses } from '../../../engine/futures/watch/gap-causes.ts';
import type { GapChange, GapChangeAsset } from '../../../engine/futures/watch/gap-causes.ts';
import { hedgeGap, hedgeRatio } from '../../../engine/futures/watch/hedge-gap.ts';
import type { GapAsset } from '../../../engine/futures/watch/hedge-gap.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { assetStates, plannedCoins, underlyingOf } from './asset-states.ts';
import { asCoinsOfAsset, coinsOfAsset } from './coins-of-asset.ts';
import { legLivesOf } from './leg-lives.ts';
import type { LegLife } from './leg-lives.ts';

/** How a leg fits what it is for, in coins of its asset. All of the plan's legs in the asset count together. */
export interface LegRatio {
  /** Signed: what the legs move. null where a price is missing. */
  readonly moved: Coins | null;
  /** Signed: what would bring the asset to its target now. null where a price or the target is missing. */
  readonly wanted: Coins | null;
  readonly now: Rate | null;
  /** The part that the plan hedges: 1 where it was not kept. */
  readonly planned: Rate;
  /** null where the terms of a leg's contract are not known, or in a cross hedge a price. */
  readonly plannedCoins: Coins | null;
  readonly wantedAtPlan: Coins | null;
  /** wanted less moved. */
  readonly gap: Coins | null;
  readonly change: GapChange | null;
  /** Another coin than the contract's: then what it moves is counted by its worth. */
  readonly isCross: boolean;
  /** Of the asset, in the reporting currency. */
  readonly price: Price | null;
}

/** The ratio of a leg against what is wanted now. */
export function legRatioOf(life: LegLife, derived: Derived): LegRatio {
  return ratiosOf(derived)(life);
}

const statesOf = keptFor((derived: Derived) => {
  const byPlan = Map.groupBy(legLivesOf(derived), ({ plan }) => plan.id);
  const known = new Map<string, readonly GapChangeAsset[] | null>();
  return (life: LegLife): { lives: readonly LegLife[]; states: readonly GapChangeAsset[] | null } => {
    const lives = byPlan.get(life.plan.id) ?? [life];
    let states = known.get(life.plan.id);
    if (states === undefined) known.set(life.plan.id, (states = assetStates(lives, derived)));
    return { lives, states };
  };
});

const ratiosOf = keptFor((derived: Derived) => {
  const known = new Map<LegLife, LegRatio>();
  return (life: LegLife): LegRatio => {
    let found = known.get(life);
    if (found === undefined) {
      const { lives, states } = statesOf(derived)(life);
      known.set(life, (found = ratioOf(life, lives, states, derived)));
    }
    return found;
  };
});

/** The targeted assets as they are now, as the gap is computed from them; null where a price is missing. */
export function gapAssetsOf(life: LegLife, derived: Derived): readonly GapAsset[] | null {
  const { states } = statesOf(derived)(life);
  return states === null ? null : assetsNow(states);
}

function ratioOf(
  life: LegLife,
  lives: readonly LegLife[],
  states: readonly GapChangeAsset[] | null,
  derived: Derived,
): LegRatio {
  const { asset, wanted: wantedAtPlan } = life.leg;
  const isCross = underlyingOf(life) !== asset;
  const ofAsset = lives.filter((one) => one.leg.asset === asset && (underlyingOf(one) !== asset) === isCross);
  const price = derived.prices.latest(asset, derived.at)?.price ?? null;
  const moved = totalOf(ofAsset.map((one) => coinsOfAsset(one, derived)));
  const planned = totalOf(
    ofAsset.map((one) => asCoinsOfAsset(plannedCoins(one.leg, one.terms), one, derived)),
  );
  const gapNow = states === null ? null : hedgeGap(assetsNow(states), asset);
  const wanted =
    gapNow === null || moved === null ? null : isCross ? gapNow : coins(add<Quantity>(moved, gapNow));
  const atPlan = wantedAtPlan === null ? null : coins(wantedAtPlan);
  const gapAtPlan = atPlan === null || planned === null ? null : coins(subtract<Quantity>(atPlan, planned));
  const hasBaseline = life.plan.baseline !== null && states !== null && !isCross;
  return {
    moved,
    wanted,
    now: moved === null || wanted === null ? null : hedgeRatio(moved, wanted),
    planned: plannedRatio(planned, atPlan),
    plannedCoins: planned,
    wantedAtPlan: atPlan,
    gap: moved === null || wanted === null ? null : coins(subtract<Quantity>(wanted, moved)),
    change: hasBaseline ? gapCauses(states, asset, gapAtPlan) : null,
    isCross,
    price,
  };
}

function plannedRatio(planned: Coins | null, wanted: Coins | null): Rate {
  if (planned === null || wanted === null || isZero(wanted)) return oneRate;
  const found = hedgeRatio(planned, wanted);
  return found === null || found <= subtract(oneRate, oneRate) ? oneRate : found;
}

function assetsNow(states: readonly GapChangeAsset[]): readonly GapAsset[] {
  return states.flatMap(({ asset, isMoney, now, marked, openProfit, others }) =>
    now === null ? [] : [{ asset, isMoney, ...now, futures: add(add(marked, openProfit), others) }],
  );
}

function totalOf(amounts: readonly (Coins | null)[]): Coins | null {
  let total: Quantity = zeroQuantity;
  for (const amount of amounts) {
    if (amount === null) return null;
    total = add<Quantity>(total, amount);
  }
  return coins(total);
}
