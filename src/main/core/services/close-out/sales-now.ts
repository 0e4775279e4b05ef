/** What the tax engine makes today of the sales that are left of a plan, at the latest prices. */
import type { SavedSale } from '../../../../shared/domain/exit-plan.ts';
import { sum } from '../../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { yearsWith } from '../../../engine/exit/exit-years.ts';
import { savedSales } from '../../../engine/exit/close-out/saved-days.ts';
import { scheduleFlows } from '../../../engine/exit/schedule-actions.ts';
import type { CallContext } from '../../call-context.ts';
import type { Derived } from '../../derived.ts';
import { exitCaseOf } from '../exit/exit-case-of.ts';
import { exitMarketOf } from '../exit/exit-market.ts';
import { isDone } from './plan-progress.ts';
import type { PlanProgress } from './plan-progress.ts';
import { restDays, restOf, restSales } from './rest-of.ts';
import { restRequest } from './rest-request.ts';

/** By step, what is left of it. A step that is missing is told as it was planned. */
export type SalesNow = ReadonlyMap<string, readonly SavedSale[]>;

/**
 * The sales that are left, each lot split by term as the tax engine splits it when the rest of the plan is carried out.
 * Out: nothing where the rest is not possible any more, or a price is missing.
 */
export async function salesNow(
  progress: PlanProgress,
  derived: Derived,
  context: Pick<CallContext, 'session'>,
): Promise<SalesNow> {
  const none: SalesNow = new Map();
  if (!progress.steps.some((one) => one.step.kind === 'sell' && !isDone(one))) return none;
  const request = { ...restRequest(progress, derived), prices: [], priceTargets: [] };
  if (request.goals?.length === 0) return none;
  const setup = exitCaseOf(derived, request, await exitMarketOf(derived, request, context));
  const schedule = setup.ok ? restOf(progress, setup.value, derived) : null;
  if (!setup.ok || schedule === null) return none;
  const given = setup.value;
  const flows = scheduleFlows(given, schedule);
  const sold = [...savedSales(given, { schedule, flows, years: yearsWith(given, flows.actions) })];
  const first = given.dates[0]?.date ?? derived.asOf;
  const ofStep = restDays(progress, first).flatMap(({ steps }) =>
    steps.map((one) => ({
      step: one.step,
      left: one.left,
      sales: sold.splice(0, restSales(one).length).flat(),
    })),
  );
  return new Map(
    ofStep
      .filter(({ step, left, sales }) => step.kind === 'sell' && left === unitsOf(sales))
      .map(({ step, sales }) => [
        step.id,
        sales.map((sale) => ({ ...sale, account: step.account ?? sale.account })),
      ]),
  );
}

function unitsOf(sales: readonly SavedSale[]): SavedSale['quantity'] {
  return sum(
    sales.map(({ quantity }) => quantity),
    zeroQuantity,
  );
}
