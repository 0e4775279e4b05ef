/** In which order, and in which slices, several legs are opened so that the least is ever open on one side. */
import {
  absolute,
  add,
  compare,
  isNegative,
  isZero,
  larger,
  subtract,
  sum,
} from '../../../../shared/num/arithmetic.ts';
import { rateFromFraction } from '../../../../shared/num/integers.ts';
import { apportion, quantityTimes } from '../../../../shared/num/products.ts';
import { roundToStep } from '../../../../shared/num/rounding.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';

/** A leg to open: what is ordered of it, and what it moves. */
export interface EntryLeg {
  readonly quantity: Quantity;
  readonly step: Quantity;
  /** The smallest order that the venue takes; zero where not known. */
  readonly minimum: Quantity;
  /** Signed: a short is negative. */
  readonly coins: Quantity;
  readonly notional: Money;
}

export interface EntrySlice {
  /** Place of the leg among those given. */
  readonly leg: number;
  readonly quantity: Quantity;
  /** Signed. */
  readonly coins: Quantity;
  readonly notional: Money;
  /** Longs less shorts of all legs so far. */
  readonly netAfter: Money;
}

export interface EntryOrder {
  readonly slices: readonly EntrySlice[];
  /** The largest net on the way, without sign; the last one, which nobody can avoid, counts too. */
  readonly largestNet: Money;
  /** The same, one whole leg after the other, in the worst order. */
  readonly otherwise: Money;
}

/** More slices cost more attention than they save exposure (our choice). */
const MOST_SLICES = 5;

/** Up to so many legs all orders of whole ones are tried: 720 of them. */
const MOST_ORDERED = 6;

/**
 * The order of entry that keeps the intermediate exposure smallest: whole legs in the best of their orders, or legs in two
 * to five slices, next always the slice that leaves the smallest net. Fewer slices win where more bring nothing.
 * In: legs that order something. Every slice is a multiple of its step and no smaller than its minimum; slices of a leg add
 * up to it exactly.
 */
export function entryOrder(legs: readonly EntryLeg[]): EntryOrder {
  const sliced = Array.from({ length: MOST_SLICES }, (_, index) => inSlices(legs, index + 1));
  const plans = legs.length <= MOST_ORDERED ? [inBestOrder(legs), ...sliced] : sliced;
  const best = plans.reduce<EntryPlan | null>(
    (least, plan) => (least === null || compare(plan.largestNet, least.largestNet) < 0 ? plan : least),
    null,
  );
  return {
    slices: best?.slices ?? [],
    largestNet: best?.largestNet ?? zeroMoney,
    otherwise: larger(sideTotal(legs, false), sideTotal(legs, true)),
  };
}

function sideTotal(legs: readonly EntryLeg[], isShort: boolean): Money {
  return sum(
    legs.filter(({ coins }) => isNegative(coins) === isShort).map(({ notional }) => notional),
    zeroMoney,
  );
}

interface Piece {
  readonly leg: number;
  readonly quantity: Quantity;
  readonly coins: Quantity;
  readonly notional: Money;
}

interface EntryPlan {
  readonly slices: EntrySlice[];
  readonly largestNet: Money;
}

/** Whole legs in the order that leaves the least open on the way. */
function inBestOrder(legs: readonly EntryLeg[]): EntryPlan {
  const start: EntryPlan = { slices: [], largestNet: zeroMoney };
  const pieces = legs.flatMap((leg, index) => piecesOf(leg, index, 1));
  return bestAfter(start, zeroMoney, pieces, null) ?? start;
}

/** The best plan that goes on from one; null where none is better than `bound`. */
function bestAfter(
  plan: EntryPlan,
  net: Money,
  rest: readonly Piece[],
  bound: EntryPlan | null,
): EntryPlan | null {
  if (bound !== null && compare(plan.largestNet, bound.largestNet) >= 0) return null;
  if (rest.length === 0) return plan;
  let best: EntryPlan | null = null;
  for (const piece of rest) {
    const netAfter = add(net, signed(piece));
    const next = {
      slices: [...plan.slices, { ...piece, netAfter }],
      largestNet: larger(plan.largestNet, absolute(netAfter)),
    };
    const others = rest.filter((one) => one !== piece);
    best = bestAfter(next, netAfter, others, best ?? bound) ?? best;
  }
  return best;
}

function inSlices(legs: readonly EntryLeg[], count: number): EntryPlan {
  const queues = legs.map((leg, index) => piecesOf(leg, index, count));
  const slices: EntrySlice[] = [];
  let net = zeroMoney;
  let largestNet = zeroMoney;
  for (;;) {
    const next = leastNet(queues, net);
    if (next === undefined) return { slices, largestNet };
    queues[next.leg]?.shift();
    net = add(net, signed(next));
    largestNet = larger(largestNet, absolute(net));
    slices.push({ ...next, netAfter: net });
  }
}

/** Among the legs' next pieces the one after which the least is open; the larger one of equals, then the first. */
function leastNet(queues: readonly (readonly Piece[])[], net: Money): Piece | undefined {
  return queues
    .flatMap(([piece]) => (piece === undefined ? [] : [piece]))
    .toSorted(
      (a, b) =>
        compare(absolute(add(net, signed(a))), absolute(add(net, signed(b)))) ||
        compare(b.notional, a.notional) ||
        a.leg - b.leg,
    )[0];
}

function signed({ coins, notional }: Piece): Money {
  return isNegative(coins) ? subtract(zeroMoney, notional) : notional;
}

/** A leg in at most so many pieces, whole steps each; coins and notional in proportion, the last takes what is left. */
function piecesOf(leg: EntryLeg, index: number, count: number): Piece[] {
  const amounts = amountsOf(leg, count);
  let coins = leg.coins;
  let notional = leg.notional;
  return amounts.map((quantity, place) => {
    const isLast = place === amounts.length - 1;
    const piece = {
      leg: index,
      quantity,
      coins: isLast ? coins : apportion(leg.coins, quantity, leg.quantity, 'half-even'),
      notional: isLast ? notional : apportion(leg.notional, quantity, leg.quantity, 'half-even'),
    };
    coins = subtract(coins, piece.coins);
    notional = subtract(notional, piece.notional);
    return piece;
  });
}

function amountsOf({ quantity, step, minimum }: EntryLeg, count: number): Quantity[] {
  const amounts: Quantity[] = [];
  let before = zeroQuantity;
  for (let at = 1; at <= count; at++) {
    const share = rateFromFraction(BigInt(at), BigInt(count), 'half-even');
    const until =
      at === count ? quantity : roundToStep(quantityTimes(quantity, share, 'half-even'), step, 'half-even');
    const amount = subtract(until, before);
    const rest = subtract(quantity, until);
    // Too small for the venue, now or as the last one: it goes with the next, or the last takes it.
    if (isZero(amount) || (at < count && compare(amount, minimum) < 0)) continue;
    if (!isZero(rest) && compare(rest, minimum) < 0) continue;
    amounts.push(amount);
    before = until;
  }
  return amounts;
}
