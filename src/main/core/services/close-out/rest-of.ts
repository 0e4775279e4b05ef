import { add, isPositive, smaller, subtract, sum } from '../../../../shared/num/arithmetic.ts';
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
import type { ExitDay, ExitSale, ExitSchedule } from '../../../engine/exit/exit-schedule.ts';
import { isOfLeg } from '../../../engine/futures/watch/linkable-fills.ts';
import type { Derived } from '../../derived.ts';
import { isDone } from './plan-progress.ts';
import type { PlanProgress, StepProgress } from './plan-progress.ts';
import { lotsBetween } from './sheet-orders.ts';

/**
 * What is left of a saved plan as a schedule of today's case: what is late is done on the first day, the rest on its own.
 * null where lots are gone or a position is not there: then it cannot be carried out as it was.
 */
export function restOf(progress: PlanProgress, given: ExitCase, { facts }: Derived): ExitSchedule | null {
  const { plan } = progress;
  const [first] = given.dates;
  if (first === undefined) return null;
  const left = new Map<LotId, Quantity>();
  for (const { lots } of given.goals)
    for (const { lot, quantity } of lots) left.set(lot, add(left.get(lot) ?? zeroQuantity, quantity));
  const hedges = new Map(
    given.futures.filter(({ isOpen }) => isOpen).map(({ position, steps: count }) => [position, count]),
  );
  const days: ExitDay[] = [];
  for (const { date, steps: ofDay } of restDays(progress, first.date)) {
    const sells = ofDay.flatMap(restSales);
    for (const { lot, quantity } of sells) {
      const there = left.get(lot) ?? zeroQuantity;
      if (smaller(there, quantity) !== quantity) return null;
      left.set(lot, subtract(there, quantity));
    }
    for (const { step, filled } of ofDay) {
      let done = step.hedge === null ? 0 : stepsOf(filled, step.hedge.future);
      for (const { future, change } of step.hedge?.parts ?? []) {
        const position = inCase(future, given, facts.termsOf);
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
      sells,
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

/** The steps that are left, on the days on which they can be done. Rolls are none: where a hedge is held they come by themselves. */
export function restDays(
  { steps }: PlanProgress,
  first: LocalDate,
): readonly { readonly date: LocalDate; readonly steps: readonly StepProgress[] }[] {
  const open = steps.filter((one) => !isDone(one) && one.step.roll === null);
  const dayOf = ({ step }: StepProgress): LocalDate => (step.date < first ? first : step.date);
  return [...Map.groupBy(open, dayOf)]
    .map(([date, ofDay]) => ({ date, steps: ofDay }))
    .toSorted((a, b) => compareDates(a.date, b.date));
}

/** What is left of a sale, each lot once: its parts by term are for the tax engine to find. */
export function restSales({ step, filled }: Pick<StepProgress, 'step' | 'filled'>): readonly ExitSale[] {
  const left = lotsBetween(step.sales, filled, step.quantity);
  return [...Map.groupBy(left, ({ lot }) => lot)].map(([lot, parts]) => ({
    asset: step.asset,
    lot,
    quantity: sum(
      parts.map(({ quantity }) => quantity),
      zeroQuantity,
    ),
  }));
}

/** Whole steps of a quantity in order units. */
function stepsOf(quantity: Quantity, { quantityPerStep }: SavedFuture): number {
  return Number(toText(ratio(roundToStep(quantity, quantityPerStep, 'floor'), quantityPerStep, 'half-even')));
}

/** A future of the plan in today's case: by its name, in the contract that it was rolled into, or where the plan opened it. */
function inCase(
  { position, isOpen, contract, side, asset }: SavedFuture,
  { futures }: ExitCase,
  termsOf: Derived['facts']['termsOf'],
): ExitFuture | undefined {
  const named = futures.find((one) => one.position === position);
  if (named !== undefined) return named;
  const planned = termsOf(contract);
  const same = futures.filter((one) => one.side === side && one.asset === asset);
  return (
    (isOpen ? undefined : same.find(({ terms }) => terms.id === contract)) ??
    same.find((one) => one.isOpen && planned !== undefined && isOfLeg(one.terms, planned))
  );
}
