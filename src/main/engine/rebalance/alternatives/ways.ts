/** The five ways, each by its cheapest schedule. */
import { compare, isNegative, isPositive, isZero, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { moneyTimes, quantityFor, ratio } from '../../../../shared/num/products.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { oneRate, zeroMoney } from '../../../../shared/num/types.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { feasibility } from '../../exit/feasibility.ts';
import type { Violation } from '../../exit/feasibility.ts';
import { priceSchedule } from '../../exit/price-schedule.ts';
import type { ExitPlan } from '../../exit/exit-plan.ts';
import type { ExitSchedule } from '../../exit/exit-schedule.ts';
import type { PricedSchedule } from '../../exit/priced-schedule.ts';
import { listText } from '../../words.ts';
import { effectiveValues } from '../drift.ts';
import type { AlternativesCase, AlternativesTools, HedgeExit, Way } from './alternatives-case.ts';
import {
  QUICK_ORDERS,
  buyingOnly,
  canHedge,
  firstDay,
  hedgedUntil,
  nothingDone,
  sellingNow,
} from './schedules.ts';

export interface FoundWays {
  readonly nothing: Way;
  readonly sellNow: Way;
  readonly hedge: Way;
  readonly mixed: Way;
  readonly newMoney: Way;
  /** Every day on which the hedge could be left, by its cheapest schedule. */
  readonly exits: readonly HedgeExit[];
  /** The search of the mix; null where it was left out. */
  readonly plan: ExitPlan | null;
}

/**
 * Finds each way's cheapest schedule by its exact price. The mix is the optimum; where the search (which may end early)
 * found nothing better than selling now or the hedge, it is the cheaper of these: a mix may be all of one.
 */
export async function waysOf(given: AlternativesCase, tools: AlternativesTools): Promise<FoundWays> {
  const { exit } = given;
  const nothing = { kind: 'nothing', priced: priceSchedule(exit, nothingDone), why: null } as const;
  const sellNow = await sellNowWay(given, tools);
  const { way: hedge, exits } = await hedgeWay(given, tools);
  const newMoney = newMoneyWay(given);
  const { way: mixed, plan } = await mixedWay(given, tools, [sellNow, hedge]);
  return { nothing, sellNow, hedge, mixed, newMoney, exits, plan };
}

async function sellNowWay({ exit }: AlternativesCase, tools: AlternativesTools): Promise<Way> {
  const missing = exit.goals.filter(
    ({ sell, lots }) =>
      compare<Quantity>(
        sum(
          lots.map(({ quantity }) => quantity),
          subtract(sell, sell),
        ),
        sell,
      ) < 0,
  );
  if (missing.length > 0) {
    const why = `There are not as many coins of ${listText(missing.map(({ asset }) => asset))} in lots that may be sold.`;
    return { kind: 'sell-now', priced: null, why };
  }
  const schedules = sellingNow(exit);
  const found = await cheapest(exit, schedules, tools);
  return found === null
    ? {
        kind: 'sell-now',
        priced: null,
        why: brokenWords(exit, schedules) ?? 'Nothing is to be sold or bought: all is on target.',
      }
    : { kind: 'sell-now', priced: found, why: null };
}

const DAYS_IN_EACH_ORDER = 3;

async function hedgeWay(
  { exit, leaveOn }: AlternativesCase,
  tools: AlternativesTools,
): Promise<{ readonly way: Way; readonly exits: readonly HedgeExit[] }> {
  const refused = (why: string) => ({ way: { kind: 'hedge', priced: null, why } as const, exits: [] });
  if (!canHedge(exit))
    return refused(
      'No futures contract is chosen for what is off target, and none is open: choose one above.',
    );
  const days = exit.dates.filter(({ date }) => date > firstDay(exit));
  if (days.length === 0) return refused('There is no later day within the plan on which to leave the hedge.');
  const exits: {
    readonly date: LocalDate;
    readonly why: readonly string[];
    priced: PricedSchedule;
  }[] = [];
  for (const [done, { date, why }] of days.entries()) {
    tools.progress('Price the ways', done, days.length);
    const priced = await cheapest(exit, hedgedUntil(exit, date, QUICK_ORDERS), tools);
    if (priced !== null) exits.push({ date, why, priced });
  }
  const offered = leaveOn === null ? exits : exits.filter(({ date }) => date === leaveOn);
  const cheapestFirst = offered.toSorted((a, b) => compare(a.priced.cost, b.priced.cost));
  // Orders of lots seldom change which day is best: all of them are tried on the days that may be it.
  for (const one of cheapestFirst.slice(0, DAYS_IN_EACH_ORDER))
    one.priced = (await cheapest(exit, hedgedUntil(exit, one.date), tools)) ?? one.priced;
  const [best] = cheapestFirst.toSorted((a, b) => compare(a.priced.cost, b.priced.cost));
  if (best === undefined)
    return refused(
      leaveOn === null
        ? (brokenWords(
            exit,
            days.flatMap(({ date }) => hedgedUntil(exit, date, QUICK_ORDERS)),
          ) ?? 'There is no day on which the hedge could be left.')
        : `${dateText(leaveOn)} is no day of the plan on which to leave the hedge.`,
    );
  return {
    way: { kind: 'hedge', priced: best.priced, why: null },
    exits: exits.map(({ date, why, priced: { cost, schedule } }) => ({ date, why, schedule, cost })),
  };
}

async function mixedWay(
  { exit }: AlternativesCase,
  tools: AlternativesTools,
  others: readonly Way[],
): Promise<{ readonly way: Way; readonly plan: ExitPlan | null }> {
  if (tools.optimise === null)
    return { way: { kind: 'mixed', priced: null, why: 'The search was left out.' }, plan: null };
  const found = await tools.optimise(exit);
  if (!found.ok) return { way: { kind: 'mixed', priced: null, why: found.failure.message }, plan: null };
  const plan = found.value;
  const lawful = others.flatMap(({ priced }) =>
    priced === null || feasibility(exit, priced.schedule).length > 0 ? [] : [priced],
  );
  const candidates = [plan.plan, ...lawful];
  const [best = plan.plan] = candidates.toSorted((a, b) => compare(a.cost, b.cost));
  return { way: { kind: 'mixed', priced: best, why: null }, plan };
}

/** Buys what is underweight until nothing is overweight any more. */
function newMoneyWay(given: AlternativesCase): Way {
  const needed = newMoneyOf(given);
  if ('why' in needed) return { kind: 'new-money', priced: null, why: needed.why };
  return {
    kind: 'new-money',
    priced: priceSchedule(given.exit, buyingOnly(given.exit, needed.buys)),
    why: null,
  };
}

export interface NewMoney {
  /** Before fees: coins to buy and money to lay beside. */
  readonly amount: Money;
  readonly buys: readonly { readonly asset: AssetId; readonly quantity: Quantity }[];
  /** What of it stays money, because money has a target of its own. */
  readonly kept: Money;
}

/**
 * How much fresh money brings every weight to its target: the whole has to grow until what is most overweight is not any more.
 * Rounds half-even to 18 decimals.
 */
export function newMoneyOf({ exposures }: AlternativesCase): NewMoney | { readonly why: string } {
  const values = effectiveValues(exposures);
  const stuck = exposures.filter(
    ({ target }, index) => isZero(target) && isPositive(values[index] ?? zeroMoney),
  );
  if (stuck.length > 0)
    return {
      why: `New money cannot bring ${listText(stuck.map(({ asset }) => asset))} to a target of 0 %: that has to be sold or hedged.`,
    };
  const totals = exposures.flatMap(({ target }, index) =>
    isZero(target)
      ? []
      : [moneyTimes(values[index] ?? zeroMoney, ratio(oneRate, target, 'half-even'), 'half-even')],
  );
  const [whole = zeroMoney] = totals.toSorted((a, b) => compare<Money>(b, a));
  const missing = exposures.map(({ target, asset, price, isMoney }, index) => {
    const amount = subtract(moneyTimes(whole, target, 'half-even'), values[index] ?? zeroMoney);
    return { asset, price, isMoney, amount: isNegative(amount) ? zeroMoney : amount };
  });
  const total = (of: typeof missing): Money =>
    sum(
      of.map(({ amount }) => amount),
      zeroMoney,
    );
  return {
    amount: total(missing),
    kept: total(missing.filter(({ isMoney }) => isMoney)),
    buys: missing
      .filter(({ isMoney, amount }) => !isMoney && isPositive(amount))
      .map(({ asset, price, amount }) => ({ asset, quantity: quantityFor(amount, price, 'half-even') }))
      .filter(({ quantity }) => isPositive(quantity)),
  };
}

/** What a way leaves off target it says by itself; every other limit it keeps. */
function brokenBy(exit: AlternativesCase['exit'], schedule: ExitSchedule): Violation | undefined {
  return feasibility(exit, schedule).find(({ limit }) => limit !== 'band' && limit !== 'net');
}

/** Which limit stands in the way; null where none does. */
function brokenWords(exit: AlternativesCase['exit'], schedules: readonly ExitSchedule[]): string | null {
  for (const schedule of schedules) {
    const broken = brokenBy(exit, schedule);
    if (broken !== undefined) return `It would break a limit that you gave. ${broken.issue.message}`;
  }
  return null;
}

/** The cheapest by exact price of those schedules that keep the limits; null without one. */
export async function cheapest(
  exit: AlternativesCase['exit'],
  schedules: readonly ExitSchedule[],
  tools: Pick<AlternativesTools, 'pause'>,
): Promise<PricedSchedule | null> {
  let best: PricedSchedule | null = null;
  for (const schedule of schedules) {
    if (brokenBy(exit, schedule) !== undefined) continue;
    const priced = priceSchedule(exit, schedule);
    if (best === null || compare(priced.cost, best.cost) < 0) best = priced;
    await tools.pause();
  }
  return best;
}
