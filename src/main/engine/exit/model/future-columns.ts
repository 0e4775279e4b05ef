/** Steps of each futures position in a model: open after each date, what closing them then has cost and resulted in. */
import type { ExitNumbers } from './exit-numbers.ts';
import type { FutureNumbers } from './future-numbers.ts';
import { Terms } from './model-builder.ts';
import type { ModelBuilder } from './model-builder.ts';
import type { Range, YearResults } from './year-tax.ts';

export interface FutureColumns {
  readonly numbers: FutureNumbers;
  /** Steps open after each date. */
  readonly open: readonly number[];
  /** Steps closed on each date. */
  readonly closings: readonly Terms[];
  /** By year, against leaving it alone. Losses count at once and as they are. */
  readonly years: readonly YearResults[];
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
  const { future, closedOn } = numbers;
  const last = dates.length - 1;
  // A step among many is near enough to a part of one: whole steps are chosen afterwards.
  const isWhole = future.steps <= MOST_WHOLE_STEPS;
  const open = dates.map((_, date) => {
    const most = date === last ? 0 : future.steps;
    return isWhole ? builder.whole(0, most) : builder.column(0, most);
  });
  const closings = dates.map((_, date): Terms => {
    const before = open[date - 1];
    const terms = new Terms().plus(open[date] ?? 0, -1);
    if (before !== undefined) return terms.plus(before);
    return future.isOpen ? terms.plusConstant(future.steps) : new Terms();
  });
  for (const [date, column] of open.entries()) {
    const before = open[date - 1];
    if (before !== undefined) builder.atLeast(new Terms().plus(before).plus(column, -1), 0);
    builder.costTerms(closings[date] ?? new Terms(), closedOn[date]?.cost ?? 0);
  }
  return { numbers, open, closings, years: years.map((_, year) => resultsOf(numbers, closings, year)) };
}

function resultsOf(
  { future, closedOn }: FutureNumbers,
  closings: readonly Terms[],
  year: number,
): YearResults {
  const [short, long] = (['short', 'long'] as const).map((term) => {
    const each = closedOn.map((one) => one?.results[year]?.[term] ?? 0);
    const terms = new Terms();
    for (const [date, closed] of closings.entries()) terms.plusTerms(closed, each[date] ?? 0);
    const possible = each.filter((_, date) => closedOn[date] !== null);
    // New ones need not be opened: nothing is possible, too.
    const all = future.isOpen ? possible : [0, ...possible];
    const range: Range = {
      low: Math.min(...all) * future.steps,
      high: Math.max(...all) * future.steps,
    };
    return { terms, range };
  });
  return {
    short: short?.terms ?? new Terms(),
    long: long?.terms ?? new Terms(),
    shortRange: short?.range ?? { low: 0, high: 0 },
    longRange: long?.range ?? { low: 0, high: 0 },
  };
}

/** Coins that a position's steps move on a date, as terms. */
export function coinsOpen({ numbers, open }: FutureColumns, date: number): Terms {
  return new Terms().plus(open[date] ?? 0, numbers.coins);
}
