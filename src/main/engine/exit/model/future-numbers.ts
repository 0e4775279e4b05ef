/**
 * What one step of a futures position costs, brings and locks, by the date on which it is closed: the exact flows of the
 * position alone, held until that date, and what the tax engine makes of them. No law of carry, rolls or marks of its own.
 */
import { toFloat } from '../../../../shared/num/approximate.ts';
import { moneyTimes } from '../../../../shared/num/products.ts';
import { yearOf } from '../../../../shared/time/local-date.ts';
import { addedResults } from '../added-results.ts';
import type { ExitCase, ExitFuture } from '../exit-case.ts';
import type { ExitDay } from '../exit-schedule.ts';
import { yearsWith, yearsWithout } from '../exit-years.ts';
import { scheduleFlows } from '../schedule-actions.ts';
import type { ScheduleFlows } from '../schedule-flows.ts';
import { presentFactor } from '../today-money.ts';
import type { DateNumbers } from './exit-numbers.ts';
import type { YearNumbers } from './year-numbers.ts';

/** Of one step that is closed on a date. Money in units. */
export interface ClosedOn {
  /** Today's money of all that is paid on it: trades, rolls, carry, locked margin. */
  readonly cost: number;
  /** What it adds to each year's results, signed, straddle rules left out. */
  readonly results: readonly { readonly short: number; readonly long: number }[];
  /** Money that came in less what went out until each date. */
  readonly cash: readonly number[];
}

export interface FutureNumbers {
  readonly future: ExitFuture;
  /** Coins of the goal's asset that a step stands for. */
  readonly coins: number;
  /** By date; null where it cannot be closed: on the day on which it is opened. */
  readonly closedOn: readonly (ClosedOn | null)[];
  /** Of the money that is watched, what one step takes as margin from a date on. */
  readonly margin: readonly number[];
  /** Of one step that is still open at each year's end: the gain in it that no year has counted; never negative. */
  readonly gainLeft: readonly number[];
  /** Whether some of what it brings is ordinary income by election: that is left out. */
  readonly hasIncome: boolean;
}

export interface FutureContext {
  readonly given: ExitCase;
  readonly unit: number;
  readonly dates: readonly DateNumbers[];
  readonly years: readonly YearNumbers[];
}

/** In: dates in order. All steps are probed at once: what they cost is in proportion to their number. */
export function futureNumbers(future: ExitFuture, context: FutureContext): FutureNumbers {
  const alone = aloneWith(future, context.given);
  const { dates } = context.given;
  const probes = dates.map((_, place) =>
    place === 0 && !future.isOpen
      ? null
      : scheduleFlows(alone, { regime: null, days: heldUntil(alone, place) }),
  );
  const closed = probes.map((flows) => (flows === null ? null : closedOn(alone, flows, context)));
  return {
    future,
    coins: toFloat(future.coinsPerStep),
    closedOn: closed.map((one) => one?.numbers ?? null),
    margin: marginOf(alone, probes.at(-1) ?? null, context),
    gainLeft: gainLeft(alone, probes.at(-1) ?? null, context),
    hasIncome: closed.some((one) => one?.hasIncome === true),
  };
}

/** The case with one position and nothing that could offset it. */
function aloneWith(future: ExitFuture, given: ExitCase): ExitCase {
  const { facts, profile } = given;
  const { straddles, stretches } = facts;
  const own = stretches.get(future.position);
  return {
    ...given,
    profile: { ...profile, years: [] },
    goals: [],
    futures: [{ ...future, offsets: [] }],
    facts: {
      ...facts,
      disposed: [],
      income: [],
      loose: [],
      issues: [],
      stretches: new Map(own === undefined ? [] : [[future.position, own]]),
      straddles: {
        ...straddles,
        lots: [],
        futures: straddles.futures.filter(({ id }) => id === future.position),
        offsets: [],
        waiting: [],
        carryingCosts: [],
      },
    },
  };
}

function heldUntil({ dates, futures }: ExitCase, place: number): readonly ExitDay[] {
  const [future] = futures;
  const [first, end] = [dates[0], dates[place]];
  if (future === undefined || first === undefined || end === undefined) return [];
  const { position, steps, isOpen } = future;
  const day = { sells: [], buys: [] };
  const opening = { ...day, date: first.date, hedges: [{ position, steps }] };
  return [...(isOpen ? [] : [opening]), { ...day, date: end.date, hedges: [] }];
}

function closedOn(
  alone: ExitCase,
  flows: ScheduleFlows,
  { unit, dates, years }: FutureContext,
): { readonly numbers: ClosedOn; readonly hasIncome: boolean } {
  const each = 1 / unit / Math.max(1, alone.futures[0]?.steps ?? 1);
  const withIt = yearsWith(alone, flows.actions);
  const without = yearsWithout(alone);
  const cost = flows.costs.reduce(
    (sum, { date, amount }) => sum + toFloat(moneyTimes(amount, presentFactor(alone, date), 'half-even')),
    0,
  );
  const results = years.map(({ year, shape }) => {
    const added = addedResults(year, withIt, without);
    const marked = toFloat(added.section1256Gain) * each;
    const long = toFloat(shape.markedLongShare);
    return {
      short: toFloat(added.shortTermGain) * each + marked * (1 - long),
      long: toFloat(added.longTermGain) * each + marked * long,
    };
  });
  const cash = dates.map(({ date }) =>
    flows.cash.reduce((sum, one) => (one.date <= date ? sum + toFloat(one.amount) * each : sum), 0),
  );
  const first = yearOf(alone.asOf);
  const incomeOf = (of: typeof withIt): number =>
    of.realised.reduce(
      (sum, { year, futuresIncome }) => sum + (year < first ? 0 : toFloat(futuresIncome)),
      0,
    );
  return {
    numbers: { cost: cost * each, results, cash },
    hasIncome: Math.abs(incomeOf(withIt) - incomeOf(without)) > 0.005,
  };
}

/** From the probe that is held longest. */
function marginOf(
  { futures, dates }: ExitCase,
  longest: ScheduleFlows | null,
  { unit }: FutureContext,
): readonly number[] {
  const each = 1 / unit / Math.max(1, futures[0]?.steps ?? 1);
  return dates.map(({ date }) => {
    const locked = (longest?.locked ?? []).filter(({ from }) => from === date);
    return locked.reduce((sum, { fresh }) => sum + (fresh === null ? 0 : toFloat(fresh) * each), 0);
  });
}

/** Of marked contracts none is left, unless they may be hedges that are not marked. */
function gainLeft(
  alone: ExitCase,
  longest: ScheduleFlows | null,
  { unit, years }: FutureContext,
): readonly number[] {
  const [future] = alone.futures;
  const isMarked = future?.terms.section1256.status === true && alone.regimes.length === 0;
  if (future === undefined || longest === null || isMarked) return years.map(() => 0);
  const { futures } = yearsWith(alone, longest.actions).facts.straddles;
  const ends = futures.flatMap(({ yearEnds }) => yearEnds);
  return years.map(({ year }) => {
    const own = ends
      .filter((end) => end.year === year)
      .map(({ unrealised }) => Math.max(0, toFloat(unrealised)));
    return own.reduce((sum, gain) => sum + gain, 0) / unit / Math.max(1, future.steps);
  });
}
