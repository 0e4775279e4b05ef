/**
 * a plan + "if the price is above P by a day" → the plan up to that day stays, the rest is chosen again on that path
 */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import { add, isPositive, smaller, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { apportion } from '../../../../shared/num/products.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { TaxPositionId } from '../../tax/jurisdictions/us/straddles/straddle-case.ts';
import type { ExitCase, ExitFuture, ExitGoal, ExitLot } from '../exit-case.ts';
import type { ExitDay, ExitSchedule } from '../exit-schedule.ts';
import { heldOf } from '../exposure-after.ts';
import { feasibility } from '../feasibility.ts';
import { priceSchedule } from '../price-schedule.ts';
import type { PricedSchedule } from '../priced-schedule.ts';
import { allOn } from '../rule-schedules.ts';
import type { Planner } from './path-candidates.ts';

export interface ConditionalStep {
  /** The first day that may be changed. */
  readonly on: LocalDate;
  readonly kept: PricedSchedule;
  readonly changed: PricedSchedule;
  /** The whole plan with its changed rest; the plan itself where nothing is better. */
  readonly schedule: ExitSchedule;
}

/**
 * What to do instead from a day on, on a path of prices. null where nothing of the plan is left to change by then, or the
 * plan itself is not possible on the path.
 * In: the case on that path. The rest is looked for as a plan of its own, and as plain sales of the rest on each day; every
 * answer is priced with the whole plan, so what is shown is exact, and never dearer than the plan.
 */
export async function conditionalStep(
  onPath: ExitCase,
  plan: ExitSchedule,
  from: LocalDate,
  { planner, pause }: { readonly planner: Planner; readonly pause: () => Promise<void> },
): Promise<ConditionalStep | null> {
  const on = onPath.dates.find(({ date }) => date >= from)?.date;
  if (on === undefined || feasibility(onPath, plan).length > 0) return null;
  const done = plan.days.filter(({ date }) => date < on);
  if (done.length === plan.days.length) return null;
  const rest = restOf(onPath, done, on);
  if (rest.goals.length === 0 && rest.futures.length === 0) return null;
  const kept = priceSchedule(onPath, plan);
  let best: ConditionalStep = { on, kept, changed: kept, schedule: plan };
  for (const days of await restSchedules(rest, planner)) {
    await pause();
    const schedule: ExitSchedule = { regime: plan.regime, days: [...done, ...days] };
    if (feasibility(onPath, schedule).length > 0) continue;
    const changed = priceSchedule(onPath, schedule);
    if (changed.cost < best.changed.cost) best = { on, kept, changed, schedule };
  }
  return best;
}

async function restSchedules(rest: ExitCase, planner: Planner): Promise<readonly ExitSchedule['days'][]> {
  const plain = rest.dates.flatMap(({ date }) => [
    allOn(rest, date, 'min-tax').days,
    allOn(rest, date, 'hifo').days,
  ]);
  const found = await planner(rest);
  return found.ok ? [found.value.plan.schedule.days, ...plain] : plain;
}

/**
 * What is left to do after some days, as a case of its own: only to find what to do, not to price it. What the days before
 * did to tax is not in it.
 */
function restOf(given: ExitCase, done: readonly ExitDay[], on: LocalDate): ExitCase {
  const open = new Map((done.at(-1)?.hedges ?? []).map(({ position, steps }) => [position, steps]));
  const wasStarted = done.length > 0;
  return {
    ...given,
    dates: given.dates.filter(({ date }) => date >= on),
    goals: given.goals.flatMap((goal) => goalLeft(goal, done)),
    futures: given.futures.flatMap((future) => futureLeft(future, open, wasStarted)),
  };
}

function futureLeft(
  future: ExitFuture,
  open: ReadonlyMap<TaxPositionId, number>,
  wasStarted: boolean,
): ExitFuture[] {
  if (!wasStarted) return future.isOpen ? [future] : [];
  const steps = open.get(future.position) ?? 0;
  return steps === 0 ? [] : [{ ...future, steps }];
}

function goalLeft(goal: ExitGoal, done: readonly ExitDay[]): ExitGoal[] {
  const { asset } = goal;
  const gone = new Map<LotId, Quantity>();
  for (const { sells } of done)
    for (const one of sells)
      if (one.asset === asset) gone.set(one.lot, add(gone.get(one.lot) ?? zeroQuantity, one.quantity));
  const sold = sum(gone.values(), zeroQuantity);
  const bought = boughtOf(asset, done);
  const lots = goal.lots.flatMap((lot): ExitLot[] => {
    const taken = smaller(gone.get(lot.lot) ?? zeroQuantity, lot.quantity);
    gone.set(lot.lot, subtract(gone.get(lot.lot) ?? zeroQuantity, taken));
    const quantity = subtract(lot.quantity, taken);
    if (!isPositive(quantity)) return [];
    return [{ ...lot, quantity, costBasis: apportion(lot.costBasis, quantity, lot.quantity, 'half-even') }];
  });
  const left = { ...goal, lots, sell: subtract(goal.sell, sold), buy: subtract(goal.buy, bought) };
  const held = add(subtract(heldOf(goal), sold), bought);
  return isPositive(left.sell) || isPositive(left.buy) ? [{ ...left, held }] : [];
}

function boughtOf(asset: AssetId, done: readonly ExitDay[]): Quantity {
  return sum(
    done.flatMap(({ buys }) => buys.filter((one) => one.asset === asset).map(({ quantity }) => quantity)),
    zeroQuantity,
  );
}
