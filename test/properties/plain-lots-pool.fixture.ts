/** A pool of parts of lots: a list, scanned for what leaves next. */
import { type Fraction, isAbove, isPositive, min, minus, plus, share, total } from './fraction.fixture.ts';

export interface PlainLot {
  readonly id: string;
  readonly asset: string;
  /** The account that acquired it. */
  readonly account: string;
  readonly acquired: number;
  /** The acquiring event's place in the ledger. */
  readonly place: number;
  readonly day: string;
  readonly longTermFrom: string | null;
  /** As it was acquired, fees included, to eighteen decimals: what orders by cost go by. */
  readonly unitCost: Fraction;
  readonly isUnknown: boolean;
  /** Given when worth less than it cost the giver: what a loss counts from, and since when. */
  readonly gift: { readonly unitValue: Fraction; readonly longTermFrom: string | null } | null;
}

export interface Part {
  readonly lot: PlainLot;
  quantity: Fraction;
  cost: Fraction;
  /** Whether an assumed cost of zero is in it. */
  isAssumed: boolean;
}

export interface Pool {
  readonly asset: string;
  /** null: all accounts. */
  readonly account: string | null;
  parts: Part[];
  /** What all parts cost together, where the pool has one cost for all; else each part has its own. */
  average: Fraction | null;
  /** Whether an assumed cost of zero is in what all cost together: until the pool is empty. */
  isAssumed: boolean;
}

export function emptyPool(asset: string, account: string | null): Pool {
  return { asset, account, parts: [], average: null, isAssumed: false };
}

export type Order = (a: PlainLot, b: PlainLot) => number;

export const byAcquisition: Order = (a, b) => a.acquired - b.acquired || a.place - b.place;

/** What is never held long stays short. */
export function termOf(longTermFrom: string | null, day: string): 'short' | 'long' {
  return longTermFrom !== null && day >= longTermFrom ? 'long' : 'short';
}

function quantityIn(pool: Pool): Fraction {
  return total(pool.parts.map((part) => part.quantity));
}

/** One cost for all is the sum of the parts'; when it ends, each part has its share by quantity. */
export function arrange(pool: Pool, isAverage: boolean): void {
  if (isAverage && pool.average === null) {
    pool.average = total(pool.parts.map((part) => part.cost));
    pool.isAssumed = pool.parts.some((part) => part.isAssumed);
  }
  if (isAverage || pool.average === null) return;
  const all = quantityIn(pool);
  for (const part of pool.parts) {
    part.cost = share(pool.average, part.quantity, all);
    part.isAssumed ||= pool.isAssumed;
  }
  pool.average = null;
  pool.isAssumed = false;
}

/** Parts of one lot stay apart in a pool: they may have reached it with different costs. */
export function addTo(pool: Pool, part: Part): void {
  pool.parts.push({ ...part });
  if (pool.average === null) return;
  pool.average = plus(pool.average, part.cost);
  pool.isAssumed ||= part.isAssumed;
}

interface Taken {
  readonly parts: Part[];
  /** What the pool did not hold. */
  readonly missing: Fraction;
}

/** The first in the order leaves, again and again, of parts of one lot the one that came first; its cost is its share of its part's, or of the pool's. */
export function takeFrom(pool: Pool, wanted: Fraction, order: Order): Taken {
  const parts: Part[] = [];
  let missing = wanted;
  while (isPositive(missing)) {
    const [first, ...others] = pool.parts;
    if (first === undefined) break;
    const next = others.reduce((best, part) => (order(part.lot, best.lot) < 0 ? part : best), first);
    const taken = takePart(pool, next, missing);
    parts.push(taken);
    missing = minus(missing, taken.quantity);
  }
  return { parts, missing };
}

/** Lots by name, as far as the pool holds them. Out: also how many names it could not meet. */
export function takeNamed(
  pool: Pool,
  wanted: Fraction,
  names: readonly { readonly lot: string; readonly quantity: Fraction }[],
): Taken & { readonly unmet: number } {
  const parts: Part[] = [];
  let missing = wanted;
  let unmet = 0;
  for (const { lot, quantity } of names) {
    const held = pool.parts.filter((part) => part.lot.id === lot);
    if (isAbove(quantity, total(held.map((part) => part.quantity)))) unmet++;
    let open = min(quantity, missing);
    for (const part of held) {
      if (!isPositive(open)) break;
      const taken = takePart(pool, part, open);
      parts.push(taken);
      open = minus(open, taken.quantity);
      missing = minus(missing, taken.quantity);
    }
  }
  return { parts, missing, unmet };
}

function takePart(pool: Pool, part: Part, atMost: Fraction): Part {
  const quantity = min(part.quantity, atMost);
  const cost =
    pool.average === null
      ? share(part.cost, quantity, part.quantity)
      : share(pool.average, quantity, quantityIn(pool));
  part.quantity = minus(part.quantity, quantity);
  part.cost = minus(part.cost, cost);
  if (pool.average !== null) pool.average = minus(pool.average, cost);
  pool.parts = pool.parts.filter((one) => isPositive(one.quantity));
  const isAssumed = pool.isAssumed || part.isAssumed;
  if (pool.parts.length === 0) pool.isAssumed = false;
  return { lot: part.lot, quantity, cost, isAssumed };
}
