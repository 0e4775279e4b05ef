import { add, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { quantityFor, valueOf } from '../../../../shared/num/products.ts';
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
import { legCoins, legLivesOf } from './leg-lives.ts';
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
  readonly plannedCoins: Coins;
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
  const inAsset = (one: LegLife, amount: Coins | null): Coins | null =>
    isCross ? byWorth(amount, one, price, derived) : amount;
  const moved = totalOf(ofAsset.map((one) => inAsset(one, legCoins(one))));
  const planned =
    totalOf(ofAsset.map((one) => inAsset(one, plannedCoins(one.leg, one.terms)))) ?? coins(zeroQuantity);
  const gapNow = states === null ? null : hedgeGap(assetsNow(states), asset);
  const wanted =
    gapNow === null || moved === null ? null : isCross ? gapNow : coins(add<Quantity>(moved, gapNow));
  const atPlan = wantedAtPlan === null ? null : coins(wantedAtPlan);
  const hasBaseline = life.plan.baseline !== null && states !== null && !isCross;
  return {
    moved,
    wanted,
    now: moved === null || wanted === null ? null : hedgeRatio(moved, wanted),
    planned: plannedRatio(planned, atPlan),
    plannedCoins: planned,
    wantedAtPlan: atPlan,
    gap: moved === null || wanted === null ? null : coins(subtract<Quantity>(wanted, moved)),
    change: hasBaseline
      ? gapCauses(states, asset, atPlan === null ? null : coins(subtract<Quantity>(atPlan, planned)))
      : null,
    isCross,
    price,
  };
}

function plannedRatio(planned: Coins, wanted: Coins | null): Rate {
  if (wanted === null || isZero(wanted)) return oneRate;
  const found = hedgeRatio(planned, wanted);
  return found === null || found <= subtract(oneRate, oneRate) ? oneRate : found;
}

function assetsNow(states: readonly GapChangeAsset[]): readonly GapAsset[] {
  return states.flatMap(({ asset, isMoney, now, marked, openProfit, others }) =>
    now === null ? [] : [{ asset, isMoney, ...now, futures: add(add(marked, openProfit), others) }],
  );
}

/** Coins of another asset as coins of the leg's, by what they are worth now. */
function byWorth(amount: Coins | null, life: LegLife, price: Price | null, derived: Derived): Coins | null {
  const other = derived.prices.latest(underlyingOf(life), derived.at)?.price ?? null;
  if (amount === null || other === null || price === null || isZero(price)) return null;
  return coins(quantityFor(valueOf(amount, other, 'half-even'), price, 'half-even'));
}

function totalOf(amounts: readonly (Coins | null)[]): Coins | null {
  let total: Quantity = zeroQuantity;
  for (const amount of amounts) {
    if (amount === null) return null;
    total = add<Quantity>(total, amount);
  }
  return coins(total);
}
