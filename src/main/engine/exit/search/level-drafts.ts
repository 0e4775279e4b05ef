/** Drafts by what is left to do after each date: in halves of a hedge's step, so that the tolerance is used on both sides. */
import { subtract } from '../../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { toFloat } from '../../../../shared/num/approximate.ts';
import type { ExitCase, ExitGoal } from '../exit-case.ts';
import { shareOf } from '../times.ts';
import { lotOrders } from './lot-orders.ts';
import { plainHedge } from './draft-of-schedule.ts';
import type { Draft, GoalDraft, Piece } from './draft.ts';
import { merged } from './moves.ts';

/** Of ways to spread a goal over the dates. */
const MOST_WAYS = 250;
const QUARTERS = 4;

/** In: a draft whose other goals stay. Out: each goal in turn in all ways where they are few, else on two dates. */
export function* levelDrafts(given: ExitCase, draft: Draft): Generator<Draft> {
  for (const [place, goal] of given.goals.entries()) {
    const levels = levelsOf(given, goal);
    const ways = waysOf(levels.length, given.dates.length);
    for (const way of ways) {
      const rests = way.map((level) => levels[level] ?? zeroQuantity);
      for (const own of goalDrafts(given, goal, rests))
        yield { ...draft, goals: draft.goals.map((one, at) => (at === place ? own : one)) };
    }
  }
}

/** What may be left, most first: all of it, then halves of a step, nothing last. */
function levelsOf({ futures }: ExitCase, { asset, sell, buy }: ExitGoal): readonly Quantity[] {
  const all = sell > zeroQuantity ? sell : buy;
  const steps = futures.filter((one) => one.asset === asset).map(({ coinsPerStep }) => coinsPerStep);
  const least = steps.toSorted((a, b) => (a < b ? -1 : 1))[0];
  const halves = least === undefined ? 0 : Math.ceil((2 * toFloat(all)) / toFloat(least) - 1e-9);
  if (least === undefined || halves > 24)
    return Array.from({ length: QUARTERS + 1 }, (_, at) => shareOf(all, QUARTERS - at, QUARTERS));
  const found = Array.from({ length: halves }, (_, at) => shareOf(least, at, 2)).toReversed();
  return [all, ...found.filter((one) => one < all)];
}

/** Places of levels by date, never back to more, the last at nothing. */
function waysOf(levels: number, dates: number): readonly (readonly number[])[] {
  let ways: (readonly number[])[] = [[]];
  for (let date = 0; date < dates - 1; date += 1) {
    ways = ways.flatMap((way) =>
      Array.from({ length: levels - (way.at(-1) ?? 0) }, (_, at) => [...way, (way.at(-1) ?? 0) + at]),
    );
    if (ways.length > MOST_WAYS) return onTwoDates(levels, dates);
  }
  return ways.map((way) => [...way, levels - 1]);
}

function onTwoDates(levels: number, dates: number): readonly (readonly number[])[] {
  return Array.from({ length: levels }, (_, level) =>
    Array.from({ length: dates - 1 }, (_one, at) =>
      Array.from({ length: dates }, (_other, date) => (date > at ? levels - 1 : level)),
    ),
  ).flat();
}

function* goalDrafts(given: ExitCase, goal: ExitGoal, rests: readonly Quantity[]): Generator<GoalDraft> {
  const all = goal.sell > zeroQuantity ? goal.sell : goal.buy;
  const done = rests.map((rest, date) => subtract(rests[date - 1] ?? all, rest));
  for (const rounding of ['more', 'fewer'] as const) {
    const steps = { ...plainHedge(given), rounding };
    if (goal.sell <= zeroQuantity) {
      const bought = done.flatMap((some, date) => (some > zeroQuantity ? [[date, some] as const] : []));
      yield { pieces: [], bought: new Map(bought), steps };
      continue;
    }
    for (const order of lotOrders(goal))
      yield { pieces: inOrder(goal, order, done), bought: new Map(), steps };
  }
}

function inOrder({ lots }: ExitGoal, order: readonly number[], done: readonly Quantity[]): readonly Piece[] {
  const left = lots.map(({ quantity }) => quantity);
  const pieces: Piece[] = [];
  for (const [date, asked] of done.entries()) {
    let missing = asked;
    for (const place of order) {
      const free = left[place] ?? zeroQuantity;
      const quantity = free < missing ? free : missing;
      if (quantity <= zeroQuantity) continue;
      pieces.push({ place, date, quantity });
      missing = subtract(missing, quantity);
      left[place] = subtract(free, quantity);
    }
  }
  return merged(pieces);
}
