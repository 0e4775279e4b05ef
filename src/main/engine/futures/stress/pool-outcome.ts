import { clampToZero, larger, negate, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import type { Money, Price } from '../../../../shared/num/types.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import type { Coins, SettleAmount } from '../units.ts';
import { advancePool } from './advance-pool.ts';
import { deltaAt, legStart } from './leg-start.ts';
import { nothing } from './nothing.ts';
import { profitAt } from './pool-value.ts';
import { trackOf } from './pool-track.ts';
import type { LegTrack, PoolTrack, Stage } from './pool-track.ts';
import type {
  LegOutcome,
  PoolNeed,
  PoolOutcome,
  PoolPoint,
  PoolState,
  StressParts,
} from './stress-outcome.ts';
import type { StressPool, StressPortfolio } from './stress-portfolio.ts';

/** A pool and its legs after a path. */
export interface PoolRun {
  readonly outcome: PoolOutcome;
  readonly legs: readonly LegOutcome[];
  /** Coins of the settle asset in it at the end: wallet and open profit. */
  readonly standing: SettleAmount;
  readonly standingBefore: SettleAmount;
}

const EMPTY: PoolPoint = {
  equity: nothing,
  initial: nothing,
  maintenance: nothing,
  buffer: nothing,
  atMost: nothing,
};
const NO_NEED: PoolNeed = { toMaintenance: zeroMoney, toInitial: zeroMoney };

/**
 * What a path does to one pool. In: the price of its settle asset now, and the stages with their prices.
 * null where the settle asset has no price: then nobody can say what any of it is worth.
 */
export function poolRun(
  pool: StressPool,
  stages: readonly Stage[],
  portfolio: StressPortfolio,
): PoolRun | null {
  const now = portfolio.prices.get(pool.settleAsset);
  if (now === undefined) return null;
  const track = trackOf(pool);
  const standingBefore = track.worth;
  const worth: Money[] = [valueOf(track.worth, now, 'half-even')];
  const needs: PoolNeed[] = [];
  let price = now;
  for (const stage of stages) {
    const wasLost = track.lostAt !== null;
    const there = track.held.length > 0;
    const before = price;
    advancePool(track, stage, portfolio.currency);
    price = wasLost ? price : (stage.market.priceOf(pool.settleAsset) ?? price);
    worth.push(valueOf(track.worth, price, 'half-even'));
    needs.push(wasLost || !there ? NO_NEED : needOf(track, before, price));
    if (wasLost) track.path.push(EMPTY);
  }
  const state = stateOf(track);
  const parts = partsOf(track, now, price, worth);
  const outcome = { pool, state, closed: track.closed, path: track.path, needs, worth, parts };
  return {
    outcome,
    legs: track.legs.map((leg) => legOutcome(leg, track, stages)),
    standing: track.worth,
    standingBefore,
  };
}

function stateOf(track: PoolTrack): PoolState {
  if (track.lostAt !== null) return 'lost';
  if (track.closed !== null) return 'closed';
  if (track.pool.legs.length === 0) return 'empty';
  if (track.unknown) return 'unknown';
  return track.called ? 'called' : 'open';
}

/** What has to come in at a step so that nothing is closed by force, and to be back at the initial margin. */
function needOf({ path, pool, start }: PoolTrack, before: Price, price: Price): PoolNeed {
  const end = needAt(path.at(-1) ?? EMPTY, pool, price);
  if (start === null) return end;
  const first = needAt(start, pool, before);
  return {
    toMaintenance: more(first.toMaintenance, end.toMaintenance),
    toInitial: more(first.toInitial, end.toInitial),
  };
}

function needAt(point: PoolPoint, pool: StressPool, price: Price): PoolNeed {
  // No venue asks for more than the full size, as initial margin neither.
  const isSafe = pool.unknown === null && point.equity >= point.atMost;
  const short = (asked: SettleAmount | null): Money | null => {
    if (asked === null) return isSafe ? zeroMoney : null;
    return valueOf(clampToZero(subtract(asked, point.equity)), price, 'half-even');
  };
  return { toMaintenance: short(point.maintenance), toInitial: short(point.initial) };
}

function more(a: Money | null, b: Money | null): Money | null {
  return a === null || b === null ? null : larger(a, b);
}

/** Coins, funding and fees each at the last price; what is left of the change is the futures'. */
function partsOf(track: PoolTrack, now: Price, price: Price, worth: readonly Money[]): StressParts {
  const at = (amount: SettleAmount): Money => valueOf(amount, price, 'half-even');
  const total = (of: (leg: LegTrack) => SettleAmount): Money => at(sum(track.legs.map(of), nothing));
  const wallet = track.pool.wallet;
  const coins = subtract(at(wallet), valueOf(wallet, now, 'half-even'));
  const funding = total((leg) => leg.funding);
  const fees = total((leg) => leg.fee);
  const lost = negate(at(track.lost));
  const change = subtract(worth.at(-1) ?? zeroMoney, worth[0] ?? zeroMoney);
  const others = sum([coins, funding, fees, lost], zeroMoney);
  return { coins, futures: subtract(change, others), funding, fees, lost };
}

function legOutcome(track: LegTrack, { pool }: PoolTrack, stages: readonly Stage[]): LegOutcome {
  const { leg, state, closePrice, closeStep, funding, fee } = track;
  const end = stages.at(-1)?.market.pointOf(leg) ?? leg.at;
  return {
    leg,
    pool,
    state,
    closePrice,
    closeStep,
    mark: end.price,
    profit: state === 'open' ? subtract(profitAt(leg, end), track.profitBefore) : track.profit,
    funding,
    fee,
    deltaBefore: legStart(leg).delta,
    deltaAfter: state === 'open' ? deltaAt(leg, end) : (zeroQuantity as Coins),
  };
}
