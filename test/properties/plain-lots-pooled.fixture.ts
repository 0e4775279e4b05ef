/**
 * The laws that know no lots, a second time: what came and what left of each asset over all accounts, day by day.
 * Moves between own accounts change nothing but by their fee.
 */
import type { CalcGainsInput } from '../../src/shared/contract/calc-gains.ts';
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
import { plainLawOf } from './plain-law.fixture.ts';
import { type Cause, stepsOf } from './plain-lot-steps.fixture.ts';
import type { OrderedEvent } from './plain-lots-gains.fixture.ts';

export interface Came {
  readonly event: string;
  readonly day: string;
  /** Earlier than its day where units came with somebody else's date. */
  readonly acquired: string;
  readonly quantity: Fraction;
  readonly place: number;
  readonly isUnknown: boolean;
  /** What is not matched yet, and what it cost. */
  left: Fraction;
  cost: Fraction;
}

/** Units of one disposal that one rule matched. */
export interface MatchedPart {
  readonly reason: 'same-day' | 'thirty-days' | 'pool';
  readonly lot: string;
  readonly acquired: string;
  readonly quantity: Fraction;
  readonly cost: Fraction;
  readonly isUnknown: boolean;
}

export interface Went {
  readonly event: string;
  readonly account: string;
  readonly day: string;
  readonly quantity: Fraction;
  readonly net: Fraction | null;
  readonly cause: Cause;
  readonly place: number;
  /** Units of a fee whose cost stays with the other units: they only become fewer. Until no other units are left. */
  costStays: boolean;
  readonly parts: MatchedPart[];
  left: Fraction;
  /** The part of a loss that may not be taken yet. */
  denied: Fraction;
}

export interface AssetBook {
  readonly asset: string;
  readonly came: Came[];
  readonly went: Went[];
  /** What no other rule matched; since when, and whether units of unknown cost are among it. */
  readonly pool: { quantity: Fraction; cost: Fraction; since: string; isUnknown: boolean };
}

export function booksOf(input: CalcGainsInput, events: readonly OrderedEvent[]): AssetBook[] {
  const zone = input.timeZone ?? 'UTC';
  const isIntoBasis = input.elections?.transferFee === 'into-basis';
  const books: AssetBook[] = [];
  let place = 0;
  for (const { event, time } of events) {
    const day = localDay(time, zone);
    for (const one of stepsOf(event, zone, plainLawOf(input.jurisdiction))) {
      place++;
      const book = bookOf(books, one.asset);
      if (one.type === 'in') {
        const { quantity, cost } = one;
        const acquired = one.acquired === undefined ? day : localDay(one.acquired, zone);
        const what = { event: event.id, day, acquired, quantity, place, isUnknown: cost === null };
        book.came.push({ ...what, left: quantity, cost: cost ?? zero });
        continue;
      }
      const isFee = one.type === 'move';
      const quantity = isFee ? minus(one.sent, one.received) : one.quantity;
      const [net, cause] = isFee ? ([one.feeValue, 'transfer-fee'] as const) : [one.net, one.cause];
      const costStays = isFee && isIntoBasis;
      const what = { event: event.id, account: one.account, day, quantity, net, cause, place, costStays };
      if (isPositive(quantity)) book.went.push({ ...what, parts: [], left: quantity, denied: zero });
    }
  }
  return books;
}

function bookOf(books: AssetBook[], asset: string): AssetBook {
  const known = books.find((one) => one.asset === asset);
  if (known !== undefined) return known;
  const pool = { quantity: zero, cost: zero, since: '', isUnknown: false };
  const book: AssetBook = { asset, came: [], went: [], pool };
  books.push(book);
  return book;
}

/**
 * United Kingdom (TCGA 1992 s.104-106A): first what came the same day, however it stands in the day; then what came
 * from one to thirty days after, the earliest disposal with the earliest purchase; then the pool of all that is left,
 * a day's purchases before its disposals. All purchases of a day are one, named after the first; of the disposals of a
 * day the earlier is served first. Lost units are no disposal, nor are those whose cost stays: they only leave the pool.
 */
export function section104(book: AssetBook): void {
  const days = mergedByDay(book.came);
  const disposals = book.went.filter(({ cause, costStays }) => cause !== 'loss' && !costStays);
  for (const went of disposals)
    for (const came of days) if (came.day === went.day) match(went, came, 'same-day');
  for (const went of disposals)
    for (const came of days)
      if (came.day > went.day && came.day <= daysLater(went.day, 30)) match(went, came, 'thirty-days');
  const calendar = [...new Set([...days, ...book.went].map(({ day }) => day))].toSorted();
  for (const day of calendar) {
    for (const came of days) if (came.day === day) putIn(book, came);
    for (const went of book.went) if (went.day === day) takeOut(book, went);
  }
}

function mergedByDay(came: readonly Came[]): Came[] {
  return [...new Set(came.map(({ day }) => day))].flatMap((day) => {
    const all = came.filter((one) => one.day === day);
    const [first] = all;
    if (first === undefined) return [];
    const left = total(all.map((one) => one.left));
    const cost = total(all.map((one) => one.cost));
    return [{ ...first, left, cost, isUnknown: all.some((one) => one.isUnknown) }];
  });
}

function match(went: Went, came: Came, reason: 'same-day' | 'thirty-days'): void {
  const quantity = min(went.left, came.left);
  if (!isPositive(quantity)) return;
  const cost = share(came.cost, quantity, came.left);
  came.left = minus(came.left, quantity);
  came.cost = minus(came.cost, cost);
  went.left = minus(went.left, quantity);
  const { event: lot, acquired, isUnknown } = came;
  went.parts.push({ reason, lot, acquired, quantity, cost, isUnknown });
}

function putIn({ pool }: AssetBook, came: Came): void {
  if (!isPositive(came.left)) return;
  if (!isPositive(pool.quantity)) {
    pool.since = came.acquired;
    pool.isUnknown = false;
  }
  pool.isUnknown ||= came.isUnknown;
  pool.quantity = plus(pool.quantity, came.left);
  pool.cost = plus(pool.cost, came.cost);
  came.left = zero;
  came.cost = zero;
}

function takeOut({ asset, pool }: AssetBook, went: Went): void {
  const quantity = min(went.left, pool.quantity);
  if (!isPositive(quantity)) return;
  // With nothing left to take their cost, the units of a fee are disposed of after all.
  if (!isAbove(pool.quantity, quantity)) went.costStays = false;
  const cost = went.costStays ? zero : share(pool.cost, quantity, pool.quantity);
  pool.quantity = minus(pool.quantity, quantity);
  pool.cost = minus(pool.cost, cost);
  went.left = minus(went.left, quantity);
  const { since: acquired, isUnknown } = pool;
  went.parts.push({ reason: 'pool', lot: `pool:${asset}`, acquired, quantity, cost, isUnknown });
}

/**
 * Canada (Income Tax Act s.47, 54, 40(2)(g)(i), 53(1)(f)): one average cost over all accounts. Of a loss is denied
 * loss × min(S sold, P bought from 30 days before to 30 days after, B held at the end of day 30) ÷ S, and that much is
 * added to what the replacement cost: at once to the pool where units bought in the thirty days before are still in it
 * (units of an average cost pool are all alike), else to the next purchase.
 * In: `gainOf`, the gain of the units that were there.
 */
export function averageCost(book: AssetBook, gainOf: (went: Went) => Fraction): void {
  let place = 0;
  for (const one of book.went) {
    for (const came of book.came) if (came.place > place && came.place < one.place) putIn(book, came);
    place = one.place;
    takeOut(book, one);
    const loss = minus(zero, gainOf(one));
    if (isPositive(loss) && !one.costStays) deny(book, one, loss);
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

/**
 * Events at which more left than there was: what no rule matched, and, at a day's last disposal, what only later
 * purchases matched.
 */
export function shortOf({ came, went }: AssetBook): string[] {
  const missing = went.filter(({ left }) => isPositive(left)).map(({ event }) => event);
  const days = [...new Set(went.map(({ day }) => day))];
  const borrowed = days.flatMap((day) => {
    const cameBy = total(came.filter((one) => one.day <= day).map(({ quantity }) => quantity));
    const wentBy = (isCounted: (of: string) => boolean): Fraction =>
      total(went.filter((one) => isCounted(one.day)).map(({ quantity, left }) => minus(quantity, left)));
    const before = max(
      zero,
      minus(
        wentBy((of) => of < day),
        cameBy,
      ),
    );
    const after = max(
      zero,
      minus(
        wentBy((of) => of <= day),
        cameBy,
      ),
    );
    const last = went.findLast((one) => one.day === day);
    return isAbove(after, before) && last !== undefined ? [last.event] : [];
  });
  return [...missing, ...borrowed];
}
