/**
 * A case in floats: days, prices, lots by term, what a step of each futures position brings, costs and locks. For the search
 * alone; amounts are in `unit`s of the currency so that a solver sees numbers of one size.
 */
import type { Result } from '../../../../shared/errors/failure.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { toFloat } from '../../../../shared/num/approximate.ts';
import { daysBetween, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { TaxYears } from '../../tax/tax-years.ts';
import type { ExitCase, ExitGoal } from '../exit-case.ts';
import { netPriceOf } from '../net-off.ts';
import { coversOf } from './cover-columns.ts';
import { futureNumbers } from './future-numbers.ts';
import type { FutureNumbers } from './future-numbers.ts';
import { lotParts } from './lot-parts.ts';
import type { LotPart } from './lot-parts.ts';
import { mergedParts } from './merged-parts.ts';
import { factorOn, yearNumbersOf } from './year-numbers.ts';
import type { YearNumbers } from './year-numbers.ts';
import { waitingNumbers } from './waiting-losses.ts';
import type { WaitingNumbers } from './waiting-losses.ts';

export interface DateNumbers {
  readonly date: LocalDate;
  /** Place of its tax year among the years. */
  readonly year: number;
  readonly days: number;
  /** What one unit of that day is worth today. */
  readonly factor: number;
}

export interface GoalNumbers {
  readonly goal: ExitGoal;
  readonly sell: number;
  readonly buy: number;
  readonly tolerance: number;
  readonly perDay: number;
  readonly minTicket: number;
  /** Units for one coin, by date; and at today's price, for what all goals together stand off. */
  readonly prices: readonly number[];
  readonly netPrice: number;
  readonly parts: readonly LotPart[];
  /** The same, each lot by itself; by place of the lot; and in the order in which new shorts offset them. */
  readonly lots: readonly LotPart[];
  readonly partsByPlace: ReadonlyMap<number, readonly number[]>;
  readonly coverOrder: readonly number[];
  /** Whether new shorts stop clocks that matter: then it matters what the first date leaves. */
  readonly isCovered: boolean;
}

export interface ExitNumbers {
  readonly unit: number;
  readonly dates: readonly DateNumbers[];
  readonly years: readonly YearNumbers[];
  readonly goals: readonly GoalNumbers[];
  readonly futures: readonly FutureNumbers[];
  /** Of what is sold or bought. */
  readonly spotCost: number;
  /** Units; null: not watched. */
  readonly cash: number | null;
  /** How far all goals together may stand off, in units; null: no limit. */
  readonly netTolerance: number | null;
  /** null: nothing waits. */
  readonly waiting: WaitingNumbers | null;
  readonly leavesOut: readonly string[];
}

const INCOME =
  'Funding that is ordinary income by your election is in the price, not in the bound: no bound is shown where it makes the plan cheaper.';

/** In: the years with nothing planned. Errors: `tax/year-not-covered`. */
export function exitNumbers(given: ExitCase, baseline: TaxYears): Result<ExitNumbers> {
  const found = yearNumbersOf(given, baseline);
  if (!found.ok) return found;
  const years = found.value;
  const dates = given.dates.map(({ date }) => ({
    date,
    year: years.findIndex(({ year }) => year === yearOf(date)),
    days: daysBetween(given.asOf, date),
    factor: factorOn(given, date),
  }));
  const unit = unitOf(given);
  const { spotFee, spotSlippage } = given.costs;
  const futures = given.futures.map((one) => futureNumbers(one, { given, unit, dates, years }));
  return ok({
    unit,
    dates,
    years,
    goals: goalsOf(given, unit),
    futures,
    spotCost: toFloat(spotFee) + toFloat(spotSlippage),
    cash: given.limits.cash === null ? null : toFloat(given.limits.cash) / unit,
    netTolerance: given.netTolerance === null ? null : toFloat(given.netTolerance) / unit,
    waiting: waitingNumbers(given, baseline, { unit, years }),
    leavesOut: [
      ...new Set(years.flatMap(({ shape }) => shape.leavesOut)),
      ...(futures.some(({ hasIncome }) => hasIncome) ? [INCOME] : []),
    ],
  });
}

function goalsOf(given: ExitCase, unit: number): readonly GoalNumbers[] {
  const lotsOf = lotParts(given, unit);
  return given.goals.map((goal): GoalNumbers => {
    const lots = lotsOf.get(goal.asset) ?? [];
    const parts = mergedParts(lots);
    return {
      goal,
      sell: toFloat(goal.sell),
      buy: toFloat(goal.buy),
      tolerance: toFloat(goal.tolerance),
      perDay: goal.perDay === null ? Number.POSITIVE_INFINITY : toFloat(goal.perDay),
      minTicket: toFloat(goal.minTicket),
      prices: given.dates.map(({ date }) => priceOn(given, goal, date) / unit),
      netPrice: toFloat(netPriceOf(given, goal.asset)) / unit,
      parts,
      lots,
      partsByPlace: placesOf(lots),
      coverOrder: [...lots.keys()]
        .filter((at) => lots[at]?.stopsAfter !== null)
        .toSorted((a, b) => (lots[a]?.stopsAfter ?? 0) - (lots[b]?.stopsAfter ?? 0) || a - b),
      isCovered: coversOf({ parts }, given.dates.length).length > 0,
    };
  });
}

function placesOf(lots: readonly LotPart[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const [at, { members }] of lots.entries()) {
    const place = members[0]?.place ?? 0;
    found.set(place, [...(found.get(place) ?? []), at]);
  }
  return found;
}

function priceOn(given: ExitCase, { asset }: ExitGoal, date: LocalDate): number {
  const price = given.book.priceOn(asset, date) ?? given.facts.straddles.priceOn(asset, date);
  return price === null ? 0 : toFloat(price);
}

/** So that all that is traded is some ten thousand units. */
function unitOf(given: ExitCase): number {
  const [first] = given.dates;
  if (first === undefined) return 1;
  let value = 0;
  for (const goal of given.goals)
    value += (toFloat(goal.sell) + toFloat(goal.buy)) * priceOn(given, goal, first.date);
  return Math.max(0.01, value / 10_000);
}
