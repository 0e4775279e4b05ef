/**
 * The laws that know no lots, a second time: what came and what left of each asset over all accounts, day by day.
 * Moves between own accounts change nothing but by their fee.
 */
import {
  type Fraction,
  isAbove,
  isPositive,
  max,
  min,
  minus,
  plus,
  share,
  total,
  zero,
} from './fraction.fixture.ts';
import { daysLater, localDay } from './plain-days.fixture.ts';
import { type Cause, stepsOf } from './plain-lot-steps.fixture.ts';
import type { OrderedEvent } from './plain-lots.fixture.ts';

export interface Came {
  readonly day: string;
  readonly quantity: Fraction;
  readonly place: number;
  /** What is not matched yet, and what it cost. */
  left: Fraction;
  cost: Fraction;
}

export interface Went {
  readonly event: string;
  readonly day: string;
  readonly quantity: Fraction;
  readonly net: Fraction | null;
  readonly cause: Cause;
  readonly place: number;
  /** Units of a fee whose cost stays with the other units: they only become fewer. */
  readonly costStays: boolean;
  left: Fraction;
  /** Of the units that were there. */
  cost: Fraction;
  /** The part of a loss that may not be taken yet. */
  denied: Fraction;
}

export interface AssetBook {
  readonly asset: string;
  readonly came: Came[];
  readonly went: Went[];
  /** What no other rule matched. */
  readonly pool: { quantity: Fraction; cost: Fraction };
}

export function booksOf(
  events: readonly OrderedEvent[],
  zone: string,
  jurisdiction: string,
  isIntoBasis: boolean,
): AssetBook[] {
  const books: AssetBook[] = [];
  const bookOf = (asset: string): AssetBook => {
    let book = books.find((one) => one.asset === asset);
    if (book === undefined)
      books.push((book = { asset, came: [], went: [], pool: { quantity: zero, cost: zero } }));
    return book;
  };
  let place = 0;
  for (const { event, time } of events) {
    const day = localDay(time, zone);
    for (const one of stepsOf(event, zone, jurisdiction)) {
      place++;
      const book = bookOf(one.asset);
      if (one.type === 'in') {
        const { quantity, cost } = one;
        book.came.push({ day, quantity, place, left: quantity, cost: cost ?? zero });
        continue;
      }
      const isFee = one.type === 'move';
      const quantity = isFee ? minus(one.sent, one.received) : one.quantity;
      const [net, cause] = isFee ? ([one.feeValue, 'transfer-fee'] as const) : [one.net, one.cause];
      const costStays = isFee && isIntoBasis;
      const base = { event: event.id, day, quantity, net, cause, place, costStays };
      if (isPositive(quantity)) book.went.push({ ...base, left: quantity, cost: zero, denied: zero });
    }
  }
  return books;
}

/**
 * United Kingdom (TCGA 1992 s.104-106A): first what came the same day, however it stands in the day; then what came
 * from one to thirty days after, the earliest disposal with the earliest purchase; then the pool of all that is left,
 * a day's purchases before its disposals. All purchases of a day are one. Lost units are no disposal, nor are those
 * whose cost stays: they only leave the pool.
 */
export function section104(book: AssetBook): void {
  const days = mergedByDay(book.came);
  const disposals = book.went.filter(({ cause, costStays }) => cause !== 'loss' && !costStays);
  for (const went of disposals) for (const came of days) if (came.day === went.day) match(went, came);
  for (const went of disposals)
    for (const came of days)
      if (came.day > went.day && came.day <= daysLater(went.day, 30)) match(went, came);
  const calendar = [...new Set([...days, ...book.went].map(({ day }) => day))].toSorted();
  for (const day of calendar) {
    for (const came of days) if (came.day === day) putIn(book, came);
    for (const went of book.went) if (went.day === day) takeOut(book, went);
  }
}

function mergedByDay(came: readonly Came[]): Came[] {
  const days: Came[] = [];
  for (const one of came) {
    const known = days.find(({ day }) => day === one.day);
    if (known === undefined) days.push({ ...one });
    else {
      known.left = plus(known.left, one.left);
      known.cost = plus(known.cost, one.cost);
    }
  }
  return days;
}

function match(went: Went, came: Came): void {
  const units = min(went.left, came.left);
  if (!isPositive(units)) return;
  const cost = share(came.cost, units, came.left);
  came.left = minus(came.left, units);
  came.cost = minus(came.cost, cost);
  went.left = minus(went.left, units);
  went.cost = plus(went.cost, cost);
}

function putIn({ pool }: AssetBook, came: Came): void {
  pool.quantity = plus(pool.quantity, came.left);
  pool.cost = plus(pool.cost, came.cost);
  came.left = zero;
  came.cost = zero;
}

function takeOut({ pool }: AssetBook, went: Went): void {
  const units = min(went.left, pool.quantity);
  if (!isPositive(units)) return;
  const isLast = !isAbove(pool.quantity, units);
  const cost = went.costStays && !isLast ? zero : share(pool.cost, units, pool.quantity);
  pool.quantity = minus(pool.quantity, units);
  pool.cost = minus(pool.cost, cost);
  went.left = minus(went.left, units);
  went.cost = plus(went.cost, cost);
}

/**
 * Canada (Income Tax Act s.47, 54, 40(2)(g)(i), 53(1)(f)): one average cost over all accounts. Of a loss is denied
 * loss × min(S sold, P bought from 30 days before to 30 days after, B held at the end of day 30) ÷ S, and that much is
 * added to what the replacement cost: at once to the pool where units bought in the thirty days before are still in it
 * (units of an average cost pool are all alike), else to the next purchase.
 */
export function averageCost(book: AssetBook, isTaken: (went: Went) => boolean): void {
  let place = 0;
  for (const one of book.went) {
    for (const came of book.came) if (came.place > place && came.place < one.place) putIn(book, came);
    place = one.place;
    takeOut(book, one);
    if (!isTaken(one) || one.net === null) continue;
    const matched = minus(one.quantity, one.left);
    const loss = minus(one.cost, share(one.net, matched, one.quantity));
    if (isPositive(loss)) deny(book, one, loss);
  }
  for (const came of book.came) if (came.place > place) putIn(book, came);
}

function deny(book: AssetBook, went: Went, loss: Fraction): void {
  const [first, last] = [daysLater(went.day, -30), daysLater(went.day, 30)];
  const bought = total(
    book.came.filter(({ day }) => day >= first && day <= last).map(({ quantity }) => quantity),
  );
  const cameBy = total(book.came.filter(({ day }) => day <= last).map(({ quantity }) => quantity));
  const wentBy = total(book.went.filter(({ day }) => day <= last).map(({ quantity }) => quantity));
  const held = max(zero, minus(cameBy, wentBy));
  went.denied = share(loss, min(went.quantity, min(bought, held)), went.quantity);
  if (!isPositive(went.denied)) return;
  const before = book.came.findLast(({ place }) => place < went.place);
  const next = book.came.find(({ place }) => place > went.place);
  const isHeld = before !== undefined && before.day >= first && isPositive(book.pool.quantity);
  if (isHeld || next === undefined) book.pool.cost = plus(book.pool.cost, went.denied);
  else next.cost = plus(next.cost, went.denied);
}
