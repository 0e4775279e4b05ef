/** Coins of a goal in a model: sold by class and date, taken from lots by year and term; bought by date. */
import type { ExitNumbers, GoalNumbers } from './exit-numbers.ts';
import type { LotPart } from './lot-parts.ts';
import { Terms } from './model-builder.ts';
import type { ModelBuilder } from './model-builder.ts';
import type { Range, YearResults } from './year-tax.ts';

/** Lots whose sales count alike on each date. */
export interface LotClass {
  readonly longFrom: number;
  /** Place of the tax year, by date. */
  readonly yearOf: readonly number[];
  readonly parts: readonly LotPart[];
  /** Coins sold, by date; null where the class is not for that date. */
  readonly sold: readonly (number | null)[];
  /** Coins taken, by part, for each year and term. */
  readonly taken: readonly {
    readonly year: number;
    readonly isLong: boolean;
    readonly columns: readonly number[];
  }[];
}

/** Parts whose clock stops once new hedges cover more than so many coins. */
export interface StopGroup {
  readonly after: number;
  readonly isStopped: number;
}

export interface GoalColumns {
  readonly goal: GoalNumbers;
  readonly classes: readonly LotClass[];
  readonly stops: readonly StopGroup[];
  /** Coins bought, by date. */
  readonly bought: readonly number[];
  readonly years: readonly YearResults[];
}

const MOST_STOP_GROUPS = 12;

export function addGoals(builder: ModelBuilder, numbers: ExitNumbers): readonly GoalColumns[] {
  return numbers.goals.map((goal) => addGoal(builder, goal, numbers));
}

function addGoal(builder: ModelBuilder, goal: GoalNumbers, numbers: ExitNumbers): GoalColumns {
  const classes: LotClass[] = [];
  const last = numbers.dates.length;
  const isTurning = ({ longFrom, stopsAfter }: LotPart): boolean =>
    stopsAfter !== null && longFrom > 0 && longFrom < last;
  const plain = Map.groupBy(
    goal.parts.filter((part) => !isTurning(part)),
    ({ longFrom }) => longFrom,
  );
  for (const [longFrom, parts] of plain)
    classes.push(addClass(builder, { goal, numbers, parts, longFrom, from: 0 }));
  const stops: StopGroup[] = [];
  for (const parts of stopGroups(goal.parts.filter(isTurning))) {
    const isStopped = builder.binary();
    stops.push({ after: Math.min(...parts.map(({ stopsAfter }) => stopsAfter ?? 0)), isStopped });
    for (const [longFrom, own] of Map.groupBy(parts, (part) => part.longFrom)) {
      const running = addClass(builder, { goal, numbers, parts: own, longFrom, from: 0 });
      const stopped = addClass(builder, { goal, numbers, parts: own, longFrom: last, from: longFrom });
      const coins = own.reduce((sum, part) => sum + part.coins, 0);
      const onlyIf = (of: LotClass, from: number, sign: 1 | -1): void => {
        const terms = new Terms();
        for (const [date, column] of of.sold.entries())
          if (column !== null && date >= from) terms.plus(column);
        builder.atMost(terms.plus(isStopped, -sign * coins), sign > 0 ? 0 : coins);
      };
      onlyIf(running, longFrom, -1);
      onlyIf(stopped, longFrom, 1);
      classes.push(running, stopped);
    }
  }
  limitParts(builder, classes);
  const bought = goal.buy > 0 ? numbers.dates.map(() => builder.column(0, goal.buy)) : [];
  addGoalRows(builder, { goal, classes, bought }, numbers);
  return { goal, classes, stops, bought, years: yearsOf({ goal, classes }, numbers) };
}

function stopGroups(parts: readonly LotPart[]): readonly (readonly LotPart[])[] {
  const sorted = parts.toSorted((a, b) => (a.stopsAfter ?? 0) - (b.stopsAfter ?? 0));
  const size = Math.max(1, Math.ceil(sorted.length / MOST_STOP_GROUPS));
  return Array.from({ length: Math.ceil(sorted.length / size) }, (_, at) =>
    sorted.slice(at * size, (at + 1) * size),
  );
}

function addClass(
  builder: ModelBuilder,
  {
    goal,
    numbers,
    parts,
    longFrom,
    from,
  }: {
    readonly goal: GoalNumbers;
    readonly numbers: ExitNumbers;
    readonly parts: readonly LotPart[];
    readonly longFrom: number;
    readonly from: number;
  },
): LotClass {
  const coins = parts.reduce((sum, part) => sum + part.coins, 0);
  const sold = numbers.dates.map((_, date) =>
    date < from ? null : builder.column(0, Math.min(coins, goal.sell, goal.perDay)),
  );
  const taken: { year: number; isLong: boolean; columns: number[] }[] = [];
  for (const year of numbers.years.keys()) {
    for (const isLong of [false, true]) {
      const terms = new Terms();
      for (const [date, column] of sold.entries())
        if (column !== null && numbers.dates[date]?.year === year && date >= longFrom === isLong)
          terms.plus(column);
      if (terms.factors.size === 0) continue;
      const columns = parts.map((part) => builder.column(0, Math.min(part.coins, goal.sell)));
      for (const column of columns) terms.plus(column, -1);
      builder.equal(terms, 0);
      taken.push({ year, isLong, columns });
    }
  }
  return { longFrom, yearOf: numbers.dates.map(({ year }) => year), parts, sold, taken };
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
  { dates, years, spotCost }: ExitNumbers,
): readonly YearResults[] {
  return years.map((_, year) => {
    const short = new Terms();
    const long = new Terms();
    const gains: Record<'short' | 'long', { coins: number; least: number; most: number }[]> = {
      short: [],
      long: [],
    };
    for (const { sold, longFrom } of classes) {
      for (const [date, column] of sold.entries())
        if (column !== null && dates[date]?.year === year)
          (date >= longFrom ? long : short).plus(column, (goal.prices[date] ?? 0) * (1 - spotCost));
    }
    for (const one of classes) {
      for (const { year: of, isLong, columns } of one.taken) {
        if (of !== year) continue;
        const prices = dates.flatMap(({ year: own }, date) =>
          own === year && date >= one.longFrom === isLong ? [(goal.prices[date] ?? 0) * (1 - spotCost)] : [],
        );
        for (const [place, part] of one.parts.entries()) {
          const { cost } = part;
          (isLong ? long : short).plus(columns[place] ?? 0, -cost);
          gains[isLong ? 'long' : 'short'].push({
            coins: part.coins,
            least: Math.min(...prices) - cost,
            most: Math.max(...prices) - cost,
          });
        }
      }
    }
    return { short, long, shortRange: rangeOf(gains.short, goal), longRange: rangeOf(gains.long, goal) };
  });
}

/** The least and the most that selling at most what the goal asks for can bring. */
function rangeOf(
  gains: readonly { readonly coins: number; readonly least: number; readonly most: number }[],
  { sell }: GoalNumbers,
): Range {
  const within = (sorted: readonly { readonly coins: number; readonly each: number }[]): number => {
    let left = sell;
    let sum = 0;
    for (const { coins, each } of sorted) {
      const part = Math.min(left, coins);
      sum += part * each;
      left -= part;
      if (left <= 0) break;
    }
    return sum;
  };
  const losses = gains.map(({ coins, least }) => ({ coins, each: Math.min(0, least) }));
  const profits = gains.map(({ coins, most }) => ({ coins, each: Math.max(0, most) }));
  return {
    low: within(losses.toSorted((a, b) => a.each - b.each)),
    high: within(profits.toSorted((a, b) => b.each - a.each)),
  };
}
