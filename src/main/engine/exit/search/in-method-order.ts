import { add, smaller, subtract } from '../../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { ExitCase, ExitGoal } from '../exit-case.ts';
import type { Draft, Piece } from './draft.ts';

/** The draft with the same amounts on the same dates, from the lots that the method's order gives where it binds. */
export function inMethodOrder({ goals }: ExitCase, draft: Draft): Draft {
  if (goals.every(({ order = 'free' }) => order === 'free')) return draft;
  return {
    ...draft,
    goals: draft.goals.map((own, place) => {
      const goal = goals[place];
      if (goal === undefined || (goal.order ?? 'free') === 'free') return own;
      return { ...own, pieces: piecesInOrder(goal, own.pieces) };
    }),
  };
}

function piecesInOrder(goal: ExitGoal, pieces: readonly Piece[]): readonly Piece[] {
  const queueOf = (place: number): string =>
    goal.order === 'universal' ? '' : (goal.lots[place]?.account ?? '');
  const wanted = new Map<string, Map<number, Quantity>>();
  for (const { place, date, quantity } of pieces) {
    const queue = queueOf(place);
    const byDate = wanted.get(queue) ?? new Map<number, Quantity>();
    byDate.set(date, add(byDate.get(date) ?? zeroQuantity, quantity));
    wanted.set(queue, byDate);
  }
  const left = goal.lots.map(({ quantity }) => quantity);
  return [...wanted].flatMap(([queue, byDate]) =>
    [...byDate]
      .toSorted(([a], [b]) => a - b)
      .flatMap(([date, quantity]): Piece[] => {
        let missing = quantity;
        return goal.lots.flatMap((_, place): Piece[] => {
          const taken = smaller(missing, left[place] ?? zeroQuantity);
          if (queueOf(place) !== queue || taken <= zeroQuantity) return [];
          missing = subtract(missing, taken);
          left[place] = subtract(left[place] ?? zeroQuantity, taken);
          return [{ place, date, quantity: taken }];
        });
      }),
  );
}
