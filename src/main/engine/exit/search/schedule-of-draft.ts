import { add } from '../../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { ExitCase } from '../exit-case.ts';
import type { ExitDay, ExitSchedule } from '../exit-schedule.ts';
import type { Draft, Piece } from './draft.ts';
import { hedgeSteps } from './hedge-steps.ts';

/** Days on which something is done; null where no whole steps keep the exposure. */
export function scheduleOfDraft(given: ExitCase, draft: Draft): ExitSchedule | null {
  const steps = hedgeSteps(given, draft);
  if (steps === null) return null;
  const days: ExitDay[] = [];
  for (const [date, { date: on }] of given.dates.entries()) {
    const sells = draft.goals.flatMap(({ pieces }, goal) => salesOn(given, goal, pieces, date));
    const buys = draft.goals.flatMap(({ bought }, goal) => {
      const quantity = bought.get(date) ?? zeroQuantity;
      const asset = given.goals[goal]?.asset;
      return quantity > zeroQuantity && asset !== undefined ? [{ asset, quantity }] : [];
    });
    const changes = steps.some((one, future) => {
      const { isOpen, steps: all } = given.futures[future] ?? { isOpen: false, steps: 0 };
      return one[date] !== (date === 0 ? (isOpen ? all : 0) : one[date - 1]);
    });
    if (sells.length === 0 && buys.length === 0 && !changes) continue;
    const hedges = given.futures.flatMap(({ position }, future) => {
      const open = steps[future]?.[date] ?? 0;
      return open > 0 ? [{ position, steps: open }] : [];
    });
    days.push({ date: on, sells, buys, hedges });
  }
  return { regime: draft.regime, days };
}

function salesOn(
  { goals }: ExitCase,
  goal: number,
  pieces: readonly Piece[],
  date: number,
): ExitDay['sells'] {
  const own = goals[goal];
  if (own === undefined) return [];
  const byLot = new Map<number, Quantity>();
  for (const piece of pieces)
    if (piece.date === date)
      byLot.set(piece.place, add(byLot.get(piece.place) ?? zeroQuantity, piece.quantity));
  return [...byLot]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([place, quantity]) => {
      const lot = own.lots[place];
      return lot === undefined || quantity <= zeroQuantity
        ? []
        : [{ asset: own.asset, lot: lot.lot, quantity }];
    });
}
