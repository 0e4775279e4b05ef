/**
 * Neighbours of a priced draft that bring the gains of a year just to an edge of tax: the end of a bracket or a band, the loss that
 * lowers income at most. The model cuts lots there too, but by its own losses; here the exact years say how far it is.
 */
import { toFloat } from '../../../../shared/num/approximate.ts';
import { add, subtract } from '../../../../shared/num/arithmetic.ts';
import { quantity } from '../../../../shared/num/parse.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { yearOf } from '../../../../shared/time/local-date.ts';
import { usYearShape } from '../../tax/jurisdictions/us/year-shape.ts';
import type { YearShape } from '../../tax/year-shape.ts';
import type { ExitCase, ExitGoal } from '../exit-case.ts';
import { coinPrice } from '../schedule-actions.ts';
import type { Draft, Piece } from './draft.ts';
import { merged } from './moves.ts';
import type { PricedDraft } from './pricer.ts';

/** Of a year, the nearest in either direction. */
const MOST_EDGES = 4;
/** Nearer than this it stands on the edge. */
const ON_EDGE = 0.5;
/** Of one goal and edge: each costs an exact price. */
const MOST_CUTS = 12;

/** Draws neighbours one after the other, cut pieces of the dearest and the cheapest lots first. */
export function* edgeMoves(given: ExitCase, { draft, priced }: PricedDraft): Generator<Draft> {
  for (const { input } of priced.years.years) {
    if (input.year < yearOf(given.asOf) || input.year > given.lastYear) continue;
    const shape = usYearShape(input);
    if (!shape.ok) continue;
    for (const delta of edgesOf(shape.value))
      for (const [place, goal] of given.goals.entries()) {
        const own = draft.goals[place];
        if (own === undefined || own.pieces.length === 0 || (goal.order ?? 'free') !== 'free') continue;
        for (const pieces of cutsOf({ given, goal, pieces: own.pieces }, input.year, delta))
          yield {
            ...draft,
            goals: draft.goals.map((one, at) => (at === place ? { ...one, pieces } : one)),
          };
      }
  }
}

/** How much more gain (less, where below zero) brings the year to an edge; the nearest ones. */
function edgesOf(shape: YearShape): readonly number[] {
  const [short, long] = [
    toFloat(shape.shortTerm) - toFloat(shape.carriedShort),
    toFloat(shape.longTerm) - toFloat(shape.carriedLong),
  ];
  const net = short + long;
  const limit = toFloat(shape.lossLimit);
  const gain = Math.max(net, -limit);
  const netGain = Math.max(0, Math.min(long, net));
  const taxable = toFloat(shape.otherTaxable) + gain;
  const ordinary = taxable - toFloat(shape.otherPreferential) - netGain;
  const all = [
    -limit - net,
    -net,
    ...shape.stacked.map(({ from }) => toFloat(from) - taxable),
    ...shape.brackets.map(({ from }) => toFloat(from) - ordinary),
    ...shape.onGains.map(({ from }) => toFloat(from) - gain),
  ];
  return [...new Set(all)]
    .filter((delta) => Math.abs(delta) > ON_EDGE)
    .toSorted((a, b) => Math.abs(a) - Math.abs(b))
    .slice(0, MOST_EDGES);
}

interface Cutting {
  readonly given: ExitCase;
  readonly goal: ExitGoal;
  readonly pieces: readonly Piece[];
}

/** A part of a lot out of the year or into it, or two lots of both changed about, so that its gain moves by just so much. */
function* cutsOf(cutting: Cutting, year: number, delta: number): Generator<readonly Piece[]> {
  const { given, pieces } = cutting;
  const yearOn = (date: number): number => yearOf(given.dates[date]?.date ?? given.asOf);
  const isOf = (date: number): boolean => yearOn(date) === year;
  // Dates on which something is sold anyway, and the first of each year.
  const firsts = new Map([...given.dates.keys()].toReversed().map((date) => [yearOn(date), date]));
  const dates = [...new Set([...pieces.map(({ date }) => date), ...firsts.values()])];
  const datesIn = dates.filter((date) => isOf(date));
  const datesOut = dates.filter((date) => !isOf(date));
  const within = pieces.filter(({ date }) => isOf(date));
  const outside = pieces.filter(({ date }) => !isOf(date));
  let count = 0;
  for (const cut of [
    ...changedAbout(cutting, { within, outside, delta }),
    ...within.flatMap((piece) => movedTo(cutting, piece, { dates: datesOut, on: piece.date, gain: -delta })),
    ...outside.flatMap((piece) =>
      datesIn.flatMap((date) => movedTo(cutting, piece, { dates: [date], on: date, gain: delta })),
    ),
  ]) {
    if (count >= MOST_CUTS) return;
    count += 1;
    yield cut;
  }
}

/** So much of a piece to other dates as has that gain on a date. */
function movedTo(
  { given, goal, pieces }: Cutting,
  piece: Piece,
  { dates, on, gain }: { readonly dates: readonly number[]; readonly on: number; readonly gain: number },
): (readonly Piece[])[] {
  const each = gainOfCoin(given, goal, piece.place, on);
  const part = partOf(gain / each, piece.quantity);
  if (part === null) return [];
  return dates.map((date) => merged([...lessOf(pieces, piece, part), { ...piece, date, quantity: part }]));
}

/** What is sold on each date stays: so much of a lot of the year for as much of another of another year. */
function changedAbout(
  { given, goal, pieces }: Cutting,
  {
    within,
    outside,
    delta,
  }: { readonly within: readonly Piece[]; readonly outside: readonly Piece[]; readonly delta: number },
): (readonly Piece[])[] {
  return within.flatMap((piece) =>
    outside.flatMap((other): (readonly Piece[])[] => {
      if (other.place === piece.place) return [];
      const more =
        gainOfCoin(given, goal, other.place, piece.date) - gainOfCoin(given, goal, piece.place, piece.date);
      const part = partOf(delta / more, piece.quantity < other.quantity ? piece.quantity : other.quantity);
      if (part === null) return [];
      const left = lessOf(lessOf(pieces, piece, part), other, part);
      return [
        merged([
          ...left,
          { place: other.place, date: piece.date, quantity: part },
          { place: piece.place, date: other.date, quantity: part },
        ]),
      ];
    }),
  );
}

function gainOfCoin(given: ExitCase, goal: ExitGoal, place: number, date: number): number {
  const lot = goal.lots[place];
  const on = given.dates[date]?.date;
  if (lot === undefined || on === undefined) return 0;
  const { spotFee, spotSlippage } = given.costs;
  const price = toFloat(coinPrice(given, goal.asset, on)) * (1 - toFloat(add(spotFee, spotSlippage)));
  return price - toFloat(lot.costBasis) / Math.max(1e-18, toFloat(lot.quantity));
}

/** null where it is nothing or all. */
function partOf(coins: number, whole: Quantity): Quantity | null {
  if (!Number.isFinite(coins) || coins <= 0 || coins >= toFloat(whole)) return null;
  const part = quantity(coins.toFixed(8));
  return part > zeroQuantity && part < whole ? part : null;
}

function lessOf(pieces: readonly Piece[], piece: Piece, part: Quantity): readonly Piece[] {
  const at = pieces.findIndex(({ place, date }) => place === piece.place && date === piece.date);
  return pieces.map((one, place) =>
    place === at ? { ...one, quantity: subtract(one.quantity, part) } : one,
  );
}
