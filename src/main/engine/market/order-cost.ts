import type { Side } from '../../../shared/domain/event.ts';
import { compare, isPositive } from '../../../shared/num/arithmetic.ts';
import { ratio } from '../../../shared/num/products.ts';
import type { Price, Quantity, Rate } from '../../../shared/num/types.ts';
import type { Coins } from '../futures/units.ts';
import { scaledLevels, STRESSED_DEPTH } from './depth-bands.ts';
import { impactBand, shareOfVolume } from './impact.ts';
import type { ImpactBand } from './impact.ts';
import { depthOf, slippageOf, walkBook } from './walk-book.ts';
import type { BookLevel, BookWalk } from './walk-book.ts';

/** What is known of a market on the side that an order takes. Each part may be missing. */
export interface MarketSide {
  readonly side: Side;
  readonly mid: Price | null;
  /** Best price first, in coins. */
  readonly levels: readonly BookLevel[] | null;
  /** The same at prices that an order cannot beat, where `levels` are only a bound (sums up to whole per cents). */
  readonly bestLevels: readonly BookLevel[] | null;
  readonly halfSpread: Rate | null;
  readonly dailySigma: Rate | null;
  /** Coins a day. */
  readonly averageDailyVolume: Coins | null;
  /** Coins within 1 % of the middle. */
  readonly depth: Coins | null;
}

export interface WalkCost {
  readonly walk: BookWalk;
  /** Against the middle; null where depth ends or no middle is known. */
  readonly slippage: Rate | null;
}

export interface OrderCost {
  readonly walk: WalkCost | null;
  readonly bound: boolean;
  readonly impact: ImpactBand | null;
  /** null where nothing is known, and where depth ends: a market that cannot fill an order has no price for it. */
  readonly cost: Rate | null;
  readonly from: 'book' | 'estimate' | 'half-spread' | null;
  readonly shareOfVolume: Rate | null;
  readonly shareOfDepth: Rate | null;
  /** The walk where a rush leaves three tenths, and two tenths, of the depth. */
  readonly stressed: { readonly mild: WalkCost; readonly severe: WalkCost } | null;
}

/**
 * What an order costs against the middle: the worse of walking the book and the square-root estimate, and at least half the
 * spread. A walk has half the spread inside, so it is never added. Of a bound the least that it can be counts as the walk;
 * without an estimate the most that it can be counts.
 * In: coins above zero.
 */
export function orderCost(wanted: Coins, market: MarketSide): OrderCost {
  const { levels, bestLevels, mid, side, averageDailyVolume, dailySigma, depth } = market;
  const walk = levels === null ? null : walkCost(levels, wanted, mid, side);
  const share = isKnownAmount(averageDailyVolume) ? shareOfVolume(wanted, averageDailyVolume) : null;
  const impact = dailySigma === null || share === null ? null : impactBand(dailySigma, share);
  const least = bestLevels === null ? walk : walkCost(bestLevels, wanted, mid, side);
  const booked = impact === null ? walk : least;
  return {
    walk,
    bound: bestLevels !== null,
    impact,
    ...worstOf(walk, booked?.slippage ?? null, impact, market.halfSpread),
    shareOfVolume: share,
    shareOfDepth: isKnownAmount(depth) ? ratio<Quantity>(wanted, depth, 'half-even') : null,
    stressed: levels === null ? null : stressedWalks(levels, wanted, mid, side),
  };
}

function walkCost(levels: readonly BookLevel[], wanted: Coins, mid: Price | null, side: Side): WalkCost {
  const walk = walkBook(levels, wanted);
  const slippage = walk.kind === 'filled' && mid !== null ? slippageOf(walk.averagePrice, mid, side) : null;
  return { walk, slippage };
}

function stressedWalks(
  levels: readonly BookLevel[],
  wanted: Coins,
  mid: Price | null,
  side: Side,
): OrderCost['stressed'] {
  const at = (factor: Rate): WalkCost => walkCost(scaledLevels(levels, factor), wanted, mid, side);
  return { mild: at(STRESSED_DEPTH.mild), severe: at(STRESSED_DEPTH.severe) };
}

function worstOf(
  walk: WalkCost | null,
  booked: Rate | null,
  impact: ImpactBand | null,
  halfSpread: Rate | null,
): Pick<OrderCost, 'cost' | 'from'> {
  if (walk?.walk.kind === 'cannot-fill') return { cost: null, from: null };
  const candidates = [
    { from: 'book', cost: booked },
    { from: 'estimate', cost: impact?.middle ?? null },
    { from: 'half-spread', cost: halfSpread },
  ] as const;
  let worst: Pick<OrderCost, 'cost' | 'from'> = { cost: null, from: null };
  for (const one of candidates)
    if (one.cost !== null && (worst.cost === null || compare(one.cost, worst.cost) > 0)) worst = one;
  return worst;
}

function isKnownAmount(amount: Coins | null): amount is Coins {
  return amount !== null && isPositive(amount);
}

/** Coins that rest no further than a share of the middle away. In: levels of one side. */
export function depthWithin(levels: readonly BookLevel[], mid: Price, distance: Rate, side: Side): Coins {
  return depthOf(levels.filter(({ price }) => compare(slippageOf(price, mid, side), distance) <= 0));
}
