import { absolute, add, isPositive, smaller, subtract } from '../../../../shared/num/arithmetic.ts';
import { roundTo } from '../../../../shared/num/rounding.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { ExitCase, ExitGoal } from '../../../engine/exit/exit-case.ts';
import { heldOf, wantedOf } from '../../../engine/exit/exposure-after.ts';
import type { PricedSchedule } from '../../../engine/exit/priced-schedule.ts';
import { times } from '../../../engine/exit/times.ts';
import { quantityText } from '../../../engine/words.ts';

/** For each coin that stands off what is wanted on the way, by more than whole contracts leave open: how far and until when. */
export function offWords(given: ExitCase, { exposure, schedule }: PricedSchedule): string[] {
  const [first] = given.dates;
  return given.goals.flatMap((goal) => {
    const wanted = wantedOf(goal);
    const after = exposure.filter(({ asset }) => asset === goal.asset);
    const end = after.at(-1)?.date;
    const asItIs = schedule.days[0]?.date === first?.date ? [] : [startOf(given, goal)];
    const off = [...asItIs, ...after.slice(0, -1).map(({ coins }) => coins)].map((coins) =>
      subtract(coins, wanted),
    );
    const [most] = off.toSorted((a, b) => (absolute<Quantity>(a) > absolute<Quantity>(b) ? -1 : 1));
    if (most === undefined || end === undefined || isRounding(absolute<Quantity>(most), goal, given))
      return [];
    const size = quantityText(roundTo<Quantity>(absolute<Quantity>(most), 4, 'half-even'), goal.asset);
    return [
      `On the way ${goal.asset} stands up to ${size} ${isPositive(most) ? 'above' : 'below'} what is wanted, until ${dateText(end)}; a narrower band (“band”) keeps it closer.`,
    ];
  });
}

/** Coins and hedges that are open today. */
function startOf({ futures }: ExitCase, goal: ExitGoal): Quantity {
  return futures.reduce<Quantity>((total, { asset, isOpen, side, steps, coinsPerStep }) => {
    if (asset !== goal.asset || !isOpen) return total;
    const coins = times(coinsPerStep, steps);
    return side === 'long' ? add(total, coins) : subtract(total, coins);
  }, heldOf(goal));
}

function isRounding(off: Quantity, { asset }: ExitGoal, { futures }: ExitCase): boolean {
  const steps = futures.filter((future) => future.asset === asset).map(({ coinsPerStep }) => coinsPerStep);
  const [first] = steps;
  if (first === undefined) return !isPositive(off);
  const least = steps.reduce((a, b) => smaller(a, b), first);
  return add(off, off) <= least;
}
