/** Plain schedules: everything in one order on one day or on two, the hedge kept until the coins go. */
import { LOT_ORDERS } from './lot-order.ts';
import type { LotOrder } from './lot-order.ts';
import { leastTaxOrders } from './least-tax.ts';
import type { SoldSoFar } from './least-tax.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { LotId } from '../../../shared/domain/lot.ts';
import { add, isPositive, isZero, smaller, subtract } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { quantityTimes, ratio } from '../../../shared/num/products.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import type { Quantity, Rate } from '../../../shared/num/types.ts';
import { rate } from '../../../shared/num/parse.ts';
import { roundToStep } from '../../../shared/num/rounding.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { ExitCase, ExitFuture, ExitGoal, ExitLot } from './exit-case.ts';
import type { ExitDay, ExitSale, ExitSchedule } from './exit-schedule.ts';
import { heldOf, wantedOf } from './exposure-after.ts';
import { times } from './times.ts';

/** A share of what is to be sold and bought, on a day. */
export interface PortionOfDay {
  readonly date: LocalDate;
  /** Of all; the last day takes the rest. */
  readonly share: Rate;
}

const ALL = rate('1');

/** Everything sold and bought on one day; until then hedged as well as whole steps allow. */
export function allOn(given: ExitCase, date: LocalDate, order: LotOrder): ExitSchedule {
  return portionsOn(given, [{ date, share: ALL }], order);
}

/**
 * Shares of everything on some days, each in an order of lots; until then hedged as well as whole steps allow.
 * In: days of the case, earliest first.
 */
export function portionsOn(
  given: ExitCase,
  portions: readonly PortionOfDay[],
  order: LotOrder,
): ExitSchedule {
  const queues = given.goals.map((goal) => new GoalQueue(goal, given, order));
  const days: ExitDay[] = [];
  const [first] = given.dates;
  let hedges: ExitDay['hedges'] | null = null;
  if (first !== undefined && first.date !== portions[0]?.date) {
    hedges = hedgesFor(given, new Map(), null);
    days.push({ date: first.date, sells: [], buys: [], hedges });
  }
  const done = new Map<AssetId, Quantity>();
  const soldSoFar: SoldSoFar = new Map();
  portions.forEach(({ date, share }, place) => {
    const isLast = place === portions.length - 1;
    const sells: ExitSale[] = [];
    const buys: ExitDay['buys'][number][] = [];
    const parts = queues.map((queue) => queue.portion(share, isLast));
    if (order === 'min-tax') orderByTax(given, date, { queues, parts, soldSoFar });
    for (const [at, queue] of queues.entries()) {
      const { asset } = queue.goal;
      const part = parts[at] ?? zeroQuantity;
      done.set(asset, add(done.get(asset) ?? zeroQuantity, part));
      if (isZero(part)) continue;
      if (isPositive(queue.goal.sell)) sells.push(...queue.sell(part, date));
      else buys.push({ asset, quantity: part });
    }
    hedges = isLast ? [] : hedgesFor(given, done, hedges);
    days.push({ date, sells, buys, hedges });
  });
  return { regime: null, days };
}

/** Which lots of all goals together a day's sales take: those with the least tax. */
function orderByTax(
  given: ExitCase,
  date: LocalDate,
  {
    queues,
    parts,
    soldSoFar,
  }: {
    readonly queues: readonly GoalQueue[];
    readonly parts: readonly Quantity[];
    readonly soldSoFar: SoldSoFar;
  },
): void {
  const free = [...queues.entries()].filter(([, { isFree, goal }]) => isFree && isPositive(goal.sell));
  const sales = free.map(([at, queue]) => ({
    goal: queue.goal,
    quantity: parts[at] ?? zeroQuantity,
    left: (lot: ExitLot) => queue.left(lot),
  }));
  const orders = leastTaxOrders(given, date, sales, soldSoFar);
  for (const [at, [, queue]] of free.entries()) queue.inOrder(orders[at] ?? []);
}

/** What one goal has left to trade, and its lots. */
class GoalQueue {
  readonly goal: ExitGoal;
  readonly #given: ExitCase;
  readonly #order: LotOrder;
  readonly #left = new Map<ExitLot, Quantity>();
  #rest: Quantity;
  /** Of the day, where it is not the same on all. */
  #ordered: readonly ExitLot[] | null = null;

  constructor(goal: ExitGoal, given: ExitCase, order: LotOrder) {
    this.goal = goal;
    this.#given = given;
    this.#order = order;
    this.#rest = isPositive(goal.sell) ? goal.sell : goal.buy;
    for (const lot of goal.lots) this.#left.set(lot, lot.quantity);
  }

  /** Rounds half-even; the last takes the rest. A ticket is not smaller than allowed, nor is what it leaves. */
  portion(share: Rate, isLast: boolean): Quantity {
    if (isLast) return this.#take(this.#rest);
    const { sell, buy, minTicket } = this.goal;
    const whole = isPositive(sell) ? sell : buy;
    const part = smaller(quantityTimes(whole, share, 'half-even'), this.#rest);
    return part < minTicket ? zeroQuantity : this.#take(part);
  }

  #take(part: Quantity): Quantity {
    this.#rest = subtract(this.#rest, part);
    return part;
  }

  /** Whether the rule may choose among the lots. */
  get isFree(): boolean {
    return (this.goal.order ?? 'free') === 'free';
  }

  left(lot: ExitLot): Quantity {
    return this.#left.get(lot) ?? zeroQuantity;
  }

  inOrder(lots: readonly ExitLot[]): void {
    this.#ordered = lots;
  }

  sell(quantity: Quantity, date: LocalDate): ExitSale[] {
    let rest = quantity;
    const { asset } = this.goal;
    const sold = new Map<LotId, Quantity>();
    const order = this.isFree && this.#order !== 'min-tax' ? this.#order : 'given';
    const lots = this.#ordered ?? LOT_ORDERS[order](this.goal, date, this.#given);
    for (const lot of lots) {
      if (!isPositive(rest)) break;
      const part = smaller(this.#left.get(lot) ?? zeroQuantity, rest);
      if (!isPositive(part)) continue;
      this.#left.set(lot, subtract(this.#left.get(lot) ?? zeroQuantity, part));
      rest = subtract(rest, part);
      sold.set(lot.lot, add(sold.get(lot.lot) ?? zeroQuantity, part));
    }
    return [...sold].map(([lot, part]) => ({ asset, lot, quantity: part }));
  }
}

/**
 * The steps that keep spot and futures nearest to what is wanted once so much is traded, never more short than coins held
 * and never more than before. In: what is traded of each asset; the steps before, null on the first day.
 */
function hedgesFor(
  given: ExitCase,
  traded: ReadonlyMap<AssetId, Quantity>,
  before: ExitDay['hedges'] | null,
): ExitDay['hedges'] {
  const steps = new Map<ExitFuture, number>(
    given.futures.map((future) => [
      future,
      before === null
        ? future.steps
        : (before.find(({ position }) => position === future.position)?.steps ?? 0),
    ]),
  );
  return given.goals.flatMap((goal) =>
    hedgesOfGoal(goal, given, traded.get(goal.asset) ?? zeroQuantity, steps),
  );
}

function hedgesOfGoal(
  goal: ExitGoal,
  { futures }: ExitCase,
  traded: Quantity,
  most: ReadonlyMap<ExitFuture, number>,
): ExitDay['hedges'] {
  const isSale = isPositive(goal.sell);
  const spot = isSale ? subtract(heldOf(goal), traded) : add(heldOf(goal), traded);
  const side = isSale ? 'short' : 'long';
  let missing = isSale ? subtract(spot, wantedOf(goal)) : subtract(wantedOf(goal), spot);
  let coinsLeft = spot;
  // Open ones first: they cost nothing to open; among them larger steps first.
  const ofGoal = futures
    .filter((future) => future.asset === goal.asset && future.side === side)
    .toSorted(
      (a, b) =>
        Number(b.isOpen) - Number(a.isOpen) ||
        (a.coinsPerStep > b.coinsPerStep ? -1 : a.coinsPerStep < b.coinsPerStep ? 1 : 0),
    );
  return ofGoal.flatMap((future, place) => {
    const isLast = place === ofGoal.length - 1;
    const steps = stepsFor(missing, future, {
      most: most.get(future) ?? 0,
      nearest: isLast,
      coins: isSale ? coinsLeft : null,
    });
    const coins = times(future.coinsPerStep, steps);
    missing = subtract(missing, coins);
    if (isSale) coinsLeft = subtract(coinsLeft, coins);
    return steps === 0 ? [] : [{ position: future.position, steps }];
  });
}

/** Whole steps for so many coins: the nearest, or of all but the last contract those that fit. */
function stepsFor(
  coins: Quantity,
  { coinsPerStep }: ExitFuture,
  { most, nearest, coins: held }: { most: number; nearest: boolean; coins: Quantity | null },
): number {
  if (!isPositive(coins) || !isPositive(coinsPerStep)) return 0;
  let steps = Math.min(most, wholeSteps(coins, coinsPerStep));
  const rest = subtract(coins, times(coinsPerStep, steps));
  if (nearest && steps < most && add(rest, rest) > coinsPerStep) steps += 1;
  while (steps > 0 && held !== null && times(coinsPerStep, steps) > held) steps -= 1;
  return steps;
}

function wholeSteps(coins: Quantity, perStep: Quantity): number {
  return Number(toText(ratio(roundToStep(coins, perStep, 'down'), perStep, 'half-even')));
}
