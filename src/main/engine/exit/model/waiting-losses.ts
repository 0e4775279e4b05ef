/**
 * Losses of hedges and of hedged lots wait as long as the other side has gains that are not recognised. The model lets each
 * wait as long as suits the plan, never less than nothing: law says how long, so that no price lies below the bound.
 */
import { toFloat } from '../../../../shared/num/approximate.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import type { LossCharacter } from '../../tax/jurisdictions/us/straddles/straddle-case.ts';
import { lastBusinessDayOfYear } from '../../../../shared/time/local-date.ts';
import type { DeferredLoss } from '../../tax/jurisdictions/us/straddles/straddle-years.ts';
import type { TaxYears } from '../../tax/tax-years.ts';
import type { ExitCase } from '../exit-case.ts';
import type { ExitNumbers } from './exit-numbers.ts';
import type { FutureColumns } from './future-columns.ts';
import type { GoalColumns } from './goal-columns.ts';
import { Terms } from './model-builder.ts';
import type { ModelBuilder } from './model-builder.ts';
import type { YearResults } from './year-tax.ts';

type ByTerm = Readonly<Record<'short' | 'long', number>>;

/** What of losses waits at each year's end with nothing planned, in units, by term; and which lots are or may be hedged. */
export interface WaitingNumbers {
  readonly base: readonly ByTerm[];
  readonly hedged: ReadonlySet<LotId>;
  /**
   * By year and term: what comes free at most for each unit of gain that leaves with hedged lots. A loss is free where it is
   * larger than the gains left: of A behind gains of U, A ÷ U for each at most.
   */
  readonly freed: readonly ByTerm[];
  /** By goal and year: units for one coin on the year's last business day. */
  readonly endPrices: readonly (readonly number[])[];
}

/** Units for one coin where no price is known: anything may come free. */
const MOST_GAIN = 1e6;

/** Shares of long-term by character. */
const LONG_SHARE: Readonly<Record<LossCharacter, number>> = {
  short: 0,
  long: 1,
  section1256: 0.6,
  'sixty-forty': 0.6,
};

/** null where there is no straddle, and will be none. */
export function waitingNumbers(
  { facts, futures, goals, book }: ExitCase,
  baseline: TaxYears,
  { unit, years }: { readonly unit: number; readonly years: readonly { readonly year: number }[] },
): WaitingNumbers | null {
  const offsets = [...facts.straddles.offsets, ...futures.flatMap((future) => future.offsets)];
  if (offsets.length === 0) return null;
  const deferred = years.map(
    ({ year }) => baseline.straddles.years.find((one) => one.year === year)?.deferred ?? [],
  );
  return {
    base: deferred.map((own) => byTerm(own, ({ amount }) => toFloat(amount) / unit)),
    hedged: new Set(offsets.map(({ long }) => long as LotId)),
    freed: deferred.map((own) => byTerm(own, freedBy)),
    endPrices: goals.map(({ asset }) =>
      years.map(({ year }) => {
        const price = book.priceOn(asset, lastBusinessDayOfYear(year));
        return price === null ? Number.POSITIVE_INFINITY : toFloat(price) / unit;
      }),
    ),
  };
}

function byTerm(own: readonly DeferredLoss[], amountOf: (loss: DeferredLoss) => number): ByTerm {
  const of = (share: (long: number) => number): number =>
    own.reduce((sum, loss) => sum + amountOf(loss) * share(LONG_SHARE[loss.character]), 0);
  return { short: of((long) => 1 - long), long: of((long) => long) };
}

function freedBy({ amount, blockedBy, furtherGain }: DeferredLoss): number {
  const waits = toFloat(amount);
  const gains = blockedBy.reduce((sum, one) => sum + toFloat(one.amount), toFloat(furtherGain));
  return waits / Math.max(waits, gains, 1e-18);
}

/** By year, what waiting changes about its results: losses of futures, and of lots whose hedges have gains. */
export function addWaiting(
  builder: ModelBuilder,
  numbers: ExitNumbers,
  columns: Columns,
): readonly YearResults[] {
  const { waiting } = numbers;
  if (waiting === null) return [];
  const [ofFutures, ofLots] = (['futures', 'lots'] as const).map((side) => ({
    short: poolOf(builder, numbers, columns, { side, term: 'short' }),
    long: poolOf(builder, numbers, columns, { side, term: 'long' }),
  }));
  return [...numbers.years.keys()].map((year): YearResults => {
    const of = (term: 'short' | 'long'): Change => {
      const own = [ofFutures?.[term][year], ofLots?.[term][year]];
      const all: Change = { terms: new Terms(), range: { low: 0, high: 0 } };
      for (const one of own) {
        if (one === undefined) continue;
        all.terms.plusTerms(one.terms);
        all.range.low += one.range.low;
        all.range.high += one.range.high;
      }
      return all;
    };
    const [short, long] = [of('short'), of('long')];
    return { short: short.terms, long: long.terms, shortRange: short.range, longRange: long.range };
  });
}

interface Columns {
  readonly goals: readonly GoalColumns[];
  readonly futures: readonly FutureColumns[];
}

interface Pool {
  readonly side: 'futures' | 'lots';
  readonly term: 'short' | 'long';
}

interface Change {
  readonly terms: Terms;
  readonly range: { low: number; high: number };
}

/** What waits at each year's end against nothing planned, and what that changes about the year. */
function poolOf(
  builder: ModelBuilder,
  numbers: ExitNumbers,
  columns: Columns,
  { side, term }: Pool,
): readonly Change[] {
  let before = { terms: new Terms(), low: 0, high: 0 };
  return [...numbers.years.keys()].map((year): Change => {
    const sustained =
      side === 'futures'
        ? futureLosses(columns, { year, term })
        : lotLosses(numbers, columns, { year, term });
    // What is let go of sooner than with nothing planned was in the way of either side: it is counted once.
    const low = side === 'futures' ? -(numbers.waiting?.base[year]?.[term] ?? 0) : 0;
    const held = side === 'lots' ? gainsHeld(numbers, columns, year) : null;
    const high = Math.min(before.high + sustained.most, held?.most ?? Number.POSITIVE_INFINITY);
    const terms = new Terms();
    if (high - low > 1e-9) {
      const column = builder.column(low, high);
      terms.plus(column);
      builder.atMost(new Terms().plus(column).plusTerms(before.terms, -1).plusTerms(sustained.terms, -1), 0);
      if (low < 0)
        builder.atLeast(new Terms().plus(column).plusTerms(freedOf(numbers, columns, { year, term })), 0);
      if (held !== null) builder.atMost(new Terms().plus(column).plusTerms(held.terms, -1), 0);
    }
    const change = new Terms().plusTerms(terms).plusTerms(before.terms, -1);
    const range = { low: Math.min(0, low - before.high), high: Math.max(0, sustained.most - before.low) };
    before = { terms, low, high };
    return { terms: change, range };
  });
}

/** What may come free by a year's end: by gains of hedged lots that are sold, and where its loss never comes about. */
function freedOf(
  { waiting, years }: ExitNumbers,
  { goals, futures }: Columns,
  { year, term }: { readonly year: number; readonly term: 'short' | 'long' },
): Terms {
  const terms = new Terms();
  const share = waiting?.freed[year]?.[term] ?? 0;
  for (const [place, { goal, classes }] of goals.entries()) {
    const price = waiting?.endPrices[place]?.[year] ?? Number.POSITIVE_INFINITY;
    for (const { parts, taken } of classes)
      for (const { year: of, columns } of taken)
        for (const [at, { members, cost }] of parts.entries()) {
          const isHedged = members.some(
            (one) => waiting?.hedged.has(goal.goal.lots[one.place]?.lot ?? ('' as LotId)) === true,
          );
          const gain = Math.max(0, price - cost);
          if (of <= year && isHedged && gain > 0)
            terms.plus(columns[at] ?? 0, share * Math.min(gain, MOST_GAIN));
        }
  }
  for (const { numbers, closings } of futures)
    for (const [date, closed] of closings.entries())
      for (const before of years.keys()) {
        const results = before > year ? undefined : numbers.closedOn[date]?.results[before];
        if (results !== undefined)
          terms.plusTerms(closed, Math.max(0, results.short) + Math.max(0, results.long));
      }
  return terms;
}

interface Losses {
  readonly terms: Terms;
  readonly most: number;
}

function futureLosses(
  { futures }: Columns,
  { year, term }: { readonly year: number; readonly term: 'short' | 'long' },
): Losses {
  const terms = new Terms();
  let most = 0;
  for (const { numbers, closings } of futures) {
    let largest = 0;
    for (const [date, closed] of closings.entries()) {
      const loss = Math.max(0, -(numbers.closedOn[date]?.results[year]?.[term] ?? 0));
      terms.plusTerms(closed, loss);
      largest = Math.max(largest, loss);
    }
    most += largest * numbers.future.steps;
  }
  return { terms, most };
}

/** Of lots that are or may be hedged. */
function lotLosses(
  { waiting, spotCost }: ExitNumbers,
  { goals }: Columns,
  { year, term }: { readonly year: number; readonly term: 'short' | 'long' },
): Losses {
  const terms = new Terms();
  let most = 0;
  for (const { goal, classes } of goals) {
    const isHedged = (place: number): boolean =>
      waiting?.hedged.has(goal.goal.lots[place]?.lot ?? ('' as LotId)) === true;
    for (const { parts, taken } of classes)
      for (const { year: of, isLong, dates: alike, columns } of taken) {
        if (of !== year || isLong !== (term === 'long')) continue;
        const least = Math.min(...alike.map((date) => goal.prices[date] ?? 0));
        for (const [at, { members, coins, cost }] of parts.entries()) {
          const loss = cost - least * (1 - spotCost);
          if (loss <= 0 || !members.some(({ place }) => isHedged(place))) continue;
          terms.plus(columns[at] ?? 0, loss);
          most += loss * Math.min(coins, goal.sell);
        }
      }
  }
  return { terms, most };
}

/** Gains of what is open at a year's end: no loss of a lot waits for more than these. */
function gainsHeld({ dates }: ExitNumbers, { futures }: Columns, year: number): Losses {
  const terms = new Terms();
  let most = 0;
  const last = dates.findLastIndex((date) => date.year <= year);
  for (const { numbers, open } of futures) {
    const each = numbers.gainLeft[year] ?? 0;
    if (last >= 0) terms.plus(open[last] ?? 0, each);
    else terms.plusConstant(each * numbers.future.steps);
    most += each * numbers.future.steps;
  }
  return { terms, most };
}
