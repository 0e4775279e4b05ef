import type { StepNumbers, StepPosition } from './step-numbers.ts';

const NOISE = 1e-9;

interface StepsOfDay {
  /** Coins that are still to be sold or bought after the day, by goal. */
  readonly rests: readonly number[];
  /** By position. */
  readonly steps: readonly number[];
  /** Of the date before: never more than these. */
  readonly before: readonly number[];
}

/**
 * The steps of a day, a few more or fewer of them where all goals together would stand off by more than they may. The bands of
 * single coins are kept as far as they were. null where no steps bring it within the limit.
 */
export function withinNet(numbers: StepNumbers, day: StepsOfDay): readonly number[] | null {
  const { goals, positions, net: most } = numbers;
  if (most === null) return day.steps;
  const offs = offsOf(numbers, day);
  let left = offs.reduce((sum, off, goal) => sum + off * (goals[goal]?.price ?? 0), 0);
  if (Math.abs(left) <= most) return day.steps;
  const steps = [...day.steps];
  // Each position once is enough.
  for (const tried = new Set<number>(); Math.abs(left) > most;) {
    let best: Change | null = null;
    for (const [place, position] of positions.entries()) {
      if (tried.has(place)) continue;
      const of = { position, place, left, most, now: steps[place] ?? 0, before: day.before[place] ?? 0 };
      const change = changeOf(numbers, of, offs[position.goal]);
      if (change !== null && (best === null || isBetter(change, best, most))) best = change;
    }
    if (best === null) return null;
    const { place, count, goal, coins } = best;
    tried.add(place);
    steps[place] = (steps[place] ?? 0) + count;
    offs[goal] = (offs[goal] ?? 0) + coins;
    left = best.left;
  }
  return steps;
}

/** Coins above what is wanted, by goal. */
function offsOf({ goals, positions }: StepNumbers, { rests, steps }: StepsOfDay): number[] {
  const offs = goals.map(({ isSale }, goal) => (isSale ? 1 : -1) * (rests[goal] ?? 0));
  for (const [place, { goal, signed }] of positions.entries())
    if (goal >= 0) offs[goal] = (offs[goal] ?? 0) + signed * (steps[place] ?? 0);
  return offs;
}

interface Change {
  readonly place: number;
  readonly goal: number;
  /** Steps more, or fewer where below zero; coins by which the exposure moves; and what that is worth. */
  readonly count: number;
  readonly coins: number;
  readonly value: number;
  /** What all goals together stand off afterwards. */
  readonly left: number;
}

interface Asked {
  readonly position: StepPosition;
  readonly place: number;
  readonly left: number;
  readonly most: number;
  readonly now: number;
  readonly before: number;
}

/** As many steps of one position as bring what stands off within the limit, or as near as its own limits let it. */
function changeOf(
  { goals }: StepNumbers,
  { position, place, left, most, now, before }: Asked,
  off: number | undefined,
): Change | null {
  const { goal, signed } = position;
  const own = goals[goal];
  if (own === undefined || off === undefined || signed * own.price === 0) return null;
  const wanted = (left > 0 ? most - left : -most - left) / (signed * own.price);
  const sign = wanted > 0 ? 1 : -1;
  const room = wanted > 0 ? before - now : now;
  const isUp = signed * sign > 0;
  const free = isUp ? own.tolerance - off : off + Math.min(own.tolerance, own.mostBelow);
  const inBand = Math.floor(free / Math.abs(signed) + NOISE);
  const count = Math.min(Math.ceil(Math.abs(wanted) - NOISE), room, inBand);
  if (count <= 0) return null;
  const coins = signed * sign * count;
  const value = coins * own.price;
  return { place, goal, count: sign * count, coins, value: Math.abs(value), left: left + value };
}

/** What is enough before what is not, then the smaller change; else what comes nearer. */
function isBetter(one: Change, other: Change, most: number): boolean {
  const isEnough = Math.abs(one.left) <= most;
  if (isEnough !== Math.abs(other.left) <= most) return isEnough;
  return isEnough ? one.value < other.value - NOISE : Math.abs(one.left) < Math.abs(other.left) - NOISE;
}
