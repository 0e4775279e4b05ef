/**
 * Walks of lots that were made before: a what-if changes few lots, the others live as they did.
 *
 * A walk is used again where the lot is the very same object and what offset it is the same, figure by figure. What it wrote
 * into its offsets is written into those of the new case.
 */
import type { EffectiveOffset } from './effective-offsets.ts';
import { walkLot } from './lot-walk.ts';
import type { LotWalk, LotWalkInput } from './lot-walk.ts';
import type { StraddleLot } from './straddle-case.ts';
import { trustShareOf } from './trust-shares.ts';

interface KeptWalk {
  readonly firstYear: number;
  readonly lastYear: number;
  /** As the walk left them. */
  readonly offsets: readonly EffectiveOffset[];
  readonly are1256: readonly boolean[];
  readonly walk: LotWalk;
}

/** With a hedge and without, closed on one of three days. */
const MOST_KEPT = 4;

const kept = new WeakMap<StraddleLot, readonly KeptWalk[]>();

/** `walkLot`, kept for the next case in which nothing about the lot differs. */
export function keptWalk(input: LotWalkInput): LotWalk {
  if (restsOnMore(input)) return walkLot(input);
  const before = kept.get(input.lot) ?? [];
  const same = before.find((one) => isSame(one, input));
  if (same !== undefined) return usedAgain(same, input.offsets);
  const walk = walkLot(input);
  const { firstYear, lastYear } = input.given;
  const are1256 = input.offsets.map(({ short }) => input.is1256(short.id));
  const made = { firstYear, lastYear, offsets: input.offsets, are1256, walk };
  kept.set(input.lot, [made, ...before.slice(0, MOST_KEPT - 1)]);
  return walk;
}

/** Whether prices, other lots or other positions have a say in it. */
function restsOnMore({ lot, offsets, additions, disallowed, given }: LotWalkInput): boolean {
  return (
    additions.length > 0 ||
    given.elections.constructiveSalesFrom !== null ||
    trustShareOf(lot.asset) !== undefined ||
    offsets.some(({ regime }) => regime === 'straddle-by-straddle') ||
    (disallowed.size > 0 && lot.departures.some(({ id }) => disallowed.has(id)))
  );
}

function isSame(before: KeptWalk, { offsets, given, is1256 }: LotWalkInput): boolean {
  return (
    before.firstYear === given.firstYear &&
    before.lastYear === given.lastYear &&
    before.offsets.length === offsets.length &&
    offsets.every((offset, place) => {
      const other = before.offsets[place];
      return (
        other !== undefined &&
        offset.from === other.from &&
        offset.until === other.until &&
        offset.regime === other.regime &&
        offset.given.quantity === other.given.quantity &&
        offset.short.id === other.short.id &&
        offset.short.opened === other.short.opened &&
        is1256(offset.short.id) === before.are1256[place]
      );
    })
  );
}

function usedAgain({ walk, offsets: before }: KeptWalk, offsets: readonly EffectiveOffset[]): LotWalk {
  const now = new Map<EffectiveOffset, EffectiveOffset>();
  for (const [place, offset] of offsets.entries()) {
    const other = before[place];
    if (other === undefined) continue;
    now.set(other, offset);
    offset.covered = other.covered;
    offset.coveredLong = other.coveredLong;
    offset.left.push(...other.left);
  }
  const ofNow = (one: EffectiveOffset): EffectiveOffset => now.get(one) ?? one;
  const losses = walk.losses.map((loss) => ({
    ...loss,
    offsets: loss.offsets.map(ofNow),
    intoBasisOf: loss.intoBasisOf && ofNow(loss.intoBasisOf),
  }));
  const { items, yearEnds, holdingPeriods, basisAdjustments, unplaced, longTermAgainst, issues } = walk;
  return { items, losses, yearEnds, holdingPeriods, basisAdjustments, unplaced, longTermAgainst, issues };
}
