import { toFloat } from '../../../../shared/num/approximate.ts';
import { add } from '../../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { ExitCase } from '../exit-case.ts';
import { restAfter } from './draft.ts';
import type { Draft, HedgeChoice } from './draft.ts';
import { stepNumbersOf } from './step-numbers.ts';
import type { StepNumbers } from './step-numbers.ts';
import { withinNet } from './within-net.ts';

const NOISE = 1e-9;

/**
 * Whole steps of each position after each date that stand for what is still to be sold or bought. In floats: `feasibility` has the
 * last word on the schedule that comes of it.
 * Out: by position and date; never more than the date before. null where whole steps cannot keep the exposure within the
 * tolerance, that of all goals together, or shorts would be larger than the coins held.
 */
export function hedgeSteps(given: ExitCase, draft: Draft): readonly (readonly number[])[] | null {
  const numbers = stepNumbersOf(given);
  const { positions, goals } = numbers;
  const steps = positions.map(() => given.dates.map(() => 0));
  const rests = draft.goals.map((_, goal) => restAfter(given, draft, goal).map((rest) => toFloat(rest)));
  const last = given.dates.length - 1;
  let before: readonly number[] = positions.map((position) => position.steps);
  for (const date of given.dates.keys()) {
    const now = positions.map(() => 0);
    const restsNow = goals.map((_, goal) => rests[goal]?.[date] ?? 0);
    if (date < last)
      for (const [goal, { steps: choice }] of draft.goals.entries()) {
        const asked = { goal, rest: restsNow[goal] ?? 0, date, choice, before };
        if (choice.wished === null) takeSteps(numbers, asked, now);
        else takeWished(numbers, { ...asked, wished: choice.wished }, now);
      }
    const kept = withinNet(numbers, { rests: restsNow, steps: now, before });
    if (kept === null || !keepsBands(numbers, restsNow, kept)) return null;
    for (const [place, count] of kept.entries()) (steps[place] as number[])[date] = count;
    before = kept;
  }
  return steps;
}

function keepsBands(
  { goals, positions }: StepNumbers,
  rests: readonly number[],
  steps: readonly number[],
): boolean {
  return goals.every(({ isSale, sell, held, tolerance }, goal) => {
    let coins = 0;
    for (const [place, position] of positions.entries())
      if (position.goal === goal) coins += position.coins * (steps[place] ?? 0);
    const rest = rests[goal] ?? 0;
    const noise = NOISE * (1 + rest);
    if (Math.abs(rest - coins) > tolerance + noise) return false;
    return !isSale || coins <= 0 || coins <= held - (sell - rest) + noise;
  });
}

/** Whether the tolerance leaves no choice of steps but how they are rounded. */
export function isWithinStep({ futures, goals }: ExitCase, goal: number): boolean {
  const { asset, tolerance } = goals[goal] ?? { asset: null, tolerance: zeroQuantity };
  return futures.every((one) => one.asset !== asset || add(tolerance, tolerance) <= one.coinsPerStep);
}

interface Asked {
  readonly goal: number;
  readonly rest: number;
  readonly date: number;
  readonly choice: HedgeChoice;
  readonly before: readonly number[];
}

/** The steps wished for, more or fewer of them where the tolerance asks for it, put into `steps`. */
function takeWished(
  { goals, positions }: StepNumbers,
  { goal, rest, date, choice, before, wished }: Asked & { readonly wished: readonly (readonly number[])[] },
  steps: number[],
): void {
  const asked = goals[goal];
  if (asked === undefined) return;
  const own = choice.order.filter((place) => positions[place]?.goal === goal);
  const coinsPer = (place: number): number => positions[place]?.coins ?? 0;
  for (const place of own) steps[place] = Math.min(wished[place]?.[date] ?? 0, before[place] ?? 0);
  const { tolerance, isSale, held, sell } = asked;
  const least = rest - tolerance;
  const most = Math.max(
    least,
    Math.min(rest + tolerance, isSale ? held - (sell - rest) : Number.POSITIVE_INFINITY),
  );
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
}

/** As many as stand for what is left, put into `steps`. */
function takeSteps(
  { positions }: StepNumbers,
  { goal, rest, choice: { order, rounding }, before }: Asked,
  steps: number[],
): void {
  let left = rest;
  const own = order.filter((place) => positions[place]?.goal === goal);
  for (const [at, place] of own.entries()) {
    const coins = positions[place]?.coins ?? 0;
    if (coins <= 0 || left <= 0) continue;
    const exact = left / coins;
    const isLast = at === own.length - 1;
    const wanted = isLast ? rounded(exact, rounding) : Math.floor(exact + NOISE);
    const count = Math.max(0, Math.min(wanted, before[place] ?? 0));
    steps[place] = count;
    left -= count * coins;
  }
}

function rounded(exact: number, rounding: HedgeChoice['rounding']): number {
  if (rounding === 'fewer') return Math.floor(exact + NOISE);
  return rounding === 'more' ? Math.ceil(exact - NOISE) : Math.round(exact);
}
