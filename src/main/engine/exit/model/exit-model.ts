/**
 * A case as a mixed-integer linear programme: amounts by class of lots and date, whole steps of futures, taxes by year.
 *
 * coins sold by class and date ↔ coins by lot, year and term → gains → tax of each year; steps held → carry, margin, results
 */
import type { ExitNumbers } from './exit-numbers.ts';
import { addGoals } from './goal-columns.ts';
import type { GoalColumns } from './goal-columns.ts';
import { addFutures } from './future-columns.ts';
import type { FutureColumns } from './future-columns.ts';
import { addLimits } from './limit-rows.ts';
import type { LinearModel } from './linear-model.ts';
import { ModelBuilder, Terms } from './model-builder.ts';
import { addWaiting } from './waiting-columns.ts';
import { addYearTax } from './year-tax.ts';
import type { Carried, YearResults } from './year-tax.ts';
import { toFloat } from '../../../../shared/num/approximate.ts';

export interface ExitModel {
  readonly model: LinearModel;
  readonly goals: readonly GoalColumns[];
  readonly futures: readonly FutureColumns[];
}

/** In: `baseTax`, today's money of the taxes with nothing planned, in units: the model's value is what a plan adds. */
export function exitModel(numbers: ExitNumbers, baseTax: number): ExitModel {
  const builder = new ModelBuilder();
  const goals = addGoals(builder, numbers);
  const futures = addFutures(builder, numbers);
  addLimits(builder, { numbers, goals, futures });
  const waited = addWaiting(builder, { numbers, goals, futures });
  addTaxes(builder, { numbers, goals, futures, waited });
  builder.offset -= baseTax;
  return { model: builder.model(), goals, futures };
}

/** What the results of futures count as in each year, losses that wait left out until they count. */
export interface CountedFutures {
  readonly short: Terms;
  readonly long: Terms;
  readonly low: { readonly short: number; readonly long: number };
  readonly high: { readonly short: number; readonly long: number };
}

function addTaxes(
  builder: ModelBuilder,
  {
    numbers,
    goals,
    futures,
    waited,
  }: {
    readonly numbers: ExitNumbers;
    readonly goals: readonly GoalColumns[];
    readonly futures: readonly FutureColumns[];
    readonly waited: readonly CountedFutures[];
  },
): void {
  void futures;
  let carried: Carried | null = null;
  for (const [year, { shape, factor }] of numbers.years.entries()) {
    const amount = (money: typeof shape.shortTerm): number => toFloat(money) / numbers.unit;
    carried ??= {
      short: new Terms().plusConstant(amount(shape.carriedShort)),
      long: new Terms().plusConstant(amount(shape.carriedLong)),
      most: amount(shape.carriedShort) + amount(shape.carriedLong),
    };
    const ofFutures = waited[year];
    const results = resultsOf(goals, year);
    const base = { short: amount(shape.shortTerm), long: amount(shape.longTerm) };
    const all: YearResults = {
      short: results.short.plusConstant(base.short),
      long: results.long.plusConstant(base.long),
      shortRange: {
        low: results.shortRange.low + base.short + (ofFutures?.low.short ?? 0),
        high: results.shortRange.high + base.short + (ofFutures?.high.short ?? 0),
      },
      longRange: {
        low: results.longRange.low + base.long + (ofFutures?.low.long ?? 0),
        high: results.longRange.high + base.long + (ofFutures?.high.long ?? 0),
      },
    };
    if (ofFutures !== undefined) {
      all.short.plusTerms(ofFutures.short);
      all.long.plusTerms(ofFutures.long);
    }
    carried = addYearTax(builder, { shape, unit: numbers.unit, factor, results: all, carriedIn: carried });
  }
}

function resultsOf(goals: readonly GoalColumns[], year: number): YearResults {
  const short = new Terms();
  const long = new Terms();
  const shortRange = { low: 0, high: 0 };
  const longRange = { low: 0, high: 0 };
  for (const goal of goals) {
    const own = goal.years[year];
    if (own === undefined) continue;
    short.plusTerms(own.short);
    long.plusTerms(own.long);
    shortRange.low += own.shortRange.low;
    shortRange.high += own.shortRange.high;
    longRange.low += own.longRange.low;
    longRange.high += own.longRange.high;
  }
  return { short, long, shortRange, longRange };
}
