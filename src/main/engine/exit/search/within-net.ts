import { toFloat } from '../../../../shared/num/approximate.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { ExitCase } from '../exit-case.ts';
import { heldOf } from '../exposure-after.ts';
import { netLimit, netPriceOf } from '../net-off.ts';

const NOISE = 1e-9;

interface StepsOfDay {
  /** What is still to be sold or bought after the day, by goal. */
  readonly rests: readonly Quantity[];
  /** By position. */
  readonly steps: readonly number[];
  /** Of the date before: never more than these. */
  readonly before: readonly number[];
}

/**
 * The steps of a day, a few more or fewer of them where all goals together would stand off by more than they may. The bands of
 * single coins are kept as far as they were. null where no steps bring it within the limit.
 */
export function withinNet(given: ExitCase, day: StepsOfDay): readonly number[] | null {
  const limit = netLimit(given);
  if (limit === null) return day.steps;
  const most = toFloat(limit);
  const positions = positionsOf(given);
  const offs = offsOf(given, positions, day);
  const net = offs.reduce((sum, { off, price }) => sum + off * price, 0);
  if (Math.abs(net) <= most) return day.steps;
  const steps = [...day.steps];
  let left = net;
  // Each position once is enough.
  for (const tried = new Set<number>(); Math.abs(left) > most;) {
    let best: Change | null = null;
    for (const position of positions) {
      if (tried.has(position.place)) continue;
      const change = changeOf(position, {
        left,
        most,
        now: steps,
        before: day.before,
        off: offs[position.goal],
      });
      if (change !== null && (best === null || isBetter(change, best, most))) best = change;
    }
    if (best === null) return null;
    const { position, count } = best;
    tried.add(position.place);
    steps[position.place] = (steps[position.place] ?? 0) + count;
    const own = offs[position.goal];
    if (own !== undefined) own.off += position.coins * count;
    left = best.left;
  }
  return steps;
}

interface Position {
  readonly place: number;
  readonly goal: number;
  /** What one step adds to the exposure, signed. */
  readonly coins: number;
  readonly price: number;
}

interface Off {
  off: number;
  readonly price: number;
  readonly tolerance: number;
  /** No short is larger than the coins held: so far below what is wanted they are. Purchases have no such end. */
  readonly mostBelow: number;
}

function positionsOf(given: ExitCase): readonly Position[] {
  return given.futures.flatMap(({ asset, side, coinsPerStep }, place): Position[] => {
    const goal = given.goals.findIndex((one) => one.asset === asset);
    if (goal < 0) return [];
    const coins = toFloat(coinsPerStep) * (side === 'long' ? 1 : -1);
    return [{ place, goal, coins, price: toFloat(netPriceOf(given, asset)) }];
  });
}

function offsOf(given: ExitCase, positions: readonly Position[], { rests, steps }: StepsOfDay): Off[] {
  return given.goals.map((goal, at): Off => {
    const rest = toFloat(rests[at] ?? zeroQuantity);
    const isSale = goal.sell > zeroQuantity;
    const hedged = positions
      .filter((one) => one.goal === at)
      .reduce((sum, { place, coins }) => sum + coins * (steps[place] ?? 0), 0);
    return {
      off: (isSale ? rest : -rest) + hedged,
      price: toFloat(netPriceOf(given, goal.asset)),
      tolerance: toFloat(goal.tolerance),
      mostBelow: isSale ? toFloat(heldOf(goal)) - toFloat(goal.sell) : Number.POSITIVE_INFINITY,
    };
  });
}

interface Change {
  readonly position: Position;
  /** Steps more, or fewer where below zero. */
  readonly count: number;
  /** What stands off afterwards. */
  readonly left: number;
}

/** As many steps of one position as bring what stands off within the limit, or as near as its own limits let it. */
function changeOf(
  position: Position,
  {
    left,
    most,
    now,
    before,
    off,
  }: {
    readonly left: number;
    readonly most: number;
    readonly now: readonly number[];
    readonly before: readonly number[];
    readonly off: Off | undefined;
  },
): Change | null {
  const { place, coins, price } = position;
  if (off === undefined || coins * price === 0) return null;
  const wanted = (left > 0 ? most - left : -most - left) / (coins * price);
  const isMore = wanted > 0;
  const asked = Math.ceil(Math.abs(wanted) - NOISE);
  const room = isMore ? (before[place] ?? 0) - (now[place] ?? 0) : (now[place] ?? 0);
  const moves = coins * (isMore ? 1 : -1);
  const free = moves > 0 ? off.tolerance - off.off : off.off + Math.min(off.tolerance, off.mostBelow);
  const inBand = Math.floor(free / Math.abs(coins) + NOISE);
  const count = Math.min(asked, room, inBand);
  if (count <= 0) return null;
  return { position, count: isMore ? count : -count, left: left + moves * price * count };
}

/** What is enough before what is not, then the smaller change; else what comes nearer. */
function isBetter(one: Change, other: Change, most: number): boolean {
  const [isEnough, isOtherEnough] = [one, other].map(({ left }) => Math.abs(left) <= most);
  if (isEnough !== isOtherEnough) return isEnough === true;
  const size = ({ position: { coins, price }, count }: Change): number => Math.abs(count * coins * price);
  return isEnough === true
    ? size(one) < size(other) - NOISE
    : Math.abs(one.left) < Math.abs(other.left) - NOISE;
}
