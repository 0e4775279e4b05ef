import { isPositive, smaller, subtract, add } from '../../../../shared/num/arithmetic.ts';
import { ratio } from '../../../../shared/num/products.ts';
import { toText } from '../../../../shared/num/format.ts';
import { roundToStep } from '../../../../shared/num/rounding.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import { compareDates } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { ExitCase } from '../../../engine/exit/exit-case.ts';
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
    for (const { step, left: rest } of ofDay) {
      if (step.hedge === null) continue;
      const { future } = step.hedge;
      const position = given.futures.find((one) =>
        future.isOpen
          ? one.position === future.position
          : one.terms.id === future.contract && one.side === future.side,
      );
      if (position === undefined) return null;
      const count = Number(
        toText(
          ratio(roundToStep(rest, future.quantityPerStep, 'floor'), future.quantityPerStep, 'half-even'),
        ),
      );
      const now = hedges.get(position.position) ?? 0;
      hedges.set(position.position, step.kind.startsWith('close') ? Math.max(0, now - count) : now + count);
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
