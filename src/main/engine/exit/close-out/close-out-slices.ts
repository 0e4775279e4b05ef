import {
  absolute,
  add,
  clampToZero,
  compare,
  isNegative,
  isZero,
  larger,
  negate,
  smaller,
  subtract,
  sum,
} from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { quantityTimes } from '../../../../shared/num/products.ts';
import { roundTo } from '../../../../shared/num/rounding.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { times } from '../times.ts';

/** Whole steps of one futures position that a day closes or opens. */
export interface FuturesMove {
  readonly step: string;
  readonly steps: number;
  /** Coins by which one step changes what moves with the price, signed: buying back a short adds. */
  readonly effect: Quantity;
  /** The side of the position: whether shorts or longs become fewer or more. */
  readonly side: 'long' | 'short';
}

/** Coins that a day sells (below zero) or buys. */
export interface SpotMove {
  readonly step: string;
  readonly coins: Quantity;
}

/** One asset on one day: where it stands, where it is meant to be, and what is to be done. */
export interface AssetDay {
  readonly held: Quantity;
  /** Coins that all shorts and all longs move, positive, those that the day leaves alone too. */
  readonly short: Quantity;
  readonly long: Quantity;
  /** Spot and futures together as they are meant to be. */
  readonly wanted: Quantity;
  readonly futures: readonly FuturesMove[];
  /** All of one sign, in the order in which they are used up. */
  readonly spot: readonly SpotMove[];
}

/** Spot, shorts and longs after some orders. */
export interface Standing {
  readonly held: Quantity;
  readonly short: Quantity;
  readonly long: Quantity;
}

export interface SliceOrder {
  readonly step: string;
  /** Of futures: whole steps; null for coins. */
  readonly steps: number | null;
  /** Coins by which the exposure changes, signed. */
  readonly change: Quantity;
  readonly before: Standing;
  readonly after: Standing;
}

export interface SlicedDay {
  readonly orders: readonly SliceOrder[];
  /**
   * No order leaves more off than this: the most of before the day, after it, and half of the largest slice; more of a slice
   * where coins that cover shorts cannot be sold before those are bought back.
   */
  readonly bound: Quantity;
  /** The most of before the day and after it: nothing on the way is more naked. */
  readonly nakedBound: Quantity;
}

const HALF = rate('0.5');
/** What venues take of coins. */
const SPOT_DECIMALS = 8;

/**
 * The orders of a day for one asset, futures and coins in turns, none of which leaves it further off than `bound`.
 *
 * The first order of coins is half a slice, so that each futures slice swings from half a slice under to half a slice
 * over what is wanted. Shorts beyond the coins held never exceed `nakedBound`, whatever else: coins that cover a short are
 * sold only once that much of it is bought back, and of a roll the old contract goes first.
 * In: `slices`, into how many orders each futures move is cut at most; as many as it has steps makes the bound half a step.
 * Law: |off| ≤ bound after every order wherever the futures of the day all go one way, and either nothing is held in longs
 * or no short is closed; else one slice more.
 * Source: risks.md 2.3: in equal slices, the exposure shown after each.
 */
export function closeOutSlices(day: AssetDay, slices: number): SlicedDay {
  const walk = new SliceWalk(day, slices);
  while (walk.next());
  return { orders: walk.orders, bound: walk.bound, nakedBound: walk.nakedBound };
}

/** Coins that move with the price. */
export function exposureOf({ held, short, long }: Standing): Quantity {
  return add(subtract(held, short), long);
}

/** Short futures beyond the coins held. */
export function nakedOf({ held, short }: Standing): Quantity {
  return clampToZero(subtract(short, clampToZero(held)));
}

interface Candidate {
  readonly take: () => void;
  readonly order: SliceOrder;
  readonly nakedExcess: Quantity;
  readonly offExcess: Quantity;
  readonly off: Quantity;
}

class SliceWalk {
  readonly orders: SliceOrder[] = [];
  readonly bound: Quantity;
  readonly nakedBound: Quantity;
  readonly #wanted: Quantity;
  readonly #futures: { readonly move: FuturesMove; readonly slice: number; left: number }[];
  readonly #spot: { readonly step: string; left: Quantity }[];
  #now: Standing;

  constructor(day: AssetDay, slices: number) {
    const { held, short, long, wanted } = day;
    this.#wanted = wanted;
    this.#now = { held, short, long };
    this.#futures = day.futures.map((move) => ({
      move,
      slice: Math.max(1, Math.ceil(move.steps / slices)),
      left: move.steps,
    }));
    this.#spot = day.spot.map(({ step, coins }) => ({ step, left: coins }));
    const end = endOf(day);
    const half = this.#futures.reduce<Quantity>(
      (most, { move, slice }) => larger(most, halfOf(times(absolute(move.effect), slice))),
      zeroQuantity,
    );
    this.nakedBound = larger(nakedOf(this.#now), nakedOf(end));
    this.bound = larger(
      larger(this.#offOf(this.#now), this.#offOf(end)),
      larger(half, this.#swingOverCovered(day)),
    );
  }

  /** How far a slice of shorts bought back stands over what is wanted, where hardly any coins can be sold before it. */
  #swingOverCovered({ wanted, long, spot }: AssetDay): Quantity {
    if (!spot.some(({ coins }) => isNegative(coins))) return zeroQuantity;
    const free = subtract(add(wanted, this.nakedBound), long);
    return this.#futures
      .filter(({ move }) => move.side === 'short' && !isNegative(move.effect))
      .reduce<Quantity>(
        (most, { move, slice }) => larger(most, subtract(times(move.effect, slice), free)),
        zeroQuantity,
      );
  }

  /** Adds the next order; false where nothing is left. */
  next(): boolean {
    const candidates = [...this.#futuresCandidates(), ...this.#spotCandidate()];
    const [best] = candidates.toSorted(byHarm);
    if (best === undefined) return false;
    best.take();
    this.orders.push(best.order);
    this.#now = best.order.after;
    return true;
  }

  #futuresCandidates(): Candidate[] {
    return this.#futures
      .filter(({ left }) => left > 0)
      .map((one) => {
        const steps = this.#isOneWay() ? one.left : Math.min(one.slice, one.left);
        const change = times(one.move.effect, steps);
        const after = withFutures(this.#now, one.move, change);
        const order = { step: one.move.step, steps, change, before: this.#now, after };
        return this.#judged(order, () => void (one.left -= steps));
      });
  }

  /** Whether all that is left moves the exposure the same way: then nothing is gained by slices. */
  #isOneWay(): boolean {
    const signs = new Set([
      ...this.#futures.filter(({ left }) => left > 0).map(({ move }) => isNegative(move.effect)),
      ...this.#spot.filter(({ left }) => !isZero(left)).map(({ left }) => isNegative(left)),
    ]);
    return signs.size === 1;
  }

  #spotCandidate(): Candidate[] {
    const place = this.#spot.find(({ left }) => !isZero(left));
    if (place === undefined) return [];
    const wish = this.#spotWish();
    if (isZero(wish)) return [];
    const change = isNegative(wish)
      ? negate(smaller(negate(wish), negate(place.left)))
      : smaller(wish, place.left);
    const after = { ...this.#now, held: add(this.#now.held, change) };
    const order = { step: place.step, steps: null, change, before: this.#now, after };
    return [this.#judged(order, () => void (place.left = subtract(place.left, change)))];
  }

  /** Coins to trade now, signed: what puts the next opposite futures slice in the middle; all that is left without one. */
  #spotWish(): Quantity {
    const rest = sum(
      this.#spot.map(({ left }) => left),
      zeroQuantity,
    );
    const against = this.#futures.filter(
      ({ left, move }) => left > 0 && isNegative(move.effect) !== isNegative(rest),
    );
    const [next] = against;
    if (next === undefined) return rest;
    const swing = times(next.move.effect, Math.min(next.slice, next.left));
    const off = subtract(exposureOf(this.#now), this.#wanted);
    const wish = subtract(negate(halfOf(swing)), off);
    if (isNegative(wish) !== isNegative(rest)) return zeroQuantity;
    const covered = this.#freeToSell();
    if (isNegative(wish) && compare(negate(wish), covered) > 0) return negate(covered);
    if (compare(absolute(wish), absolute(rest)) >= 0) return rest;
    const rounded = roundTo(wish, SPOT_DECIMALS, 'half-even');
    const short = larger(absolute(add(off, rounded)), absolute(add(add(off, rounded), swing)));
    return compare(short, this.bound) <= 0 ? rounded : wish;
  }

  /** Coins that no short needs, and what may be naked. */
  #freeToSell(): Quantity {
    const { held, short } = this.#now;
    return clampToZero(subtract(add(held, this.nakedBound), short));
  }

  #judged(order: SliceOrder, take: () => void): Candidate {
    const off = this.#offOf(order.after);
    return {
      take,
      order,
      off,
      nakedExcess: clampToZero(subtract(nakedOf(order.after), this.nakedBound)),
      offExcess: clampToZero(subtract(off, this.bound)),
    };
  }

  #offOf(standing: Standing): Quantity {
    return absolute(subtract(exposureOf(standing), this.#wanted));
  }
}

/** The least naked, then the least beyond the bound, then the nearest to what is wanted; futures first among equals. */
function byHarm(a: Candidate, b: Candidate): number {
  return compare(a.nakedExcess, b.nakedExcess) || compare(a.offExcess, b.offExcess) || compare(a.off, b.off);
}

function withFutures(now: Standing, { side }: FuturesMove, change: Quantity): Standing {
  return side === 'short'
    ? { ...now, short: subtract(now.short, change) }
    : { ...now, long: add(now.long, change) };
}

function endOf({ held, short, long, futures, spot }: AssetDay): Standing {
  const traded = sum(
    spot.map(({ coins }) => coins),
    zeroQuantity,
  );
  return futures.reduce<Standing>(
    (standing, move) => withFutures(standing, move, times(move.effect, move.steps)),
    { held: add(held, traded), short, long },
  );
}

function halfOf(coins: Quantity): Quantity {
  return quantityTimes(coins, HALF, 'up');
}
