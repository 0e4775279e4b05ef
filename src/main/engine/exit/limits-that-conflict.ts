/**
 * Which limits no schedule can keep together: first what a sum proves, then by leaving one out at a time.
 */
import { invariant } from '../../../shared/invariant.ts';
import { failure } from '../../../shared/errors/failure.ts';
import type { Failure } from '../../../shared/errors/failure.ts';
import { add, isPositive, isZero, smaller, subtract } from '../../../shared/num/arithmetic.ts';
import { rateFromFraction } from '../../../shared/num/integers.ts';
import { rate } from '../../../shared/num/parse.ts';
import { ratio } from '../../../shared/num/products.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import type { Quantity, Rate } from '../../../shared/num/types.ts';
import { moneyText, quantityText } from '../words.ts';
import type { ExitCase, ExitGoal } from './exit-case.ts';
import type { ExitSchedule } from './exit-schedule.ts';
import { feasibility } from './feasibility.ts';
import type { Limit } from './feasibility.ts';
import { portionsOn } from './rule-schedules.ts';
import { ruleSchedule } from './simple-rules.ts';
import { SIMPLE_RULES } from './exit-plan.ts';
import { times } from './times.ts';

/** Limits that a sum alone shows to be impossible together; null where no sum does. */
export function provenConflict(given: ExitCase): Failure | null {
  for (const goal of given.goals) {
    const found =
      perDayAgainstDays(goal, given) ?? perDayAgainstTicket(goal) ?? bandAgainstToday(goal, given);
    if (found !== null) return found;
  }
  return null;
}

function goalOf({ sell, buy }: ExitGoal): Quantity {
  return add(sell, buy);
}

function perDayAgainstDays(goal: ExitGoal, { dates }: ExitCase): Failure | null {
  const { perDay, asset } = goal;
  if (perDay === null) return null;
  const most = times(perDay, dates.length);
  if (most >= goalOf(goal)) return null;
  return conflict(
    perDayWords(goal, perDay),
    `the ${dates.length} days on which the plan may trade`,
    `together they let ${quantityText(most, asset)} of ${quantityText(goalOf(goal), asset)} be traded`,
  );
}

function perDayAgainstTicket(goal: ExitGoal): Failure | null {
  const { perDay, minTicket, asset } = goal;
  if (perDay === null || minTicket <= perDay || goalOf(goal) <= perDay) return null;
  return conflict(
    perDayWords(goal, perDay),
    ticketWords(goal),
    `no ticket is large enough and small enough for ${asset}`,
  );
}

/** What is neither traded nor hedged on the first day stands off from then on. */
function bandAgainstToday(goal: ExitGoal, { futures }: ExitCase): Failure | null {
  const { asset, perDay, tolerance } = goal;
  const side = isPositive(goal.sell) ? 'short' : 'long';
  let hedge: Quantity = zeroQuantity;
  for (const future of futures)
    if (future.asset === asset && future.side === side)
      hedge = add(hedge, times(future.coinsPerStep, future.steps));
  if (perDay === null) return null;
  const goalCoins = goalOf(goal);
  const today = add(smaller(perDay, goalCoins), hedge);
  const off = subtract(goalCoins, today);
  if (off <= tolerance) return null;
  return conflict(
    perDayWords(goal, perDay),
    bandWords(goal),
    `on the first day at most ${quantityText(smaller(perDay, goalCoins), asset)} can be traded and ${quantityText(hedge, asset)} hedged, so that ${quantityText(off, asset)} stand off`,
  );
}

const DROPPABLE = ['band', 'net', 'per-day', 'ticket', 'cash', 'order'] as const satisfies readonly Limit[];
type Droppable = (typeof DROPPABLE)[number];

/**
 * Why nothing can be done, by leaving out one limit at a time and trying again.
 * In: whether a case has any schedule at all; plain schedules are tried where it is left out.
 * Out: the two limits that conflict, or the one that cannot be kept; null where some schedule keeps all of them, or where
 * leaving out one helps nowhere.
 */
export function limitsThatConflict(
  given: ExitCase,
  isPossible: (given: ExitCase) => boolean = hasPlainSchedule,
): Failure | null {
  const proven = provenConflict(given);
  if (proven !== null) return proven;
  if (isPossible(given)) return null;
  const helpful = DROPPABLE.filter((limit) => isThere(limit, given) && isPossible(without(limit, given)));
  const [first, second] = helpful;
  if (first === undefined) return null;
  const why = firstBreach(given);
  return second === undefined
    ? failure('exit/limit-impossible', { limit: limitWords(first, given), why })
    : conflict(limitWords(first, given), limitWords(second, given), why);
}

function isThere(limit: Droppable, { goals, limits, netTolerance }: ExitCase): boolean {
  switch (limit) {
    case 'band':
      return true;
    case 'net':
      return netTolerance !== null;
    case 'per-day':
      return goals.some(({ perDay }) => perDay !== null);
    case 'ticket':
      return goals.some(({ minTicket }) => !isZero(minTicket));
    case 'cash':
      return limits.cash !== null;
    case 'order':
      return goals.some(({ order = 'free' }) => order !== 'free');
  }
}

function without(limit: Droppable, given: ExitCase): ExitCase {
  const goalsWith = (change: (goal: ExitGoal) => Partial<ExitGoal>): ExitCase => ({
    ...given,
    goals: given.goals.map((goal) => ({ ...goal, ...change(goal) })),
  });
  switch (limit) {
    case 'band':
      return goalsWith((goal) => ({ tolerance: add(goalOf(goal), goal.tolerance) }));
    case 'net':
      return { ...given, netTolerance: null };
    case 'per-day':
      return goalsWith(() => ({ perDay: null }));
    case 'ticket':
      return goalsWith(() => ({ minTicket: zeroQuantity }));
    case 'cash':
      return { ...given, limits: { ...given.limits, cash: null } };
    case 'order':
      return goalsWith(() => ({ order: 'free' as const }));
  }
}

function limitWords(limit: Droppable, given: ExitCase): string {
  const [goal] = given.goals;
  invariant(goal !== undefined, 'a case has a goal');
  const limited = given.goals.find(({ perDay }) => perDay !== null);
  switch (limit) {
    case 'band':
      return bandWords(goal);
    case 'net':
      return given.netTolerance === null
        ? 'the band of all coins together'
        : `the band of ${moneyText(given.netTolerance, given.currency)} for all coins together`;
    case 'per-day':
      return limited?.perDay == null ? 'the most a day' : perDayWords(limited, limited.perDay);
    case 'ticket':
      return ticketWords(goal);
    case 'cash':
      return given.limits.cash === null
        ? 'the cash'
        : `the cash of ${moneyText(given.limits.cash, given.currency)}`;
    case 'order':
      return 'the order in which the method in force sells lots';
  }
}

function perDayWords({ asset }: ExitGoal, perDay: Quantity): string {
  return `at most ${quantityText(perDay, asset)} a day`;
}

function bandWords({ asset, tolerance }: ExitGoal): string {
  return `the band of ${quantityText(tolerance, asset)}`;
}

function ticketWords({ asset, minTicket }: ExitGoal): string {
  return `no ticket below ${quantityText(minTicket, asset)}`;
}

function conflict(first: string, second: string, why: string): Failure {
  const upper = `${first.slice(0, 1).toUpperCase()}${first.slice(1)}`;
  return failure('exit/limits-conflict', { first: upper, second, why });
}

/** Whether a plain schedule keeps every limit: the simple rules, even parts on every day, as much as allowed each day. */
function hasPlainSchedule(given: ExitCase): boolean {
  return plainSchedules(given).some((schedule) => feasibility(given, schedule).length === 0);
}

function plainSchedules(given: ExitCase): ExitSchedule[] {
  const rules = SIMPLE_RULES.map((rule) => ruleSchedule(rule, given)).filter(
    (schedule): schedule is ExitSchedule => typeof schedule !== 'string',
  );
  const { dates } = given;
  const even = dates.map(({ date }, place) => ({
    date,
    share: rateFromFraction(1n, BigInt(dates.length), place === 0 ? 'up' : 'half-even'),
  }));
  const fastest = dates.map(({ date }) => ({ date, share: largestShare(given) }));
  return [...rules, portionsOn(given, even, 'min-tax'), portionsOn(given, fastest, 'min-tax')];
}

/** What the tightest limit a day lets through of its goal. Rounds down. */
function largestShare({ goals }: ExitCase): Rate {
  return goals.reduce<Rate>((least, goal) => {
    if (goal.perDay === null || isZero(goalOf(goal))) return least;
    const share = ratio<Quantity>(goal.perDay, goalOf(goal), 'down');
    return share < least ? share : least;
  }, rate('1'));
}

/** What the schedule that breaks least breaks, in words. */
function firstBreach(given: ExitCase): string {
  const [least] = plainSchedules(given)
    .map((schedule) => feasibility(given, schedule))
    .toSorted((a, b) => a.length - b.length);
  const message = least?.[0]?.issue.message ?? 'no schedule that was tried keeps them';
  return message.replace(/\.$/u, '');
}
