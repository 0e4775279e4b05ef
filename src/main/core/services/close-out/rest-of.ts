import { isPositive, smaller, subtract, add } from '../../../../shared/num/arithmetic.ts';
import { ratio } from '../../../../shared/num/products.ts';
import { toText } from '../../../../shared/num/format.ts';
import { roundToStep } from '../../../../shared/num/rounding.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { SavedFuture } from '../../../../shared/domain/exit-plan.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import { compareDates } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { ExitCase, ExitFuture } from '../../../engine/exit/exit-case.ts';
import type { ExitDay, ExitSchedule } from '../../../engine/exit/exit-schedule.ts';
import { isDone } from './plan-progress.ts';
import type { PlanProgress, StepProgress } from './plan-progress.ts';
import { lotsBetween } from './sheet-orders.ts';

/**
 * What is left of a saved plan as a schedule of today's case: what is late is done on the first day, the rest on its own.
 * null where lots are gone or a position is not there: then it cannot be carried out as it was.
 */
export function restOf({ plan, steps }: PlanProgress, given: ExitCase): ExitSchedule | null {
  const [first] = given.dates;
  if (first === undefined) return null;
  const open = steps.filter((one) => !isDone(one));
  const dayOf = ({ step }: StepProgress): LocalDate => (step.date < first.date ? first.date : step.date);
  const dates = [...new Set(open.map(dayOf))].toSorted(compareDates);
  const left = new Map<LotId, Quantity>();
  for (const { lots } of given.goals)
    for (const { lot, quantity } of lots) left.set(lot, add(left.get(lot) ?? zeroQuantity, quantity));
  const hedges = new Map(
    given.futures.filter(({ isOpen }) => isOpen).map(({ position, steps: count }) => [position, count]),
  );
  const days: ExitDay[] = [];
  for (const date of dates) {
    const ofDay = open.filter((one) => dayOf(one) === date);
    const sells = ofDay.flatMap(({ step, filled }) => lotsBetween(step.sales, filled, step.quantity));
    for (const { lot, quantity } of sells) {
      const there = left.get(lot) ?? zeroQuantity;
      if (smaller(there, quantity) !== quantity) return null;
      left.set(lot, subtract(there, quantity));
    }
    for (const { step, filled } of ofDay) {
      let done = step.hedge === null ? 0 : stepsOf(filled, step.hedge.future);
      for (const { future, change } of step.hedge?.parts ?? []) {
        const position = inCase(future, given);
        if (position === undefined) return null;
        const count = Math.abs(change.to - change.from);
        const taken = Math.min(done, count);
        done -= taken;
        const now = hedges.get(position.position) ?? 0;
        const rest = count - taken;
        hedges.set(position.position, change.to < change.from ? Math.max(0, now - rest) : now + rest);
      }
    }
    days.push({
      date,
      sells: sells.map(({ asset, lot, quantity }) => ({ asset, lot, quantity })),
      buys: ofDay
        .filter(({ step, left: rest }) => step.kind === 'buy' && isPositive(rest))
        .map(({ step, left: rest }) => ({ asset: step.asset, quantity: rest })),
      hedges: [...hedges]
        .filter(([, count]) => count > 0)
        .map(([position, count]) => ({ position, steps: count })),
    });
  }
  return { regime: plan.regime, days };
}

/** Whole steps of a quantity in order units. */
function stepsOf(quantity: Quantity, { quantityPerStep }: SavedFuture): number {
  return Number(toText(ratio(roundToStep(quantity, quantityPerStep, 'floor'), quantityPerStep, 'half-even')));
}

/** A future of the plan in today's case: by its name, or where the plan opened it by its contract and side. */
function inCase(
  { position, isOpen, contract, side }: SavedFuture,
  { futures }: ExitCase,
): ExitFuture | undefined {
  return (
    futures.find((one) => one.position === position) ??
    (isOpen ? undefined : futures.find((one) => one.terms.id === contract && one.side === side))
  );
}
