import type { AssetId } from '../../../../shared/domain/asset.ts';
import { add, subtract } from '../../../../shared/num/arithmetic.ts';
import type { Price, Quantity, Rate } from '../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { coins } from '../units.ts';
import type { Coins } from '../units.ts';
import { hedgeGap } from './hedge-gap.ts';
import type { GapAsset } from './hedge-gap.ts';

/** Why a hedge fits worse or better than at plan, in the order in which the causes are told apart. */
export const GAP_CAUSES = [
  'target', // other targets than then
  'spot', // coins or money bought, sold, moved in or out
  'funding', // funding paid in an asset that has a target
  'booked', // profit and fees of futures paid in an asset that has a target
  'price', // prices moved
  'fills', // what was filled differs from what was planned
  'convexity', // the coins that inverse and quanto contracts move change with the price
  'open-profit', // coins that such contracts owe or are owed, not yet in any balance
  'others', // futures that are not this plan's
] as const;
export type GapCauseKind = (typeof GAP_CAUSES)[number];

export interface GapCause {
  readonly cause: GapCauseKind;
  /** Coins by which it widens (positive: more to buy) the gap. */
  readonly coins: Coins;
}

export interface GapChange {
  readonly atPlan: Coins;
  readonly now: Coins;
  /** In the order of `GAP_CAUSES`; they add up to `now` less `atPlan` exactly. */
  readonly causes: readonly GapCause[];
}

/** What is known of one asset then and now. */
export interface GapChangeAsset {
  readonly asset: AssetId;
  readonly isMoney: boolean;
  /** null where it had no target when the plan was made. */
  readonly atPlan: { readonly target: Rate; readonly held: Quantity; readonly price: Price } | null;
  /** null where it has none now. */
  readonly now: { readonly target: Rate; readonly held: Quantity; readonly price: Price } | null;
  /** Of `now.held` less `atPlan.held`: funding, and profit and fees of futures. */
  readonly funding: Quantity;
  readonly booked: Quantity;
  /** Coins that this plan's legs move: as planned, by the fills at their entry, by the fills at the mark. */
  readonly planned: Quantity;
  readonly entered: Quantity;
  readonly marked: Quantity;
  /** Profit in this asset that open legs of this plan have and no balance shows. */
  readonly openProfit: Quantity;
  /** Coins that all other futures move now. */
  readonly others: Quantity;
}

/**
 * Why the gap of an asset is not what it was when the plan was made. One thing after another is set from then to now, in
 * the order of `GAP_CAUSES`; what the gap changes by each time is that cause's part, so the parts add up exactly. What
 * two causes do together (more coins at a higher price) falls to the later.
 * In: `gapAtPlan`, what rounding left of the wanted coins; null where the plan did not keep it: then what the baseline
 * gives. null where a state cannot be told.
 */
export function gapCauses(
  assets: readonly GapChangeAsset[],
  asset: AssetId,
  gapAtPlan: Coins | null,
): GapChange | null {
  const gaps = statesOf(assets).map((state) => hedgeGap(state, asset));
  const [first] = gaps;
  if (first === undefined || first === null) return null;
  const atPlan = gapAtPlan ?? first;
  const causes: GapCause[] = [];
  for (const [place, cause] of GAP_CAUSES.entries()) {
    const before = gaps[place];
    const after = gaps[place + 1];
    if (before === null || before === undefined || after === null || after === undefined) return null;
    // Futures that were open beside the plan when it was made are in its gap already.
    const known = cause === 'others' ? subtract(atPlan, first) : zeroQuantity;
    causes.push({ cause, coins: coins(subtract<Quantity>(subtract<Quantity>(after, before), known)) });
  }
  const now = gaps.at(-1);
  return now === null || now === undefined ? null : { atPlan, now, causes };
}

type Futures = 'planned' | 'entered' | 'marked';

interface Stage {
  readonly targets: 'atPlan' | 'now';
  readonly held: (one: GapChangeAsset) => Quantity;
  readonly prices: 'atPlan' | 'now';
  readonly futures: (one: GapChangeAsset) => Quantity;
}

const heldThen = (one: GapChangeAsset): Quantity => (one.atPlan ?? one.now)?.held ?? zeroQuantity;
const heldNow = (one: GapChangeAsset): Quantity => (one.now ?? one.atPlan)?.held ?? zeroQuantity;
const tradedOnly = (one: GapChangeAsset): Quantity =>
  one.atPlan === null ? heldNow(one) : subtract(subtract(heldNow(one), one.funding), one.booked);
const withFunding = (one: GapChangeAsset): Quantity =>
  one.atPlan === null ? heldNow(one) : subtract(heldNow(one), one.booked);
const by =
  (futures: Futures) =>
  (one: GapChangeAsset): Quantity =>
    one[futures];
const withProfit = (one: GapChangeAsset): Quantity => add(one.marked, one.openProfit);
const withOthers = (one: GapChangeAsset): Quantity => add(withProfit(one), one.others);

/** The first is the plan's; each next one sets one cause to now. */
const STAGES: readonly Stage[] = [
  { targets: 'atPlan', held: heldThen, prices: 'atPlan', futures: by('planned') },
  { targets: 'now', held: heldThen, prices: 'atPlan', futures: by('planned') },
  { targets: 'now', held: tradedOnly, prices: 'atPlan', futures: by('planned') },
  { targets: 'now', held: withFunding, prices: 'atPlan', futures: by('planned') },
  { targets: 'now', held: heldNow, prices: 'atPlan', futures: by('planned') },
  { targets: 'now', held: heldNow, prices: 'now', futures: by('planned') },
  { targets: 'now', held: heldNow, prices: 'now', futures: by('entered') },
  { targets: 'now', held: heldNow, prices: 'now', futures: by('marked') },
  { targets: 'now', held: heldNow, prices: 'now', futures: withProfit },
  { targets: 'now', held: heldNow, prices: 'now', futures: withOthers },
];

function statesOf(assets: readonly GapChangeAsset[]): readonly (readonly GapAsset[])[] {
  return STAGES.map((stage) => assets.flatMap((one) => stateOf(one, stage)));
}

function stateOf(one: GapChangeAsset, { targets, held, prices, futures }: Stage): readonly GapAsset[] {
  const target = one[targets]?.target;
  const price = (one[prices] ?? one.now ?? one.atPlan)?.price;
  if (target === undefined || price === undefined) return [];
  const { asset, isMoney } = one;
  return [{ asset, isMoney, target, held: held(one), price, futures: futures(one) }];
}
