/** Neighbours of a draft: a part to another date, two lots changed about, a whole date moved, other hedges, another regime. */
import { add, smaller, subtract } from '../../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { ExitCase } from '../exit-case.ts';
import { shareOf } from '../times.ts';
import { hedgeSteps, isWithinStep } from './hedge-steps.ts';
import { lotOrders } from './lot-orders.ts';
import type { Draft, GoalDraft, HedgeChoice, Piece } from './draft.ts';

/** Draws neighbours one after the other; the same draft has the same ones in the same order. */
export function* neighbours(given: ExitCase, draft: Draft): Generator<Draft> {
  for (const regime of given.regimes) if (regime !== draft.regime) yield { ...draft, regime };
  for (const [goal, own] of draft.goals.entries()) {
    const withOwn = (changed: Partial<GoalDraft>): Draft => ({
      ...draft,
      goals: draft.goals.map((one, place) => (place === goal ? { ...own, ...changed } : one)),
    });
    for (const steps of hedgeChoices(given, own.steps, goal)) yield withOwn({ steps });
    for (const bought of purchasesMoved(given, own.bought)) yield withOwn({ bought });
    for (const pieces of datesMoved(given, own.pieces)) yield withOwn({ pieces });
    for (const pieces of piecesMoved(given, goal, own.pieces)) yield withOwn({ pieces });
    for (const pieces of lotsChanged(given, goal, own.pieces)) yield withOwn({ pieces });
    for (const pieces of stepsMoved(given, goal, own.pieces)) yield withOwn({ pieces });
    for (const steps of oneStepElsewhere(given, draft, goal)) yield withOwn({ steps });
  }
}

/** What a step, or half of one, stands for from one date to another, out of several lots where it has to be. */
function* stepsMoved(given: ExitCase, goal: number, pieces: readonly Piece[]): Generator<readonly Piece[]> {
  const amounts = stepAmounts(given, goal).flatMap((one) => [one, shareOf(one, 1, 2)]);
  const orders = lotOrders(given.goals[goal] ?? { lots: [] });
  const used = new Set(pieces.map(({ date }) => date));
  for (const from of used)
    for (const to of given.dates.keys())
      for (const amount of to === from ? [] : amounts)
        for (const order of orders) {
          const moved = movedInOrder(pieces, { from, to, amount, order });
          if (moved !== null) yield moved;
        }
}

interface MovedPart {
  readonly from: number;
  readonly to: number;
  readonly amount: Quantity;
  readonly order: readonly number[];
}

/** null where the date has not so much. */
function movedInOrder(
  pieces: readonly Piece[],
  { from, to, amount, order }: MovedPart,
): readonly Piece[] | null {
  let missing = amount;
  let now: readonly Piece[] = pieces;
  for (const place of order) {
    const at = now.findIndex((piece) => piece.place === place && piece.date === from);
    const piece = now[at];
    if (piece === undefined || missing <= zeroQuantity) continue;
    const quantity = smaller(piece.quantity, missing);
    missing = subtract(missing, quantity);
    now = [...without(now, at, quantity), { place, date: to, quantity }];
  }
  return missing > zeroQuantity ? null : merged(now);
}

/** One step more or fewer of a position from a date on, or never more than so many of it. */
function* oneStepElsewhere(given: ExitCase, draft: Draft, goal: number): Generator<HedgeChoice> {
  const asked = given.goals[goal];
  const now = draft.goals[goal]?.steps;
  const steps = now === undefined ? null : hedgeSteps(given, draft);
  if (asked === undefined || now === undefined || steps === null) return;
  for (const [place, row] of steps.entries()) {
    if (given.futures[place]?.asset !== asked.asset) continue;
    const withRow = (changed: readonly number[]): HedgeChoice => ({
      ...now,
      wished: steps.map((one, at) => (at === place ? changed : one)),
    });
    for (const [date, count] of row.slice(0, -1).entries()) {
      yield withRow(row.map((one, at) => (at <= date ? Math.max(one, count + 1) : one)));
      if (count > 0) yield withRow(row.map((one, at) => (at < date ? one : Math.min(one, count - 1))));
    }
  }
}

function* hedgeChoices(given: ExitCase, now: HedgeChoice, goal: number): Generator<HedgeChoice> {
  const { futures, goals } = given;
  const own = now.order.filter((place) => futures[place]?.asset === goals[goal]?.asset);
  if (own.length === 0) return;
  if (now.wished !== null) yield { ...now, wished: null };
  for (const rounding of ['fewer', 'nearest', 'more'] as const)
    if (rounding !== now.rounding && now.wished === null) yield { ...now, rounding };
  for (const first of own.slice(1))
    yield { ...now, order: [first, ...now.order.filter((place) => place !== first)] };
  if (isWithinStep(given, goal)) return;
  for (const place of own) yield* closedElsewhere(given, now, place);
}

/** A position that is closed on a date, as far as the tolerance lets it; or left as it is until then. */
function* closedElsewhere(
  { futures, dates }: ExitCase,
  now: HedgeChoice,
  place: number,
): Generator<HedgeChoice> {
  const full = futures.map(({ steps }) => dates.map(() => steps));
  const wished = now.wished ?? full;
  for (const on of dates.keys())
    for (const isKept of [false, true]) {
      const row = (wished[place] ?? []).map((steps, date) =>
        isKept ? (date < on ? (futures[place]?.steps ?? 0) : steps) : date >= on ? 0 : steps,
      );
      yield { ...now, wished: wished.map((one, at) => (at === place ? row : one)) };
    }
}

function* purchasesMoved({ dates }: ExitCase, bought: GoalDraft['bought']): Generator<GoalDraft['bought']> {
  for (const [from, quantity] of bought) {
    for (const to of dates.keys()) {
      if (to === from) continue;
      for (const part of [quantity, shareOf(quantity, 1, 2)]) {
        const moved = new Map(bought);
        moved.set(to, add(moved.get(to) ?? zeroQuantity, part));
        if (part === quantity) moved.delete(from);
        else moved.set(from, subtract(quantity, part));
        yield moved;
      }
    }
  }
}

/** All of one date to another. */
function* datesMoved({ dates }: ExitCase, pieces: readonly Piece[]): Generator<readonly Piece[]> {
  for (const from of new Set(pieces.map(({ date }) => date)))
    for (const to of dates.keys())
      if (to !== from)
        yield merged(pieces.map((piece) => (piece.date === from ? { ...piece, date: to } : piece)));
}

/** A lot's coins of one date to another: all of them, or what a whole step of a hedge stands for. */
function* piecesMoved(given: ExitCase, goal: number, pieces: readonly Piece[]): Generator<readonly Piece[]> {
  const amounts = stepAmounts(given, goal);
  for (const [at, piece] of pieces.entries()) {
    for (const part of [piece.quantity, ...amounts]) {
      if (part > piece.quantity || (part === piece.quantity && part !== amounts[0] && amounts.includes(part)))
        continue;
      for (const to of given.dates.keys()) {
        if (to === piece.date) continue;
        yield merged([...without(pieces, at, part), { ...piece, date: to, quantity: part }]);
      }
    }
  }
}

/** Another lot in a lot's place, or two lots of two dates changed about. */
function* lotsChanged(given: ExitCase, goal: number, pieces: readonly Piece[]): Generator<readonly Piece[]> {
  const lots = given.goals[goal]?.lots ?? [];
  if ((given.goals[goal]?.order ?? 'free') === 'universal') return;
  const left = lots.map(({ quantity }) => quantity);
  for (const { place, quantity } of pieces) left[place] = subtract(left[place] ?? zeroQuantity, quantity);
  for (const [at, piece] of pieces.entries()) {
    for (const [place, free] of left.entries()) {
      if (place === piece.place || free <= zeroQuantity) continue;
      const part = smaller(piece.quantity, free);
      yield merged([...without(pieces, at, part), { ...piece, place, quantity: part }]);
    }
    for (const [other, second] of pieces.entries()) {
      if (other <= at || second.place === piece.place || second.date === piece.date) continue;
      const part = smaller(piece.quantity, second.quantity);
      const rest = without(without(pieces, other, part), at, part);
      yield merged([
        ...rest,
        { place: piece.place, date: second.date, quantity: part },
        { place: second.place, date: piece.date, quantity: part },
      ]);
    }
  }
}

/** In coins: what a step of each position of the goal stands for. */
function stepAmounts({ futures, goals }: ExitCase, goal: number): readonly Quantity[] {
  const asset = goals[goal]?.asset;
  return [...new Set(futures.filter((one) => one.asset === asset).map(({ coinsPerStep }) => coinsPerStep))];
}

/** The pieces with so much less of one; a piece that is used up keeps its place as an empty one. */
function without(pieces: readonly Piece[], at: number, part: Quantity): Piece[] {
  return pieces.map((piece, place) =>
    place === at ? { ...piece, quantity: subtract(piece.quantity, part) } : piece,
  );
}

/** Pieces of one lot and date as one, none of them empty, by date. */
export function merged(pieces: readonly Piece[]): readonly Piece[] {
  const found = new Map<string, Piece>();
  for (const piece of pieces) {
    if (piece.quantity <= zeroQuantity) continue;
    const key = `${piece.place}@${piece.date}`;
    const known = found.get(key);
    found.set(key, known === undefined ? piece : { ...known, quantity: add(known.quantity, piece.quantity) });
  }
  return [...found.values()].toSorted((a, b) => a.date - b.date || a.place - b.place);
}
