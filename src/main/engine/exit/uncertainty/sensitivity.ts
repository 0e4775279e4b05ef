/**
 * one assumption at several values → the plan priced at each → a series; at its ends a plan made for just that value.
 */
import type { Trace } from '../../../../shared/domain/trace.ts';
import { absolute, add, isNegative, larger, negate, subtract } from '../../../../shared/num/arithmetic.ts';
import { money, rate } from '../../../../shared/num/parse.ts';
import { moneyTimes } from '../../../../shared/num/products.ts';
import type { Money, Rate } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { ExitCase } from '../exit-case.ts';
import type { ExitSchedule } from '../exit-schedule.ts';
import { feasibility } from '../feasibility.ts';
import { priceSchedule } from '../price-schedule.ts';
import { traceOfPrice } from '../price-trace.ts';
import { simpleRules } from '../simple-rules.ts';
import type { Planner } from './path-candidates.ts';

/** One assumption, and the case as it is at each of several values of it. */
export interface Axis {
  readonly id: 'funding' | 'price' | 'income' | 'tax-rate';
  /** By value, smallest first; one of them is the base. Empty where varying it changes nothing. */
  readonly values: readonly AxisValue[];
}

export interface AxisValue {
  readonly value: Rate | Money;
  readonly label: string;
  readonly isBase: boolean;
  readonly given: ExitCase;
}

export interface SeriesPoint extends Omit<AxisValue, 'given'> {
  /** Of the plan as it is; null where it breaks a limit there. */
  readonly cost: Money | null;
  readonly tax: Money | null;
  /** Of `cost`. */
  readonly trace: Trace | null;
  /** The cheapest simple rule. */
  readonly ruleCost: Money | null;
  /** A plan made for just this value; at the ends only. Never above `cost`. */
  readonly best: Money | null;
}

export interface Series {
  readonly id: Axis['id'];
  readonly points: readonly SeriesPoint[];
  /** Is another plan clearly better at an end? */
  readonly flips: boolean;
}

const ONE = money('1');
const CLEARLY = rate('0.01');

/** A series of one axis. In: a plan whose lots, days and positions each case has. */
export async function sensitivitySeries(
  axis: Axis,
  schedule: ExitSchedule,
  { planner, pause }: { readonly planner: Planner; readonly pause: () => Promise<void> },
): Promise<Series> {
  const points: SeriesPoint[] = [];
  const last = axis.values.length - 1;
  for (const [place, { given, ...value }] of axis.values.entries()) {
    const priced = feasibility(given, schedule).length === 0 ? priceSchedule(given, schedule) : null;
    const isEnd = (place === 0 || place === last) && !value.isBase;
    const found = isEnd ? await planner(given) : null;
    const made = found?.ok === true ? found.value.plan.cost : null;
    const cost = priced?.cost ?? null;
    const trace = priced === null ? null : traceOfPrice(given, priced);
    // A search that ends early may miss the plan that there is already.
    const best = made === null || (cost !== null && cost < made) ? (isEnd ? cost : null) : made;
    await pause();
    points.push({ ...value, cost, tax: priced?.tax ?? null, trace, ruleCost: cheapestRule(given), best });
  }
  return { id: axis.id, points, flips: points.some(isFlip) };
}

function cheapestRule(given: ExitCase): Money | null {
  let least: Money | null = null;
  for (const { priced } of simpleRules(given))
    if (priced !== null && (least === null || priced.cost < least)) least = priced.cost;
  return least;
}

/** Better by more than one per cent of the cost, and by more than one unit of money. */
function isFlip({ cost, best }: SeriesPoint): boolean {
  if (cost === null || best === null) return best !== null;
  const saved = subtract(cost, best);
  return saved > larger(ONE, moneyTimes(absolute(cost), CLEARLY, 'half-even'));
}

/**
 * The market's funding moved by shares of notional and year, each perpetual leg from its own: what shorts pay more, longs receive more.
 * None where the case has no such leg.
 */
export function fundingAxis(
  given: ExitCase,
  changes: readonly Rate[],
  label: (change: Rate) => string,
): Axis {
  const none = rate('0');
  if (given.futures.every(({ terms }) => terms.expiry !== null)) return { id: 'funding', values: [] };
  return axisOf('funding', [...changes, none], none, label, (change) => ({
    ...given,
    futures: given.futures.map((future) =>
      future.terms.expiry !== null
        ? future
        : {
            ...future,
            fundingPerYear: add(future.fundingPerYear, future.side === 'short' ? change : negate(change)),
          },
    ),
  }));
}

/** More or less ordinary income in each of the plan's years, never below zero. */
export function incomeAxis(
  given: ExitCase,
  changes: readonly Money[],
  label: (value: Money) => string,
): Axis {
  return axisOf('income', [...changes, zeroMoney], zeroMoney, label, (change) => ({
    ...given,
    profile: {
      ...given.profile,
      years: given.profile.years.map((year) => {
        const income = add(year.ordinaryIncome, change);
        return { ...year, ordinaryIncome: isNegative(income) ? zeroMoney : income };
      }),
    },
  }));
}

/** Points on top of every rate: the plain rate of the profile, which may stand for a state's, moves by them. */
export function taxRateAxis(given: ExitCase, changes: readonly Rate[], label: (value: Rate) => string): Axis {
  const none = rate('0');
  const lowest = given.profile.years.reduce<Rate | null>(
    (least, { stateRate }) => (least === null || stateRate < least ? stateRate : least),
    null,
  );
  // Nobody pays a rate below zero.
  const possible = changes.filter((change) => !isNegative(add(lowest ?? none, change)));
  return axisOf('tax-rate', [...possible, none], none, label, (change) => ({
    ...given,
    profile: {
      ...given.profile,
      years: given.profile.years.map((year) => ({ ...year, stateRate: add(year.stateRate, change) })),
    },
  }));
}

/** Any axis: values in order, each once, the base among them. */
export function axisOf<T extends Rate | Money>(
  id: Axis['id'],
  values: readonly T[],
  base: T,
  label: (value: T) => string,
  caseAt: (value: T) => ExitCase,
): Axis {
  const ordered = [...new Set(values)].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return {
    id,
    values: ordered.map((value) => ({
      value,
      label: label(value),
      isBase: value === base,
      given: caseAt(value),
    })),
  };
}
