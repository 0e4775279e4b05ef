/** Steps of each futures position in a model: open after each date, what holding and closing them costs and results in. */
import { toFloat } from '../../../../shared/num/approximate.ts';
import type { ExitNumbers } from './exit-numbers.ts';
import type { FutureNumbers } from './future-numbers.ts';
import { Terms } from './model-builder.ts';
import type { ModelBuilder } from './model-builder.ts';
import type { Range } from './year-tax.ts';

export interface FutureColumns {
  readonly numbers: FutureNumbers;
  /** Steps open after each date. */
  readonly open: readonly number[];
  /** By year, against leaving it alone: results before losses wait. Signed. */
  readonly results: readonly { readonly terms: Terms; readonly range: Range }[];
}

const MOST_WHOLE_STEPS = 12;

export function addFutures(builder: ModelBuilder, numbers: ExitNumbers): readonly FutureColumns[] {
  return numbers.futures.map((future) => addFuture(builder, future, numbers));
}

function addFuture(
  builder: ModelBuilder,
  numbers: FutureNumbers,
  { dates, years }: ExitNumbers,
): FutureColumns {
  const { future } = numbers;
  const last = dates.length - 1;
  // A step among many is near enough to a part of one: whole steps are chosen afterwards.
  const isWhole = future.steps <= MOST_WHOLE_STEPS;
  const open = dates.map((_, date) => {
    const most = date === last ? 0 : future.steps;
    return isWhole ? builder.whole(0, most) : builder.column(0, most);
  });
  for (const [date, column] of open.entries()) {
    const before = open[date - 1];
    if (before !== undefined) builder.atLeast(new Terms().plus(before).plus(column, -1), 0);
    builder.cost(column, numbers.holding[date] ?? 0);
  }
  const closings = dates.map((_, date): Terms => {
    const before = open[date - 1];
    const terms = new Terms().plus(open[date] ?? 0, -1);
    if (before !== undefined) return terms.plus(before);
    return future.isOpen ? terms.plusConstant(future.steps) : new Terms();
  });
  for (const [date, closed] of closings.entries())
    builder.costTerms(closed, (numbers.trading[date] ?? 0) + (numbers.closingCarry[date] ?? 0));
  if (!future.isOpen) builder.cost(open[0] ?? 0, numbers.trading[0] ?? 0);
  const results = years.map((_, year) => resultOf(numbers, { open, closings, dates, year }));
  return { numbers, open, results };
}

function resultOf(
  { future, isMarked, stretches, trading, closing, years }: FutureNumbers,
  {
    open,
    closings,
    dates,
    year,
  }: {
    readonly open: readonly number[];
    readonly closings: readonly Terms[];
    readonly dates: ExitNumbers['dates'];
    readonly year: number;
  },
): { readonly terms: Terms; readonly range: Range } {
  const terms = new Terms();
  let low = 0;
  let high = 0;
  const add = (of: Terms, each: number): void => {
    if (each === 0) return;
    terms.plusTerms(of, each);
    low += Math.min(0, each) * future.steps;
    high += Math.max(0, each) * future.steps;
  };
  if (isMarked) {
    for (const { step, byYear } of stretches) {
      const each = byYear.get(year) ?? 0;
      add(new Terms().plus(open[step] ?? 0), each);
      // Left alone it would be marked as well.
      if (future.isOpen) terms.plusConstant(-each * future.steps);
    }
    if (!future.isOpen && years[0] === year) add(new Terms().plus(open[0] ?? 0), -paid(0));
  }
  for (const [date, closed] of closings.entries()) {
    if (years[date] !== year || (date === 0 && !future.isOpen)) continue;
    add(closed, isMarked ? -paid(date) : (closing[date] ?? 0));
  }
  return { terms, range: { low, high } };

  /** The fee of a trade as tax counts it: not discounted. */
  function paid(date: number): number {
    return (trading[date] ?? 0) / (dates[date]?.factor ?? 1);
  }
}

/** Coins that a position's steps move on a date, as terms. */
export function coinsOpen({ numbers, open }: FutureColumns, date: number): Terms {
  return new Terms().plus(open[date] ?? 0, toFloat(numbers.future.coinsPerStep));
}
