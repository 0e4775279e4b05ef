/** A solver's answer as a draft: floats become exact quantities that add up to just what is asked for. */
import { toFloat } from '../../../../shared/num/approximate.ts';
import { add, smaller, subtract } from '../../../../shared/num/arithmetic.ts';
import { quantity } from '../../../../shared/num/parse.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { StraddleRegime } from '../../../../shared/domain/tax-elections.ts';
import type { ExitCase, ExitGoal } from '../exit-case.ts';
import type { ExitModel } from '../model/exit-model.ts';
import type { GoalColumns } from '../model/goal-columns.ts';
import type { LotPart } from '../model/lot-parts.ts';
import type { Draft, GoalDraft, Piece } from './draft.ts';
import { isWithinStep } from './hedge-steps.ts';
import { plainHedge } from './draft-of-schedule.ts';

const DECIMALS = 8;
/** Shares of a whole below this are the solver's noise. */
const NOISE = 1e-7;

/** In: `keepsSteps`, the model's own steps even where the tolerance leaves no choice but how they are rounded. */
export function draftOfAnswer(
  given: ExitCase,
  model: ExitModel,
  values: Float64Array,
  regime: StraddleRegime | null,
  keepsSteps = false,
): Draft {
  const goals = model.goals.map((columns, place): GoalDraft => {
    const goal = given.goals[place];
    if (goal === undefined) return { pieces: [], bought: new Map(), steps: plainHedge(given) };
    return {
      pieces: goal.sell > zeroQuantity ? exactPieces(goal, roughPieces(columns, values)) : [],
      bought: goal.buy > zeroQuantity ? exactPurchases(goal, columns, values) : new Map(),
      steps: {
        ...plainHedge(given),
        wished: !keepsSteps && isWithinStep(given, place) ? null : stepsOf(model, values),
      },
    };
  });
  return { regime, goals };
}

function stepsOf({ futures }: ExitModel, values: Float64Array): readonly (readonly number[])[] {
  return futures.map(({ open }) => open.map((column) => Math.max(0, Math.round(values[column] ?? 0))));
}

interface Rough {
  readonly place: number;
  readonly date: number;
  readonly coins: number;
}

/** Within a class, year and term it does not matter which lot leaves on which of the dates: in order. */
function roughPieces({ classes }: GoalColumns, values: Float64Array): readonly Rough[] {
  const pieces: Rough[] = [];
  const left = new Map<LotPart, { place: number; coins: number }[]>();
  for (const { parts, sold, taken } of classes) {
    for (const { dates: alike, columns } of taken) {
      const dates = alike.flatMap((date) => {
        const column = sold[date] ?? null;
        return column === null ? [] : [{ date, left: values[column] ?? 0 }];
      });
      for (const [at, part] of parts.entries()) {
        const coins = values[columns[at] ?? -1] ?? 0;
        if (coins <= NOISE * part.coins) continue;
        const members = left.get(part) ?? part.members.map((one) => ({ ...one }));
        left.set(part, members);
        pieces.push(...takenFrom(members, dates, coins, NOISE * part.coins));
      }
    }
  }
  return pieces;
}

function takenFrom(
  members: readonly { readonly place: number; coins: number }[],
  dates: readonly { readonly date: number; left: number }[],
  coins: number,
  noise: number,
): readonly Rough[] {
  const pieces: Rough[] = [];
  let missing = coins;
  for (const date of dates) {
    for (const member of members) {
      const some = Math.min(missing, date.left, member.coins);
      if (some <= noise) continue;
      pieces.push({ place: member.place, date: date.date, coins: some });
      date.left -= some;
      member.coins -= some;
      missing -= some;
    }
  }
  return pieces;
}

function exactPieces(goal: ExitGoal, rough: readonly Rough[]): readonly Piece[] {
  const left = goal.lots.map((lot) => lot.quantity);
  let missing = goal.sell;
  const pieces = rough.map(({ place, date, coins }): Piece => {
    const whole = left[place] ?? zeroQuantity;
    const isWhole = Math.abs(coins - toFloat(whole)) <= NOISE * Math.max(coins, toFloat(whole));
    const taken = smaller(isWhole ? whole : smaller(exact(coins), whole), missing);
    left[place] = subtract(whole, taken);
    missing = subtract(missing, taken);
    return { place, date, quantity: taken };
  });
  // What rounding left over goes where there is room, first of all to lots that are sold in part.
  const filled = pieces.map((piece): Piece => {
    const room = smaller(left[piece.place] ?? zeroQuantity, missing);
    if (room <= zeroQuantity) return piece;
    left[piece.place] = subtract(left[piece.place] ?? zeroQuantity, room);
    missing = subtract(missing, room);
    return { ...piece, quantity: add(piece.quantity, room) };
  });
  const lastDate = rough.at(-1)?.date ?? 0;
  const rest = goal.lots.flatMap((_, place): Piece[] => {
    const room = smaller(left[place] ?? zeroQuantity, missing);
    if (room <= zeroQuantity) return [];
    missing = subtract(missing, room);
    return [{ place, date: lastDate, quantity: room }];
  });
  return [...filled, ...rest].filter((piece) => piece.quantity > zeroQuantity);
}

function exactPurchases(
  goal: ExitGoal,
  { bought }: GoalColumns,
  values: Float64Array,
): ReadonlyMap<number, Quantity> {
  const found = new Map<number, Quantity>();
  let missing = goal.buy;
  for (const [date, column] of bought.entries()) {
    const coins = values[column] ?? 0;
    if (coins <= NOISE * toFloat(goal.buy)) continue;
    const some = smaller(exact(coins), missing);
    missing = subtract(missing, some);
    found.set(date, some);
  }
  const last = [...found.keys()].at(-1) ?? 0;
  found.set(last, add(found.get(last) ?? zeroQuantity, missing));
  return new Map([...found].filter(([, some]) => some > zeroQuantity));
}

function exact(coins: number): Quantity {
  return quantity(Math.max(0, coins).toFixed(DECIMALS));
}
