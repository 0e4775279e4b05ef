import { toFloat } from '../../../../shared/num/approximate.ts';
import { absolute, add, subtract } from '../../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { ExitCase } from '../exit-case.ts';
import { heldOf } from '../exposure-after.ts';
import { times } from '../times.ts';
import { restAfter } from './draft.ts';
import type { Draft, HedgeChoice } from './draft.ts';
import { withinNet } from './within-net.ts';

const NOISE = 1e-9;

/**
 * Whole steps of each position after each date that stand for what is still to be sold or bought.
 * Out: by position and date; never more than the date before. null where whole steps cannot keep the exposure within the
 * tolerance, that of all goals together, or shorts would be larger than the coins held.
 */
export function hedgeSteps(given: ExitCase, draft: Draft): readonly (readonly number[])[] | null {
  const { futures, goals, dates } = given;
  const steps = futures.map(() => dates.map(() => 0));
  const rests = draft.goals.map((_, goal) => restAfter(given, draft, goal));
  const last = dates.length - 1;
  let before: readonly number[] = futures.map((future) => future.steps);
  for (const date of dates.keys()) {
    const now = futures.map(() => 0);
    if (date < last)
      for (const [goal, own] of draft.goals.entries()) {
        const plain = { rest: rests[goal]?.[date] ?? zeroQuantity, date, choice: own.steps, before };
        const { wished } = own.steps;
        const ofGoal =
          wished === null ? stepsFor(given, goal, plain) : wishedSteps(given, goal, { ...plain, wished });
        for (const [place, count] of ofGoal.entries())
          if (futures[place]?.asset === goals[goal]?.asset) now[place] = count;
      }
    const restsNow = goals.map((_, goal) => rests[goal]?.[date] ?? zeroQuantity);
    const kept = withinNet(given, { rests: restsNow, steps: now, before });
    if (kept === null || !keepsBands(given, restsNow, kept)) return null;
    for (const [place, count] of kept.entries()) (steps[place] as number[])[date] = count;
    before = kept;
  }
  return steps;
}

function keepsBands(given: ExitCase, rests: readonly Quantity[], steps: readonly number[]): boolean {
  return given.goals.every((asked, goal) => {
    const rest = rests[goal] ?? zeroQuantity;
    const coins = coinsOf(given, goal, steps);
    if (absolute(subtract(rest, coins)) > asked.tolerance) return false;
    const sold = subtract(asked.sell, rest);
    const isSale = asked.sell > zeroQuantity && coins > zeroQuantity;
    return !isSale || coins <= subtract(heldOf(asked), sold);
  });
}

/** Whether the tolerance leaves no choice of steps but how they are rounded. */
export function isWithinStep({ futures, goals }: ExitCase, goal: number): boolean {
  const { asset, tolerance } = goals[goal] ?? { asset: null, tolerance: zeroQuantity };
  return futures.every((one) => one.asset !== asset || add(tolerance, tolerance) <= one.coinsPerStep);
}

interface Asked {
  readonly rest: Quantity;
  readonly date: number;
  readonly choice: HedgeChoice;
  readonly before: readonly number[];
}

/** The steps wished for, more or fewer of them where the tolerance asks for it. */
function wishedSteps(
  { futures, goals }: ExitCase,
  goal: number,
  { rest, date, choice, before, wished }: Asked & { readonly wished: readonly (readonly number[])[] },
): number[] {
  const asked = goals[goal];
  const own = choice.order.filter((place) => futures[place]?.asset === asked?.asset);
  const steps = futures.map(() => 0);
  const coinsPer = (place: number): number => toFloat(futures[place]?.coinsPerStep ?? zeroQuantity);
  for (const place of own) steps[place] = Math.min(wished[place]?.[date] ?? 0, before[place] ?? 0);
  const tolerance = toFloat(asked?.tolerance ?? zeroQuantity);
  const isSale = (asked?.sell ?? zeroQuantity) > zeroQuantity;
  const held = asked === undefined ? 0 : toFloat(subtract(heldOf(asked), subtract(asked.sell, rest)));
  const least = toFloat(rest) - tolerance;
  const most = Math.max(least, Math.min(toFloat(rest) + tolerance, isSale ? held : Number.POSITIVE_INFINITY));
  let total = own.reduce((sum, place) => sum + (steps[place] ?? 0) * coinsPer(place), 0);
  for (const place of own) {
    if (total >= least - NOISE) break;
    const more = Math.ceil((least - total) / coinsPer(place) - NOISE);
    const added = Math.min(more, (before[place] ?? 0) - (steps[place] ?? 0));
    steps[place] = (steps[place] ?? 0) + added;
    total += added * coinsPer(place);
  }
  for (const place of own.toReversed()) {
    if (total <= most + NOISE) break;
    const fewer = Math.min(Math.ceil((total - most) / coinsPer(place) - NOISE), steps[place] ?? 0);
    steps[place] = (steps[place] ?? 0) - fewer;
    total -= fewer * coinsPer(place);
  }
  return steps;
}

function stepsFor({ futures, goals }: ExitCase, goal: number, { rest, choice, before }: Asked): number[] {
  const { rounding, order } = choice;
  const asked = goals[goal];
  const steps = futures.map(() => 0);
  let left = toFloat(rest);
  const own = order.filter((place) => futures[place]?.asset === asked?.asset);
  for (const [at, place] of own.entries()) {
    const future = futures[place];
    if (future === undefined || left <= 0) continue;
    const coins = toFloat(future.coinsPerStep);
    const exact = left / coins;
    const isLast = at === own.length - 1;
    const wanted = isLast ? rounded(exact, rounding) : Math.floor(exact + 1e-9);
    const count = Math.max(0, Math.min(wanted, before[place] ?? 0));
    steps[place] = count;
    left -= count * coins;
  }
  return steps;
}

function rounded(exact: number, rounding: HedgeChoice['rounding']): number {
  if (rounding === 'fewer') return Math.floor(exact + 1e-9);
  return rounding === 'more' ? Math.ceil(exact - 1e-9) : Math.round(exact);
}

function coinsOf({ futures, goals }: ExitCase, goal: number, steps: readonly number[]): Quantity {
  let coins = zeroQuantity;
  for (const [place, count] of steps.entries()) {
    const future = futures[place];
    if (future !== undefined && future.asset === goals[goal]?.asset && count > 0)
      coins = subtract(coins, times(future.coinsPerStep, -count));
  }
  return coins;
}
