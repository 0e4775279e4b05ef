/**
 * What a draft costs by the model's numbers: the same clocks, prices and tax shapes, forward and in floats. For the order in
 * which neighbours are worth an exact price; never a figure that is shown.
 */
import { toFloat } from '../../../../shared/num/approximate.ts';
import type { ExitNumbers, GoalNumbers } from '../model/exit-numbers.ts';
import type { FutureNumbers } from '../model/future-numbers.ts';
import type { Draft, GoalDraft } from './draft.ts';
import { taxesOf } from './year-tax-of.ts';

interface Sums {
  readonly results: { short: number; long: number }[];
  cost: number;
}

/** In units of today's money, with the taxes that come anyway. In: steps of each position after each date. */
export function estimate(numbers: ExitNumbers, draft: Draft, steps: readonly (readonly number[])[]): number {
  const sums: Sums = { results: numbers.years.map(() => ({ short: 0, long: 0 })), cost: 0 };
  for (const [place, own] of draft.goals.entries()) {
    const goal = numbers.goals[place];
    if (goal !== undefined) addGoal(numbers, goal, { own, steps, sums });
  }
  for (const [place, future] of numbers.futures.entries())
    addFuture(future, { open: steps[place] ?? [], sums });
  return sums.cost + taxesOf(numbers, sums.results);
}

function addGoal(
  { dates, futures, spotCost }: ExitNumbers,
  goal: GoalNumbers,
  {
    own,
    steps,
    sums,
  }: { readonly own: GoalDraft; readonly steps: readonly (readonly number[])[]; readonly sums: Sums },
): void {
  for (const [date, quantity] of own.bought)
    sums.cost += toFloat(quantity) * (goal.prices[date] ?? 0) * spotCost * (dates[date]?.factor ?? 1);
  const left = goal.lots.map(({ coins }) => coins);
  const partsOf = goal.partsByPlace;
  const take = (at: number, coins: number, date: number, isLong: boolean): void => {
    const part = goal.lots[at];
    const on = dates[date];
    if (part === undefined || on === undefined) return;
    left[at] = (left[at] ?? 0) - coins;
    const price = goal.prices[date] ?? 0;
    const year = sums.results[on.year];
    sums.cost += coins * price * spotCost * on.factor;
    if (year === undefined) return;
    const gain = coins * (price * (1 - spotCost) - part.cost);
    if (isLong) year.long += gain;
    else year.short += gain;
  };
  const stopped = new Map<number, number>();
  const byDate = own.pieces.toSorted((a, b) => a.date - b.date);
  let isFirstDone = false;
  const endFirst = (): void => {
    isFirstDone = true;
    let covered = 0;
    for (const [place, { future, coins }] of futures.entries())
      if (!future.isOpen && future.side === 'short' && future.asset === goal.goal.asset)
        covered += (steps[place]?.[0] ?? 0) * coins;
    for (const at of goal.coverOrder) {
      if (covered <= 0) break;
      const some = Math.min(covered, left[at] ?? 0);
      covered -= some;
      if ((goal.lots[at]?.longFrom ?? 0) > 0) stopped.set(at, some);
    }
  };
  for (const { place, date, quantity } of byDate) {
    if (date > 0 && !isFirstDone) endFirst();
    let missing = toFloat(quantity);
    for (const at of partsOf.get(place) ?? []) {
      const some = Math.min(missing, left[at] ?? 0);
      if (some <= 0) continue;
      missing -= some;
      const short = Math.min(some, stopped.get(at) ?? 0);
      if (short > 0) {
        stopped.set(at, (stopped.get(at) ?? 0) - short);
        take(at, short, date, false);
      }
      if (some > short) take(at, some - short, date, date >= (goal.lots[at]?.longFrom ?? 0));
    }
  }
}

function addFuture(
  { future, closedOn }: FutureNumbers,
  { open, sums }: { readonly open: readonly number[]; readonly sums: Sums },
): void {
  for (const [date, each] of closedOn.entries()) {
    const before = date === 0 ? future.steps : (open[date - 1] ?? 0);
    const closed = each === null ? 0 : before - (open[date] ?? 0);
    if (each === null || closed === 0) continue;
    sums.cost += closed * each.cost;
    for (const [year, { short, long }] of each.results.entries()) {
      const of = sums.results[year];
      if (of === undefined) continue;
      of.short += closed * short;
      of.long += closed * long;
    }
  }
}
