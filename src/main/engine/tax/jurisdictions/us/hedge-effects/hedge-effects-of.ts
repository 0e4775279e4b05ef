import { absolute, compare, isPositive } from '../../../../../../shared/num/arithmetic.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import { zeroRate } from '../../../../../../shared/num/types.ts';
import type { LossCharacter } from '../straddles/straddle-case.ts';
import { closedEffect } from './closed-effect.ts';
import type { ClosedEffect } from './closed-effect.ts';
import { unpricedAssets } from './hedge-runs.ts';
import { hedgeVerdict } from './hedge-verdict.ts';
import type { HedgeVerdict } from './hedge-verdict.ts';
import { gainOf, lotEffect, MOST_LOTS_PRICED } from './lot-effect.ts';
import type { LotEffect } from './lot-effect.ts';
import type { CoveredLot, HedgeEffectsInput, PlannedHedgeLeg } from './planned-hedge.ts';

export interface HedgeEffects {
  readonly lots: readonly LotEffect[];
  readonly closed: readonly ClosedEffect[];
  readonly verdict: HedgeVerdict;
  readonly notes: readonly string[];
}

/**
 * What a planned hedge does to the lots it covers and to taxes: clocks, losses that wait, and the tax if it is closed on some
 * days at some prices. Every figure is the difference of tax years that were assessed whole, straddle rules included.
 * Left out: fees and carry (the comparison counts those).
 * In: `pause`, awaited between its hundred assessments, so that others have their turn.
 */
export async function hedgeEffects(
  given: HedgeEffectsInput,
  pause: () => Promise<void>,
): Promise<HedgeEffects> {
  const closed: ClosedEffect[] = [];
  for (const closing of given.closings) {
    for (const change of given.changes) {
      await pause();
      closed.push(closedEffect(given, { closing, change }));
    }
  }
  const atToday = closed.filter(({ change }) => change === zeroRate);
  const covered = given.legs.flatMap((leg) => leg.covers.map((one) => ({ leg, covered: one })));
  const characters = new Map(given.legs.map((leg) => [leg.position, characterOf(leg, closed)]));
  const priced = given.profile === null ? new Set() : largestGains(given, covered);
  const lots: LotEffect[] = [];
  for (const one of covered) {
    const isPriced = priced.has(one.covered);
    if (isPriced) await pause();
    const character = characters.get(one.leg.position) ?? 'short';
    lots.push(lotEffect(given, { ...one, priced: isPriced }, { atToday, character }));
  }
  return { lots, closed, verdict: hedgeVerdict(closed, lots), notes: notesOf(given, covered.length) };
}

/** The covered parts whose sale matters most: those with the largest gain. */
function largestGains(
  given: HedgeEffectsInput,
  covered: readonly { readonly covered: CoveredLot }[],
): ReadonlySet<CoveredLot> {
  const prices = given.pricesWith(zeroRate, given.asOf);
  const gains = covered.flatMap((one) => {
    const gain = gainOf(one.covered, prices, given.asOf);
    return gain === null ? [] : [{ ...one, gain }];
  });
  const ranked = gains.toSorted((a, b) => compare(absolute<Money>(b.gain), absolute<Money>(a.gain)));
  return new Set(ranked.slice(0, MOST_LOTS_PRICED).map((one) => one.covered));
}

/** As the straddle rules have it in one of the closes that lose; else as the contract has it by itself. */
function characterOf(leg: PlannedHedgeLeg, closed: readonly ClosedEffect[]): LossCharacter {
  for (const { kept } of closed) {
    const found = kept.straddles.years
      .flatMap(({ losses }) => losses)
      .find(({ position, loss }) => position === leg.position && isPositive(loss));
    if (found !== undefined) return found.character;
  }
  return leg.spec.section1256.status ? 'section1256' : 'short';
}

function notesOf(given: HedgeEffectsInput, covered: number): readonly string[] {
  const { profile, legs } = given;
  const unpriced = unpricedAssets(given, given.pricesWith(zeroRate, given.asOf), given.asOf);
  return [
    'Every figure is the tax of all years up to the year after the last close, with the hedge less without it; prices move in a straight line and stay. Fees and carry are left out here: the comparison counts them.',
    ...unpriced.map(
      (asset) =>
        `Nobody knows what ${asset} costs today: gains of these coins, the losses that wait for them and the tax of the hedge are left open. Set a price of ${asset}.`,
    ),
    ...(profile === null ? ['Without tax details there are clocks and losses, and no tax.'] : []),
    ...(covered > MOST_LOTS_PRICED && profile !== null
      ? [
          `The tax of single lots is computed for the ${MOST_LOTS_PRICED} of ${covered} with the largest gains and losses.`,
        ]
      : []),
    ...(legs.some(
      ({ side, covers, asset, spec }) => side === 'short' && covers.length === 0 && spec.underlying !== asset,
    )
      ? [
          given.facts.straddles.elections.crossAsset === 'if-correlated'
            ? 'A short of another coin counts as no straddle, because the two coins’ prices went together by less than 0.8 over a year (your tax choice "cross-asset-straddle"); no authority settles it.'
            : 'A short of another coin counts as no straddle by your choice about hedges across coins (tax choices, "cross-asset-straddle"); no authority settles it.',
        ]
      : []),
  ];
}
