/**
 * A case as a mixed-integer linear programme: amounts by class of lots and date, steps of futures, taxes by year.
 *
 * coins sold by class and date ↔ coins by lot, year and term → gains → tax of each year; steps held → carry, margin, results
 */
import { toFloat } from '../../../../shared/num/approximate.ts';
import type { ExitNumbers } from './exit-numbers.ts';
import { addFutures } from './future-columns.ts';
import type { FutureColumns } from './future-columns.ts';
import { addGoals } from './goal-columns.ts';
import type { GoalColumns } from './goal-columns.ts';
import { addLimits } from './limit-rows.ts';
import type { LinearModel } from './linear-model.ts';
import { ModelBuilder, Terms } from './model-builder.ts';
import { addWaiting } from './waiting-losses.ts';
import { addYearTax } from './year-tax.ts';
import type { Carried, YearResults } from './year-tax.ts';

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
  const waiting = addWaiting(builder, numbers, { goals, futures });
  let carried: Carried | null = null;
  for (const [year, { shape, factor }] of numbers.years.entries()) {
    const amount = (money: typeof shape.shortTerm): number => toFloat(money) / numbers.unit;
    carried ??= {
      short: new Terms().plusConstant(amount(shape.carriedShort)),
      long: new Terms().plusConstant(amount(shape.carriedLong)),
      most: amount(shape.carriedShort) + amount(shape.carriedLong),
    };
    const results = together([
      fixed(amount(shape.shortTerm), amount(shape.longTerm)),
      ...goals.flatMap((goal) => goal.years[year] ?? []),
      ...futures.flatMap((future) => future.years[year] ?? []),
      ...waiting.slice(year, year + 1),
    ]);
    carried = addYearTax(builder, { shape, unit: numbers.unit, factor, results, carriedIn: carried });
  }
  builder.offset -= baseTax;
  return { model: builder.model(), goals, futures };
}

function fixed(short: number, long: number): YearResults {
  return {
    short: new Terms().plusConstant(short),
    long: new Terms().plusConstant(long),
    shortRange: { low: short, high: short },
    longRange: { low: long, high: long },
  };
}

function together(all: readonly YearResults[]): YearResults {
  const short = new Terms();
  const long = new Terms();
  const shortRange = { low: 0, high: 0 };
  const longRange = { low: 0, high: 0 };
  for (const own of all) {
    short.plusTerms(own.short);
    long.plusTerms(own.long);
    shortRange.low += own.shortRange.low;
    shortRange.high += own.shortRange.high;
    longRange.low += own.longRange.low;
    longRange.high += own.longRange.high;
  }
  return { short, long, shortRange, longRange };
}
