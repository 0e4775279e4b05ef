/** What a plan must keep to on every date: exposure, coins behind shorts, limits of a day, money, days. */
import { toFloat } from '../../../../shared/num/approximate.ts';
import { heldOf } from '../exposure-after.ts';
import { addCovers } from './cover-columns.ts';
import { coinsOpen } from './future-columns.ts';
import type { FutureColumns } from './future-columns.ts';
import type { ExitNumbers } from './exit-numbers.ts';
import type { GoalColumns } from './goal-columns.ts';
import { Terms } from './model-builder.ts';
import type { ModelBuilder } from './model-builder.ts';

export interface Columns {
  readonly numbers: ExitNumbers;
  readonly goals: readonly GoalColumns[];
  readonly futures: readonly FutureColumns[];
}

export function addLimits(builder: ModelBuilder, columns: Columns): void {
  for (const goal of columns.goals) {
    addExposure(builder, goal, columns);
    addDays(builder, goal, columns);
    addCovers(builder, goal, columns.futures);
  }
  addNet(builder, columns);
  if (columns.numbers.cash === null) addPaidBySales(builder, columns);
  else addCash(builder, columns);
}

function tradedOn({ classes, bought }: GoalColumns, date: number): Terms {
  const terms = new Terms();
  for (const { sold } of classes) {
    const column = sold[date] ?? null;
    if (column !== null) terms.plus(column);
  }
  const purchase = bought[date];
  return purchase === undefined ? terms : terms.plus(purchase);
}

/** After each day, steps stand for what is still to be sold or bought, within the tolerance. */
function addExposure(builder: ModelBuilder, goal: GoalColumns, { numbers, futures }: Columns): void {
  const { sell, buy, tolerance } = goal.goal;
  const own = futures.filter(({ numbers: { future } }) => future.asset === goal.goal.goal.asset);
  const held = toFloat(heldOf(goal.goal.goal));
  const done = new Terms();
  for (const date of numbers.dates.keys()) {
    done.plusTerms(tradedOn(goal, date));
    const hedged = new Terms();
    for (const future of own) hedged.plusTerms(coinsOpen(future, date));
    const off = new Terms().plusTerms(done).plusTerms(hedged);
    const rest = sell + buy;
    builder.row(rest - tolerance, off, rest + tolerance);
    if (sell > 0 && own.length > 0 && held < rest + tolerance) builder.atMost(off, Math.max(held, rest));
  }
}

/** What all goals together stand off after each date, signed: no more than that, where the bands of the coins leave more. */
function addNet(builder: ModelBuilder, { numbers, goals, futures }: Columns): void {
  const { netTolerance } = numbers;
  if (netTolerance === null) return;
  const widest = goals.reduce((sum, { goal: { netPrice, tolerance } }) => sum + netPrice * tolerance, 0);
  if (widest <= netTolerance) return;
  const traded = new Terms();
  for (const date of numbers.dates.keys()) {
    const hedged = new Terms();
    for (const goal of goals) {
      const { netPrice, sell, buy, goal: of } = goal.goal;
      if (date === 0) traded.plusConstant(netPrice * (sell - buy));
      traded.plusTerms(tradedOn(goal, date), sell > 0 ? -netPrice : netPrice);
      for (const future of futures)
        if (future.numbers.future.asset === of.asset)
          hedged.plusTerms(
            coinsOpen(future, date),
            future.numbers.future.side === 'long' ? netPrice : -netPrice,
          );
    }
    builder.row(-netTolerance, new Terms().plusTerms(traded).plusTerms(hedged), netTolerance);
  }
}

function addDays(builder: ModelBuilder, goal: GoalColumns, { numbers }: Columns): void {
  const { perDay, minTicket, sell, buy } = goal.goal;
  const most = Math.min(perDay, sell + buy);
  const least = Math.min(minTicket, most);
  const tickets: Ticket[] = [];
  for (const date of numbers.dates.keys()) {
    const traded = tradedOn(goal, date);
    if (traded.factors.size === 0) continue;
    if (most < sell + buy) builder.atMost(traded, most);
    if (least > 1e-9 * (sell + buy)) tickets.push({ traded, isTraded: builder.binary() });
  }
  addTickets(builder, tickets, { least, most });
}

interface Ticket {
  readonly traded: Terms;
  /** A yes or no. */
  readonly isTraded: number;
}

/** No ticket below the least but the last one, which may be what is left. */
function addTickets(
  builder: ModelBuilder,
  tickets: readonly Ticket[],
  { least, most }: { readonly least: number; readonly most: number },
): void {
  const lasts = new Terms();
  for (const [place, { traded, isTraded }] of tickets.entries()) {
    const isLast = builder.binary();
    lasts.plus(isLast);
    builder.atMost(new Terms().plusTerms(traded).plus(isTraded, -most), 0);
    builder.atLeast(new Terms().plusTerms(traded).plus(isTraded, -least).plus(isLast, least), 0);
    const later = tickets.slice(place + 1);
    const after = new Terms().plus(isLast, later.length);
    for (const one of later) after.plus(one.isTraded);
    if (later.length > 0) builder.atMost(after, later.length);
  }
  if (tickets.length > 0) builder.atMost(lasts, 1);
}

/** Start + what sales brought − what purchases took + what futures brought − new margin, never below zero. */
function addCash(builder: ModelBuilder, { numbers, goals, futures }: Columns): void {
  const flows = new Terms().plusConstant(numbers.cash ?? 0);
  for (const date of numbers.dates.keys()) {
    for (const goal of goals) flows.plusTerms(tradedOn(goal, date), moneyOf(goal, date, numbers));
    const left = new Terms().plusTerms(flows);
    for (const { numbers: future, open, closings } of futures) {
      left.plus(open[date] ?? 0, -(future.margin[date] ?? 0));
      for (const [place, closed] of closings.entries())
        left.plusTerms(closed, future.closedOn[place]?.cash[date] ?? 0);
    }
    builder.atLeast(left, 0);
  }
}

/** Purchases up to a date take no more than sales brought by then and all goals need beyond all sales (`unpaidPurchases`). */
function addPaidBySales(builder: ModelBuilder, { numbers, goals }: Columns): void {
  if (!goals.some(({ goal }) => goal.sell > 0) || !goals.some(({ goal }) => goal.buy > 0)) return;
  const flows = new Terms();
  let needed = 0;
  for (const date of numbers.dates.keys()) {
    let inAll = 0;
    for (const goal of goals) {
      const share = moneyOf(goal, date, numbers);
      inAll -= share * (goal.goal.sell + goal.goal.buy);
      flows.plusTerms(tradedOn(goal, date), share);
    }
    needed = Math.max(needed, inAll);
    builder.atLeast(new Terms().plusTerms(flows).plusConstant(needed), 0);
  }
}

/** What trading a coin of the goal brings (positive) or takes on a date, with its costs. */
function moneyOf({ goal: { prices, sell } }: GoalColumns, date: number, { spotCost }: ExitNumbers): number {
  const price = prices[date] ?? 0;
  return sell > 0 ? price * (1 - spotCost) : -price * (1 + spotCost);
}
