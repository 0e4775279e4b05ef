import { add, subtract, sum } from '../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import type { ExitCase, ExitGoal } from './exit-case.ts';
import type { ExitSchedule } from './exit-schedule.ts';
import type { ExposureAfter } from './priced-schedule.ts';
import { times } from './times.ts';

/** Coins that are held of a goal's asset today. */
export function heldOf({ held, lots }: ExitGoal): Quantity {
  return held ?? sumOf(lots);
}

/** Asked for each schedule; the sum of thousands of lots is made once. */
const sums = new WeakMap<ExitGoal['lots'], Quantity>();

function sumOf(lots: ExitGoal['lots']): Quantity {
  let known = sums.get(lots);
  if (known === undefined) {
    known = sum(
      lots.map(({ quantity }) => quantity),
      zeroQuantity,
    );
    sums.set(lots, known);
  }
  return known;
}

/** What spot and futures of a goal's asset are meant to be together, on every day. */
export function wantedOf(goal: ExitGoal): Quantity {
  return add(subtract(heldOf(goal), goal.sell), goal.buy);
}

/** Spot and futures of every goal's asset after each day of the schedule. */
export function exposureAfter({ goals, futures }: ExitCase, { days }: ExitSchedule): ExposureAfter[] {
  const spot = new Map(goals.map((goal) => [goal.asset, heldOf(goal)]));
  return days.flatMap(({ date, sells, buys, hedges }) => {
    for (const { asset, quantity } of sells)
      spot.set(asset, subtract(spot.get(asset) ?? zeroQuantity, quantity));
    for (const { asset, quantity } of buys) spot.set(asset, add(spot.get(asset) ?? zeroQuantity, quantity));
    const steps = new Map(hedges.map((hedge) => [hedge.position, hedge.steps]));
    return goals.map(({ asset }): ExposureAfter => {
      let ofFutures = zeroQuantity;
      for (const future of futures) {
        const open = future.asset === asset ? (steps.get(future.position) ?? 0) : 0;
        if (open === 0) continue;
        const coins = times(future.coinsPerStep, open);
        ofFutures = future.side === 'long' ? add(ofFutures, coins) : subtract(ofFutures, coins);
      }
      const ofSpot = spot.get(asset) ?? zeroQuantity;
      return { date, asset, spot: ofSpot, futures: ofFutures, coins: add(ofSpot, ofFutures) };
    });
  });
}
