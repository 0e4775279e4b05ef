/** A pool on its way along a path: what it would be had nothing been closed by force, and what was. */
import { isPositive, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import type { Price } from '../../../../shared/num/types.ts';
import type { ValuationPoint } from '../payoff/payoff.ts';
import type { SettleAmount } from '../units.ts';
import { legStart } from './leg-start.ts';
import { nothing } from './nothing.ts';
import { profitAt } from './pool-value.ts';
import { ALL } from './scenario.ts';
import type { StressStep } from './scenario.ts';
import type { StressMarket } from './stress-market.ts';
import type { ForcedClose, LegOutcome, PoolPoint } from './stress-outcome.ts';
import type { StressLeg, StressPool } from './stress-portfolio.ts';

/** One stretch of the path with the prices at its end. */
export interface Stage {
  readonly place: number;
  readonly step: StressStep;
  /** What is asked differs from the step before: then it is looked at from the step's very beginning. */
  readonly asksAnew: boolean;
  /** Where the step before ended. */
  readonly before: StressMarket;
  readonly market: StressMarket;
}

export interface LegTrack {
  readonly leg: StressLeg;
  /** At the beginning of the path, since the entry. */
  readonly profitBefore: SettleAmount;
  state: LegOutcome['state'];
  closePrice: Price | null;
  closeStep: number | null;
  profit: SettleAmount;
  funding: SettleAmount;
  fee: SettleAmount;
}

export interface PoolTrack {
  readonly pool: StressPool;
  /** A broker calls for money before it closes anything. */
  readonly callsFirst: boolean;
  readonly legs: readonly LegTrack[];
  /** Had nothing been closed by force: what is still there, and where it stood when the step before ended. */
  held: LegTrack[];
  points: ValuationPoint[];
  /** Had nothing been closed by force. */
  wallet: SettleAmount;
  /** With what was closed by force, when the last step ended; nothing once it is lost. */
  worth: SettleAmount;
  /** What it was worth when its venue was lost. */
  lost: SettleAmount;
  readonly path: PoolPoint[];
  /** At the beginning of the step that was taken last; null where it was not looked at. */
  start: PoolPoint | null;
  closed: ForcedClose | null;
  called: boolean;
  unknown: boolean;
  lostAt: number | null;
}

export function trackOf(pool: StressPool): PoolTrack {
  const legs = pool.legs.map(legTrack);
  return {
    pool,
    callsFirst: pool.legs.some(({ terms }) => terms.liquidation === 'broker'),
    legs,
    held: legs,
    points: pool.legs.map(({ at }) => at),
    wallet: pool.wallet,
    worth: sum(
      legs.map(({ profitBefore }) => profitBefore),
      pool.wallet,
    ),
    lost: nothing,
    path: [],
    start: null,
    closed: null,
    called: false,
    unknown: false,
    lostAt: null,
  };
}

function legTrack(leg: StressLeg): LegTrack {
  return {
    leg,
    profitBefore: legStart(leg).profit,
    state: 'open',
    closePrice: null,
    closeStep: null,
    profit: nothing,
    funding: nothing,
    fee: nothing,
  };
}

/** A leg leaves at a point; what it gained since the start is then its last word. */
export function leave(
  track: LegTrack,
  state: LegOutcome['state'],
  at: ValuationPoint,
  place: number,
): SettleAmount {
  const profit = profitAt(track.leg, at);
  track.state = state;
  track.closePrice = state === 'lost' ? null : at.price;
  track.closeStep = place;
  track.profit = subtract(profit, track.profitBefore);
  return profit;
}

/** Whether a step closes this leg against its owner's will, at a point. */
export function isTaken({ leg }: LegTrack, at: ValuationPoint, { closed }: StressStep): boolean {
  switch (closed) {
    case null:
      return false;
    case 'all':
      return true;
    case 'winning':
      return isPositive(profitAt(leg, at));
    case 'shorts':
      return leg.side === 'short';
    case 'longs':
      return leg.side === 'long';
    default:
      return closed.includes(leg.id);
  }
}

/** Whether a step takes all that stands at a pool's venue. */
export function isLost({ pool }: PoolTrack, { lost }: StressStep): boolean {
  return lost.includes(pool.venue) || lost.includes(ALL);
}
