import { smaller, subtract } from '../../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { ExitCase } from '../exit-case.ts';
import type { ExitSchedule } from '../exit-schedule.ts';
import type { Draft, GoalDraft, HedgeChoice, Piece } from './draft.ts';

/** A schedule as a draft, to be improved: its sales and purchases; its steps are chosen anew. */
export function draftOfSchedule(given: ExitCase, { regime, days }: ExitSchedule): Draft {
  const dates = new Map(given.dates.map(({ date }, place) => [date, place]));
  const goals = given.goals.map(({ asset, lots }): GoalDraft => {
    const left = lots.map(({ quantity }) => quantity);
    const pieces: Piece[] = [];
    const bought = new Map<number, GoalDraft['pieces'][number]['quantity']>();
    for (const { date, sells, buys } of days) {
      const place = dates.get(date) ?? 0;
      for (const sale of sells) {
        if (sale.asset !== asset) continue;
        let missing = sale.quantity;
        for (const [at, { lot }] of lots.entries()) {
          const taken = lot === sale.lot ? smaller(missing, left[at] ?? zeroQuantity) : zeroQuantity;
          if (taken <= zeroQuantity) continue;
          pieces.push({ place: at, date: place, quantity: taken });
          missing = subtract(missing, taken);
          left[at] = subtract(left[at] ?? zeroQuantity, taken);
        }
      }
      for (const buy of buys) if (buy.asset === asset) bought.set(place, buy.quantity);
    }
    return { pieces, bought, steps: plainHedge(given) };
  });
  return { regime, goals };
}

export function plainHedge({ futures }: ExitCase): HedgeChoice {
  return { rounding: 'nearest', order: futures.map((_, place) => place), wished: null };
}
