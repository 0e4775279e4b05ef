/** Which limits a schedule breaks: on which day, by how much, in words. */
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { LotId } from '../../../shared/domain/lot.ts';
import {
  absolute,
  add,
  clampToZero,
  isPositive,
  isZero,
  negate,
  smaller,
  subtract,
  sum,
} from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { zeroMoney, zeroQuantity } from '../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../shared/num/types.ts';
import { compareDates, dateText } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import { issueOf } from '../issue-of.ts';
import { moneyText } from '../words.ts';
import type { ExitCase, ExitFuture, ExitGoal } from './exit-case.ts';
import type { ExitDay, ExitSchedule } from './exit-schedule.ts';
import { exposureAfter, heldOf, wantedOf } from './exposure-after.ts';
import { lastAllowed } from './last-allowed.ts';
import { isNetKept, netOff } from './net-off.ts';
import { unpaidPurchases } from './paid-by-sales.ts';
import type { ExposureAfter } from './priced-schedule.ts';
import { scheduleFlows } from './schedule-actions.ts';
import { times } from './times.ts';

export const LIMITS = [
  'band',
  'net',
  'naked',
  'steps',
  'per-day',
  'ticket',
  'cash',
  'paid',
  'goal',
  'lot',
  'order',
  'date',
] as const;
export type Limit = (typeof LIMITS)[number];

export interface Violation {
  readonly limit: Limit;
  /** null: of the schedule as a whole. */
  readonly date: LocalDate | null;
  readonly asset: AssetId | null;
  readonly issue: Issue;
}

/**
 * Every limit that a schedule breaks; none where it can be carried out.
 * In: any schedule; one of days, lots or positions that the case does not have breaks limits, too.
 */
export function feasibility(given: ExitCase, schedule: ExitSchedule): readonly Violation[] {
  const found = [
    ...brokenDates(given, schedule),
    ...brokenLots(given, schedule),
    ...brokenSteps(given, schedule),
    ...given.goals.flatMap((goal) => [
      ...brokenGoal(goal, schedule),
      ...brokenPerDay(goal, schedule),
      ...brokenTickets(goal, schedule),
      ...brokenOrder(goal, schedule),
    ]),
    ...brokenExposure(given, schedule),
  ];
  // What cash there is can be told only of a schedule that can be priced.
  const isPriced = !found.some(({ limit }) => limit === 'date' || limit === 'steps');
  return isPriced
    ? [
        ...found,
        ...brokenCash(given, schedule),
        ...brokenPaid(given, schedule),
        ...brokenRolls(given, schedule),
      ]
    : found;
}

function brokenDates({ dates, asOf }: ExitCase, { days }: ExitSchedule): Violation[] {
  const known = new Set(dates.map(({ date }) => date));
  return days.flatMap(({ date }, place): Violation[] => {
    const before = days[place - 1]?.date;
    const isFine = known.has(date) && date >= asOf && (before === undefined || before < date);
    if (isFine) return [];
    const issue = issueOf('exit/breaks-date', 'error', { date: dateText(date) });
    return [{ limit: 'date', date, asset: null, issue }];
  });
}

function brokenLots({ goals }: ExitCase, { days }: ExitSchedule): Violation[] {
  const sold = new Map<string, { lot: LotId; asset: AssetId; quantity: Quantity; bad: boolean }>();
  for (const { sells } of days)
    for (const { asset, lot, quantity } of sells) {
      const key = `${asset} ${lot}`;
      const known = sold.get(key) ?? { lot, asset, quantity: zeroQuantity, bad: false };
      known.quantity = add(known.quantity, quantity);
      known.bad ||= quantity < zeroQuantity;
      sold.set(key, known);
    }
  if (sold.size === 0) return [];
  const there = new Map<string, Quantity>();
  for (const { asset, lots } of goals)
    for (const { lot, quantity } of lots) {
      const key = `${asset} ${lot}`;
      there.set(key, add(there.get(key) ?? zeroQuantity, quantity));
    }
  return [...sold].flatMap(([key, { lot, asset, quantity, bad }]): Violation[] => {
    const most = there.get(key) ?? zeroQuantity;
    if (!bad && quantity <= most) return [];
    const values = { lot, quantity: toText(quantity), held: toText(most) };
    return [
      { limit: 'lot', date: null, asset, issue: issueOf('exit/breaks-lot', 'error', values, { asset }) },
    ];
  });
}

/** Whole steps of positions of the plan, never more than before; opened on the first day alone, none left at the end. */
function brokenSteps({ futures, dates }: ExitCase, { days }: ExitSchedule): Violation[] {
  const first = dates[0]?.date;
  const byId = new Map(futures.map((future) => [future.position, future]));
  const open = new Map(futures.map((future) => [future.position, future.isOpen ? future.steps : 0]));
  const broken: Violation[] = [];
  const say = (position: ExitFuture['position'], date: LocalDate, steps: number, most: number): void => {
    const values = { position, date: dateText(date), steps, most };
    const asset = byId.get(position)?.asset ?? null;
    broken.push({ limit: 'steps', date, asset, issue: issueOf('exit/breaks-steps', 'error', values) });
  };
  for (const { date, hedges } of days) {
    const after = new Map<ExitFuture['position'], number>();
    for (const { position, steps } of hedges) after.set(position, (after.get(position) ?? 0) + steps);
    for (const [position, steps] of after) {
      const future = byId.get(position);
      const before = open.get(position) ?? 0;
      const most = future === undefined ? 0 : !future.isOpen && date === first ? future.steps : before;
      if (!Number.isSafeInteger(steps) || steps < 0 || steps > most) say(position, date, steps, most);
    }
    for (const position of open.keys()) open.set(position, after.get(position) ?? 0);
  }
  const last = days.at(-1)?.date ?? dates.at(-1)?.date ?? null;
  if (last !== null) for (const [position, steps] of open) if (steps > 0) say(position, last, steps, 0);
  return broken;
}

function brokenGoal(goal: ExitGoal, { days }: ExitSchedule): Violation[] {
  const { asset } = goal;
  const check = (side: 'sells' | 'buys', wanted: Quantity): Violation[] => {
    const done = sum(
      days.flatMap((day) => amountsOf(day, asset, side)),
      zeroQuantity,
    );
    if (done === wanted) return [];
    const values = { asset, done: toText(done), goal: toText(wanted) };
    const issue = issueOf('exit/breaks-goal', 'error', values, { asset });
    return [{ limit: 'goal', date: null, asset, issue }];
  };
  return [...check('sells', goal.sell), ...check('buys', goal.buy)];
}

function amountsOf(day: ExitDay, asset: AssetId, side: 'sells' | 'buys'): Quantity[] {
  return day[side].flatMap((one) => (one.asset === asset ? [one.quantity] : []));
}

function totalOf(day: ExitDay, asset: AssetId, side: 'sells' | 'buys'): Quantity {
  return sum(amountsOf(day, asset, side), zeroQuantity);
}

function brokenPerDay({ asset, perDay }: ExitGoal, { days }: ExitSchedule): Violation[] {
  if (perDay === null) return [];
  return days.flatMap((day): Violation[] => {
    const traded = add(totalOf(day, asset, 'sells'), totalOf(day, asset, 'buys'));
    if (traded <= perDay) return [];
    const { date } = day;
    const values = { date: dateText(date), asset, quantity: toText(traded), most: toText(perDay) };
    return [
      { limit: 'per-day', date, asset, issue: issueOf('exit/breaks-per-day', 'error', values, { asset }) },
    ];
  });
}

/** The last ticket may be as small as what is left. */
function brokenTickets(goal: ExitGoal, { days }: ExitSchedule): Violation[] {
  const { asset, minTicket } = goal;
  if (isZero(minTicket)) return [];
  return (['sells', 'buys'] as const).flatMap((side) => {
    const tickets = days
      .map((day) => ({ date: day.date, quantity: totalOf(day, asset, side) }))
      .filter(({ quantity }) => isPositive(quantity));
    return tickets.slice(0, -1).flatMap(({ date, quantity }): Violation[] => {
      if (quantity >= minTicket) return [];
      const values = { date: dateText(date), asset, quantity: toText(quantity), least: toText(minTicket) };
      return [
        { limit: 'ticket', date, asset, issue: issueOf('exit/breaks-ticket', 'error', values, { asset }) },
      ];
    });
  });
}

/** Where the method's order binds: before a lot those that come before it are sold out. */
function brokenOrder(goal: ExitGoal, { days }: ExitSchedule): Violation[] {
  const { asset, lots, order = 'free' } = goal;
  if (order === 'free') return [];
  const sold = new Map<LotId, Quantity>();
  const broken: Violation[] = [];
  for (const { date, sells } of days) {
    for (const { asset: of, lot, quantity } of sells)
      if (of === asset) sold.set(lot, add(sold.get(lot) ?? zeroQuantity, quantity));
    const gone = new Map(sold);
    const open = new Map<string, LotId>();
    for (const { lot, account, quantity } of lots) {
      const queue = order === 'universal' ? '' : account;
      const ofLot = gone.get(lot) ?? zeroQuantity;
      const taken = smaller(ofLot, quantity);
      gone.set(lot, subtract(ofLot, taken));
      const before = open.get(queue);
      if (isPositive(taken) && before !== undefined) {
        const issue = issueOf('exit/breaks-order', 'error', { lot, before }, { asset });
        broken.push({ limit: 'order', date, asset, issue });
        break;
      }
      if (taken < quantity && before === undefined) open.set(queue, lot);
    }
  }
  return broken;
}

function brokenExposure(given: ExitCase, schedule: ExitSchedule): Violation[] {
  const first = given.dates[0]?.date;
  const hasFirst = first === undefined || schedule.days[0]?.date === first;
  const asItIs: ExitDay[] = hasFirst ? [] : [{ date: first, sells: [], buys: [], hedges: openNow(given) }];
  const after = exposureAfter(given, { ...schedule, days: [...asItIs, ...schedule.days] });
  const goals = new Map(given.goals.map((goal) => [goal.asset, goal]));
  const byCoin = after.flatMap((exposure) => {
    const goal = goals.get(exposure.asset);
    return goal === undefined ? [] : [...brokenBand(goal, exposure), ...brokenNaked(goal, exposure, given)];
  });
  return [...byCoin, ...brokenNet(given, after)];
}

function brokenNet(given: ExitCase, after: readonly ExposureAfter[]): Violation[] {
  const { netTolerance, currency } = given;
  if (netTolerance === null) return [];
  return [...Map.groupBy(after, ({ date }) => date)].flatMap(([date, exposures]): Violation[] => {
    const net = netOff(given, exposures);
    if (isNetKept(given, net)) return [];
    const values = {
      date: dateText(date),
      amount: moneyText(absolute<Money>(net), currency),
      side: isPositive(net) ? 'above' : 'below',
      tolerance: moneyText(netTolerance, currency),
    };
    return [{ limit: 'net', date, asset: null, issue: issueOf('exit/breaks-net', 'error', values) }];
  });
}

function openNow({ futures }: ExitCase): ExitDay['hedges'] {
  return futures.flatMap(({ position, steps, isOpen }) => (isOpen ? [{ position, steps }] : []));
}

function brokenBand(goal: ExitGoal, { date, asset, coins }: ExposureAfter): Violation[] {
  const wanted = wantedOf(goal);
  if (absolute<Quantity>(subtract(coins, wanted)) <= goal.tolerance) return [];
  const values = {
    date: dateText(date),
    asset,
    coins: toText(coins),
    wanted: toText(wanted),
    tolerance: toText(goal.tolerance),
  };
  return [{ limit: 'band', date, asset, issue: issueOf('exit/breaks-band', 'error', values, { asset }) }];
}

/** What is naked today already is no fault of the plan; it must not grow. */
function brokenNaked(goal: ExitGoal, after: ExposureAfter, given: ExitCase): Violation[] {
  const { date, asset, spot, futures } = after;
  const short = clampToZero(negate(futures));
  const naked = clampToZero(subtract(short, spot));
  if (isZero(naked)) return [];
  let today = negate(heldOf(goal));
  for (const future of given.futures) {
    if (future.asset !== asset || !future.isOpen) continue;
    const coins = times(future.coinsPerStep, future.steps);
    today = future.side === 'short' ? add(today, coins) : subtract(today, coins);
  }
  if (naked <= clampToZero(today)) return [];
  const values = { date: dateText(date), asset, short: toText(short), held: toText(clampToZero(spot)) };
  return [{ limit: 'naked', date, asset, issue: issueOf('exit/breaks-naked', 'error', values, { asset }) }];
}

/** Start + what came in − what went out − margin of what the plan opened. */
function brokenCash(given: ExitCase, schedule: ExitSchedule): Violation[] {
  const { cash } = given.limits;
  if (cash === null) return [];
  const flows = scheduleFlows(given, schedule);
  const days = new Set([...flows.cash.map(({ date }) => date), ...flows.locked.map(({ from }) => from)]);
  return [...days].toSorted(compareDates).flatMap((date): Violation[] => {
    const moved = flows.cash.filter((one) => one.date <= date).map(({ amount }) => amount);
    const locked = flows.locked
      .filter(({ from, to }) => from <= date && date < to)
      .map(({ fresh }) => fresh ?? zeroMoney);
    const left = subtract(sum([cash, ...moved], zeroMoney), sum(locked, zeroMoney));
    if (left >= zeroMoney) return [];
    const values = { date: dateText(date), amount: moneyText(negate(left), given.currency) };
    return [{ limit: 'cash', date, asset: null, issue: issueOf('exit/breaks-cash', 'error', values) }];
  });
}

/** A contract that is rolled on a day on which one may not trade, because none before its end is left. */
function brokenRolls(given: ExitCase, schedule: ExitSchedule): Violation[] {
  const { noTrade = [] } = given;
  if (noTrade.length === 0) return [];
  return scheduleFlows(given, schedule).moves.flatMap(({ move, date, future: { asset } }): Violation[] => {
    if (move !== 'roll' || lastAllowed(date, noTrade) === date) return [];
    const issue = issueOf('exit/breaks-date', 'error', { date: dateText(date) }, { asset });
    return [{ limit: 'date', date, asset, issue }];
  });
}

/** Where no cash is given: no coins on money that is not there. */
function brokenPaid(given: ExitCase, schedule: ExitSchedule): Violation[] {
  return unpaidPurchases(given, schedule).map(({ date, amount }): Violation => {
    const values = { date: dateText(date), amount: moneyText(amount, given.currency) };
    return { limit: 'paid', date, asset: null, issue: issueOf('exit/breaks-paid', 'error', values) };
  });
}
