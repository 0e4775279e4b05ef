/** Coins of a goal in a model: sold by class and date, taken from lots by stretch of dates and term; bought by date. */
import type { ExitNumbers, GoalNumbers } from './exit-numbers.ts';
import type { LotPart } from './lot-parts.ts';
import { Terms } from './model-builder.ts';
import type { ModelBuilder } from './model-builder.ts';
import { coversOf } from './cover-columns.ts';
import type { CoverSegment } from './cover-columns.ts';
import { rangeOf } from './gain-ranges.ts';
import type { YearResults } from './year-tax.ts';

/** Lots whose sales count alike on each date. */
export interface LotClass {
  readonly longFrom: number;
  readonly parts: readonly LotPart[];
  /** Coins sold, by date; null where the class is not for that date. */
  readonly sold: readonly (number | null)[];
  /** Coins taken, by part, for dates that count alike: of one year and term, the first date by itself. */
  readonly taken: readonly Taken[];
}

export interface Taken {
  readonly year: number;
  readonly isLong: boolean;
  readonly dates: readonly number[];
  readonly columns: readonly number[];
}

export interface GoalColumns {
  readonly goal: GoalNumbers;
  readonly classes: readonly LotClass[];
  readonly covers: readonly CoverSegment[];
  /** Coins bought, by date. */
  readonly bought: readonly number[];
  readonly years: readonly YearResults[];
}

/** A class in the making. */
interface ClassPlan {
  readonly parts: readonly LotPart[];
  readonly longFrom: number;
  /** The first date on which it is sold from. */
  readonly from: number;
}

export function addGoals(builder: ModelBuilder, numbers: ExitNumbers): readonly GoalColumns[] {
  return numbers.goals.map((goal) => addGoal(builder, goal, numbers));
}

function addGoal(builder: ModelBuilder, goal: GoalNumbers, numbers: ExitNumbers): GoalColumns {
  const last = numbers.dates.length;
  const segments = coversOf(goal, last);
  const isTurning = new Set(segments.flatMap(({ turning }) => turning.flatMap(({ parts }) => parts)));
  const add = (plan: ClassPlan): LotClass => addClass(builder, { goal, numbers, plan });
  const plain = Map.groupBy(
    goal.parts.filter((part) => !isTurning.has(part)),
    ({ longFrom }) => longFrom,
  );
  const classes = [...plain].map(([longFrom, parts]) => add({ parts, longFrom, from: 0 }));
  const covers = segments.map(({ parts, turning }): CoverSegment => {
    const groups = turning.map(({ longFrom, parts: own }) => ({
      coins: own.reduce((sum, part) => sum + part.coins, 0),
      longFrom,
      running: add({ parts: own, longFrom, from: 0 }),
      stopped: add({ parts: own, longFrom: last, from: longFrom }),
    }));
    classes.push(...groups.flatMap(({ running, stopped }) => [running, stopped]));
    return { parts, groups };
  });
  limitParts(builder, classes);
  const bought = goal.buy > 0 ? numbers.dates.map(() => builder.column(0, goal.buy)) : [];
  addGoalRows(builder, { goal, classes, bought }, numbers);
  return { goal, classes, covers, bought, years: yearsOf({ goal, classes }, numbers) };
}

function addClass(
  builder: ModelBuilder,
  {
    goal,
    numbers,
    plan: { parts, longFrom, from },
  }: { readonly goal: GoalNumbers; readonly numbers: ExitNumbers; readonly plan: ClassPlan },
): LotClass {
  const coins = parts.reduce((sum, part) => sum + part.coins, 0);
  const sold = numbers.dates.map((_, date) =>
    date < from ? null : builder.column(0, Math.min(coins, goal.sell, goal.perDay)),
  );
  const taken = stretchesOf(numbers, longFrom, goal.isCovered).flatMap((stretch): Taken[] => {
    const terms = new Terms();
    for (const date of stretch.dates) {
      const column = sold[date] ?? null;
      if (column !== null) terms.plus(column);
    }
    if (terms.factors.size === 0) return [];
    const columns = parts.map((part) => builder.column(0, Math.min(part.coins, goal.sell)));
    for (const column of columns) terms.plus(column, -1);
    builder.equal(terms, 0);
    return [{ ...stretch, columns }];
  });
  return { longFrom, parts, sold, taken };
}

/** Dates that count alike: of one year and term; the first by itself where it matters what is left after it. */
function stretchesOf(
  { dates }: ExitNumbers,
  longFrom: number,
  isFirstApart: boolean,
): readonly Omit<Taken, 'columns'>[] {
  const found = new Map<string, { year: number; isLong: boolean; dates: number[] }>();
  for (const [date, { year }] of dates.entries()) {
    const isLong = date >= longFrom;
    const key = `${year}/${isLong}/${isFirstApart && date === 0}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { year, isLong, dates: [date] });
    else known.dates.push(date);
  }
  return [...found.values()];
}

/** From no part more than it has. */
function limitParts(builder: ModelBuilder, classes: readonly LotClass[]): void {
  const ofPart = new Map<LotPart, Terms>();
  for (const { parts, taken } of classes) {
    for (const [place, part] of parts.entries()) {
      let terms = ofPart.get(part);
      if (terms === undefined) ofPart.set(part, (terms = new Terms()));
      for (const { columns } of taken) terms.plus(columns[place] ?? 0);
    }
  }
  for (const [part, terms] of ofPart) if (terms.factors.size > 1) builder.atMost(terms, part.coins);
}

function addGoalRows(
  builder: ModelBuilder,
  { goal, classes, bought }: Pick<GoalColumns, 'goal' | 'classes' | 'bought'>,
  { dates, spotCost }: ExitNumbers,
): void {
  const all = new Terms();
  for (const [date, { factor }] of dates.entries()) {
    const cost = (goal.prices[date] ?? 0) * spotCost * factor;
    for (const { sold } of classes) {
      const column = sold[date] ?? null;
      if (column === null) continue;
      all.plus(column);
      builder.cost(column, cost);
    }
    const purchase = bought[date];
    if (purchase === undefined) continue;
    all.plus(purchase);
    builder.cost(purchase, cost);
  }
  if (all.factors.size > 0) builder.equal(all, goal.sell + goal.buy);
}

function yearsOf(
  { goal, classes }: Pick<GoalColumns, 'goal' | 'classes'>,
  { years, spotCost }: ExitNumbers,
): readonly YearResults[] {
  const priceOn = (date: number): number => (goal.prices[date] ?? 0) * (1 - spotCost);
  return years.map((_, year) => {
    const short = new Terms();
    const long = new Terms();
    const gains: Record<'short' | 'long', { coins: number; least: number; most: number }[]> = {
      short: [],
      long: [],
    };
    for (const { parts, sold, taken } of classes) {
      for (const { year: of, isLong, dates, columns } of taken) {
        if (of !== year) continue;
        const terms = isLong ? long : short;
        for (const date of dates) {
          const column = sold[date] ?? null;
          if (column !== null) terms.plus(column, priceOn(date));
        }
        const prices = dates.map(priceOn);
        const [least, most] = [Math.min(...prices), Math.max(...prices)];
        for (const [place, { cost, coins }] of parts.entries()) {
          terms.plus(columns[place] ?? 0, -cost);
          gains[isLong ? 'long' : 'short'].push({ coins, least: least - cost, most: most - cost });
        }
      }
    }
    return {
      short,
      long,
      shortRange: rangeOf(gains.short, goal.sell),
      longRange: rangeOf(gains.long, goal.sell),
    };
  });
}
