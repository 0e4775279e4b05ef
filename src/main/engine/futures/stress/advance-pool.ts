import { invariant } from '../../../../shared/invariant.ts';
import { add, isPositive, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { quantityTimes } from '../../../../shared/num/products.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { zeroRate } from '../../../../shared/num/types.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import type { ValuationPoint } from '../payoff/payoff.ts';
import type { SettleAmount } from '../units.ts';
import { crossing } from './crossing.ts';
import { nothing } from './nothing.ts';
import { closingFee, counted, fundingDue, fundingOf, poolPoint, profitAt, supportOf } from './pool-value.ts';
import { isLost, isTaken, leave } from './pool-track.ts';
import type { LegTrack, PoolTrack, Stage } from './pool-track.ts';
import { between } from './stress-market.ts';
import type { PoolPoint } from './stress-outcome.ts';

/** What a step brings to a pool, before anyone looks whether it survives. */
interface Stretch extends Stage {
  readonly currency: AssetId;
  /** Marks of `held` at the end. */
  readonly points: readonly ValuationPoint[];
  /** By place in `held`. */
  readonly funding: readonly SettleAmount[];
  readonly fundingSum: SettleAmount;
  readonly end: PoolPoint;
  readonly openProfit: SettleAmount;
}

/**
 * Takes a pool one step on: prices move in a straight line from where they stood, funding is paid evenly, and whatever
 * closes it by force does so at the first point on the way at which the equity meets the margin. Then come closes that
 * the scenario orders, and the loss of venues.
 * Worst points are those that the steps name: between two steps nothing stands worse than at one of them, as equity less
 * margin bends downwards (linear contracts; inverse ones as long as one coin does not hold longs and shorts at once).
 * Where a venue's rate counts for the whole position, its margin jumps at a cap: a dip no deeper than that jump, just beyond
 * a cap between two steps, is not seen.
 */
export function advancePool(track: PoolTrack, stage: Stage, currency: AssetId): void {
  if (track.lostAt !== null) return;
  const stretch = stretchOf(track, stage, currency);
  track.path.push(stretch.end);
  track.start = stage.asksAnew && track.held.length > 0 ? startOf(track, stretch) : null;
  if (track.closed === null) judge(track, stretch);
  bookFunding(track, stretch);
  track.wallet = add(track.wallet, stretch.fundingSum);
  track.points = [...stretch.points];
  track.worth = track.closed?.left ?? add(track.wallet, stretch.openProfit);
  takeOut(track, stage);
  if (isLost(track, stage.step)) lose(track, stage);
}

function stretchOf(track: PoolTrack, stage: Stage, currency: AssetId): Stretch {
  const { step, market } = stage;
  const points = track.held.map(({ leg }) => market.pointOf(leg));
  const due = fundingDue(step);
  const funding = track.held.map(({ leg }, place) => fundingOf(leg, points[place] ?? leg.at, due));
  const fundingSum = sum(funding, nothing);
  const { pool } = track;
  const wallet = counted(add(track.wallet, fundingSum), pool.settleAsset, currency, step.haircut);
  const collateral = add(wallet, supportOf(pool, market, step.haircut));
  const legs = track.held.map(({ leg }) => leg);
  const known = poolPoint(collateral, legs, points, step.marginMultiplier);
  const end = track.pool.unknown === null ? known : withoutMargin(known);
  const openProfit = subtract(end.equity, collateral);
  return { ...stage, currency, points, funding, fundingSum, end, openProfit };
}

function withoutMargin({ equity, atMost }: PoolPoint): PoolPoint {
  return { equity, initial: null, maintenance: null, buffer: null, atMost };
}

/** Whether the pool is closed by force on this stretch, called, or beyond anyone's knowledge. */
function judge(track: PoolTrack, stretch: Stretch): void {
  if (track.held.length === 0) return;
  if (track.pool.unknown !== null) {
    track.unknown = true;
    return;
  }
  for (const point of track.start === null ? [stretch.end] : [track.start, stretch.end]) {
    const left = whatIsLeft(track, stretch, point);
    if (left !== null) {
      closeByForce(track, stretch, { left, reached: point });
      return;
    }
  }
}

type Left = (point: PoolPoint) => SettleAmount;

/** What has run out at a point, as it is told of any point; null where the pool goes on, called or not. */
function whatIsLeft(track: PoolTrack, { step }: Stretch, { equity, buffer, atMost }: PoolPoint): Left | null {
  if (buffer === null && equity < atMost) track.unknown = true;
  const isShort = buffer !== null && !isPositive(buffer);
  if (isShort && (!track.callsFirst || step.noAccess)) return (point) => point.buffer ?? point.equity;
  if (!isPositive(equity)) return (point) => point.equity;
  if (isShort) track.called = true;
  return null;
}

interface RunOut {
  readonly left: Left;
  /** The point at which nothing was left: the start of the stretch or its end. */
  readonly reached: PoolPoint;
}

/** Everything in the pool goes at the first point of the stretch where what is left reaches zero. */
function closeByForce(track: PoolTrack, stretch: Stretch, { left, reached }: RunOut): void {
  const amountAt = (share: Rate): SettleAmount => left(pointAt(track, stretch, share));
  const share = reached === track.start ? zeroRate : crossing(amountAt, amountAt(zeroRate), left(reached));
  let wallet = add(track.wallet, partOf(stretch.fundingSum, share));
  let fee: SettleAmount | null = nothing;
  for (const [place, leg] of track.held.entries()) {
    const at = onTheWay(track, stretch, place, share);
    wallet = add(wallet, leave(leg, 'liquidated', at, stretch.place));
    leg.funding = add(leg.funding, partOf(stretch.funding[place] ?? nothing, share));
    const cost = closingFee(leg.leg, at);
    leg.fee = cost ?? nothing;
    wallet = add(wallet, leg.fee);
    fee = fee === null || cost === null ? null : add(fee, cost);
  }
  track.closed = { step: stretch.place, share, left: wallet, fee };
}

/** At the beginning of a stretch, with what the stretch asks. */
function startOf(track: PoolTrack, stretch: Stretch): PoolPoint {
  const start = pointAt(track, stretch, zeroRate);
  return track.pool.unknown === null ? start : withoutMargin(start);
}

function pointAt(track: PoolTrack, stretch: Stretch, share: Rate): PoolPoint {
  const { currency, step, fundingSum, before, market } = stretch;
  const { pool } = track;
  const wallet = counted(
    add(track.wallet, partOf(fundingSum, share)),
    pool.settleAsset,
    currency,
    step.haircut,
  );
  const from = supportOf(pool, before, step.haircut);
  const support = add(from, partOf(subtract(supportOf(pool, market, step.haircut), from), share));
  const legs = track.held.map(({ leg }) => leg);
  const points = legs.map((_, place) => onTheWay(track, stretch, place, share));
  return poolPoint(add(wallet, support), legs, points, step.marginMultiplier);
}

function onTheWay(track: PoolTrack, stretch: Stretch, place: number, share: Rate): ValuationPoint {
  const from = track.points[place];
  const to = stretch.points[place];
  invariant(from !== undefined && to !== undefined, 'every leg that is held has its points');
  return between(from, to, share);
}

function partOf(amount: SettleAmount, share: Rate): SettleAmount {
  return quantityTimes(amount, share, 'half-even') as SettleAmount;
}

function bookFunding(track: PoolTrack, { funding }: Stretch): void {
  for (const [place, leg] of track.held.entries())
    if (leg.state === 'open') leg.funding = add(leg.funding, funding[place] ?? nothing);
}

/** Closes that the scenario orders: without a fee, at the marks of the step. */
function takeOut(track: PoolTrack, { step, place }: Stage): void {
  if (step.closed === null) return;
  const stays: LegTrack[] = [];
  const points: ValuationPoint[] = [];
  for (const [number, leg] of track.held.entries()) {
    const at = track.points[number] ?? leg.leg.at;
    if (isTaken(leg, at, step)) {
      track.wallet = add(track.wallet, profitAt(leg.leg, at));
      if (leg.state === 'open') leave(leg, 'closed', at, place);
    } else {
      stays.push(leg);
      points.push(at);
    }
  }
  track.held = stays;
  track.points = points;
}

function lose(track: PoolTrack, { place }: Stage): void {
  track.lostAt = place;
  track.lost = track.worth;
  track.worth = nothing;
  for (const [number, leg] of track.held.entries())
    if (leg.state === 'open') leave(leg, 'lost', track.points[number] ?? leg.leg.at, place);
  track.held = [];
  track.points = [];
}
