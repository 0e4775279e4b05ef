/**
 * A plan that people can act on: whole lots one after another, at most one lot of a day and account in part, fewer days and
 * fewer lots where the exact price is the same to a fraction of a cent.
 */
import { add, isZero, smaller, subtract } from '../../../../shared/num/arithmetic.ts';
import { toFloat } from '../../../../shared/num/approximate.ts';
import { money } from '../../../../shared/num/parse.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import type { ExitCase, ExitGoal } from '../exit-case.ts';
import type { ExitTools } from '../exit-tools.ts';
import { merged } from './moves.ts';
import type { Draft, Piece } from './draft.ts';
import type { PricedDraft, Pricer } from './pricer.ts';

/** What order may cost in all. */
const MOST_DEARER = money('0.004');
/** The estimate is of floats and knows no straddle: only what it takes to be much dearer is not priced. */
const GUESS_MARGIN = 0.05;

export interface Tidying {
  readonly pricer: Pricer;
  readonly tools: ExitTools;
  /** Nothing dearer is taken, whatever the order is worth: the price of the best rule. null without one. */
  readonly cheapestRule: Money | null;
  /** In the currency. */
  readonly estimate: (draft: Draft) => number | null;
  /** At most so many exact prices. */
  readonly prices: number;
}

/** Out: the same plan in better order, at most MOST_DEARER dearer. */
export async function tidied(given: ExitCase, best: PricedDraft, tidying: Tidying): Promise<PricedDraft> {
  const { pricer, tools, cheapestRule, estimate } = tidying;
  const allowed = add(best.priced.cost, MOST_DEARER);
  const most = cheapestRule !== null && cheapestRule < allowed ? cheapestRule : allowed;
  const last = pricer.count + tidying.prices;
  let now = best;
  const take = async (wish: (pieces: readonly Piece[], goal: ExitGoal) => Iterable<readonly Piece[]>) => {
    for (const [place, goal] of given.goals.entries()) {
      if ((goal.order ?? 'free') !== 'free') continue;
      for (let isBetter = true; isBetter;) {
        isBetter = false;
        const own = now.draft.goals[place]?.pieces ?? [];
        const before = untidiness(own, goal);
        const guessed = estimate(now.draft);
        for (const pieces of wish(own, goal)) {
          if (pricer.count >= last || tools.elapsed() >= tools.limits.seconds) return;
          if (untidiness(pieces, goal) >= before) continue;
          await tools.pause();
          const draft = withPieces(now.draft, place, pieces);
          const guess = estimate(draft);
          if (guess !== null && guessed !== null && guess > guessed + GUESS_MARGIN) continue;
          const next = pricer.price(draft);
          if (next === null || next.priced.cost > most) continue;
          now = next;
          isBetter = true;
          break;
        }
      }
    }
  };
  await take((pieces) => fewerDays(pieces));
  await take(wholeLots);
  await take(fewerLots);
  return now;
}

/** Days first, then lots in part beyond one of a day and account, then pieces. */
function untidiness(pieces: readonly Piece[], goal: ExitGoal): number {
  const days = new Set(pieces.map(({ date }) => date)).size;
  const cuts = cutLots(pieces, goal).reduce((sum, { places }) => sum + places.length - 1, 0);
  return days * 1e8 + cuts * 1e4 + pieces.length;
}

function withPieces(draft: Draft, goal: number, pieces: readonly Piece[]): Draft {
  return { ...draft, goals: draft.goals.map((own, place) => (place === goal ? { ...own, pieces } : own)) };
}

/** All of a day to another day on which something is sold; the smallest day first. */
function* fewerDays(pieces: readonly Piece[]): Generator<readonly Piece[]> {
  const byDate = Map.groupBy(pieces, ({ date }) => date);
  const days = [...byDate]
    .map(([date, own]) => ({ date, coins: own.reduce((sum, one) => sum + toFloat(one.quantity), 0) }))
    .toSorted((a, b) => a.coins - b.coins);
  for (const { date: from } of days)
    for (const { date: to } of days)
      if (to !== from)
        yield merged(pieces.map((piece) => (piece.date === from ? { ...piece, date: to } : piece)));
}

/** Lots that a day leaves in part, filled one after another; of all of them, else of two that cost nearly the same. */
function* wholeLots(pieces: readonly Piece[], goal: ExitGoal): Generator<readonly Piece[]> {
  for (const { date, places } of cutLots(pieces, goal)) {
    if (places.length < 2) continue;
    const dear = places.toSorted((a, b) => eachOf(goal, b) - eachOf(goal, a) || a - b);
    const large = places.toSorted((a, b) => coinsOf(goal, b) - coinsOf(goal, a) || a - b);
    for (const order of [dear, dear.toReversed(), large, places])
      yield filledInOrder(pieces, goal, { date, order });
    for (const [at, first] of dear.entries()) {
      const second = dear[at + 1];
      if (second === undefined) break;
      yield filledInOrder(pieces, goal, { date, order: [first, second] });
      yield filledInOrder(pieces, goal, { date, order: [second, first] });
    }
  }
}

/** By account and day: lots of which the day sells a part and leaves another. */
function cutLots(
  pieces: readonly Piece[],
  { lots }: ExitGoal,
): readonly { readonly date: number; readonly places: readonly number[] }[] {
  const left = lots.map(({ quantity }) => quantity);
  const found = new Map<string, { date: number; places: number[] }>();
  for (const { place, date, quantity } of pieces.toSorted((a, b) => a.date - b.date)) {
    const rest = subtract(left[place] ?? zeroQuantity, quantity);
    left[place] = rest;
    if (isZero(rest)) continue;
    const key = `${date}/${lots[place]?.account ?? ''}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { date, places: [place] });
    else known.places.push(place);
  }
  return [...found.values()];
}

/** From a day on, what some lots give together on each day is taken from them one after another. */
function filledInOrder(
  pieces: readonly Piece[],
  { lots }: ExitGoal,
  { date: from, order }: { readonly date: number; readonly order: readonly number[] },
): readonly Piece[] {
  const own = new Set(order);
  const isOwn = ({ place, date }: Piece): boolean => own.has(place) && date >= from;
  const left = new Map(order.map((place) => [place, lots[place]?.quantity ?? zeroQuantity]));
  const wanted = new Map<number, Quantity>();
  for (const piece of pieces) {
    if (isOwn(piece)) wanted.set(piece.date, add(wanted.get(piece.date) ?? zeroQuantity, piece.quantity));
    else if (own.has(piece.place))
      left.set(piece.place, subtract(left.get(piece.place) ?? zeroQuantity, piece.quantity));
  }
  const filled = [...wanted]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([date, asked]) => {
      let missing = asked;
      return order.flatMap((place): Piece[] => {
        const quantity = smaller(missing, left.get(place) ?? zeroQuantity);
        if (quantity <= zeroQuantity) return [];
        missing = subtract(missing, quantity);
        left.set(place, subtract(left.get(place) ?? zeroQuantity, quantity));
        return [{ place, date, quantity }];
      });
    });
  return merged([...pieces.filter((piece) => !isOwn(piece)), ...filled]);
}

/** The smallest pieces of a day out of what another lot of that day and account still has. */
function* fewerLots(pieces: readonly Piece[], { lots }: ExitGoal): Generator<readonly Piece[]> {
  const left = lots.map(({ quantity }) => quantity);
  for (const { place, quantity } of pieces) left[place] = subtract(left[place] ?? zeroQuantity, quantity);
  for (const piece of pieces.toSorted((a, b) => (a.quantity < b.quantity ? -1 : 1))) {
    for (const other of pieces) {
      if (other.date !== piece.date || other.place === piece.place) continue;
      if (lots[other.place]?.account !== lots[piece.place]?.account) continue;
      if ((left[other.place] ?? zeroQuantity) < piece.quantity) continue;
      yield merged([...pieces.filter((one) => one !== piece), { ...piece, place: other.place }]);
    }
  }
}

function eachOf({ lots }: ExitGoal, place: number): number {
  const lot = lots[place];
  return lot === undefined ? 0 : toFloat(lot.costBasis) / Math.max(1e-18, toFloat(lot.quantity));
}

function coinsOf({ lots }: ExitGoal, place: number): number {
  return toFloat(lots[place]?.quantity ?? zeroQuantity);
}
