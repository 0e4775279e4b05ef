import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { absolute, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Money } from '../../../../shared/num/types.ts';
import type { ExitSchedule } from '../../../engine/exit/exit-schedule.ts';
import { feasibility } from '../../../engine/exit/feasibility.ts';
import { priceSchedule } from '../../../engine/exit/price-schedule.ts';
import { moneyText } from '../../../engine/words.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import type { ExitRequest } from '../exit/exit-setup.ts';
import { plannedExit } from '../exit/planned-exit.ts';
import type { PlannedExit } from '../exit/planned-exit.ts';
import { scheduleText } from '../exit/schedule-text.ts';
import { issueTexts } from '../issue-text.ts';
import { standingPlan } from './chosen-plan.ts';
import { leftOf } from './left-of.ts';
import { isDone, planProgressOf } from './plan-progress.ts';
import type { PlanProgress } from './plan-progress.ts';
import { savedPlanText } from './plan-text.ts';
import { restOf } from './rest-of.ts';
import { restRequest } from './rest-request.ts';
import { scheduleChanges } from './schedule-changes.ts';

type Answer = CallAnswer<'exit.replan'>;

/**
 * Plans what is left of a saved plan again, from today, with its own assumptions; nothing is stored.
 * Errors: those of `standingPlan` and `plannedExit`, `ledger/locked`.
 */
export const replanExit: Handler<'exit.replan'> = async ({ plan: id, seconds }, context) => {
  const found = await derivedOf(context);
  if (!found.ok) return found;
  const derived = found.value;
  const plan = standingPlan(id, derived);
  if (!plan.ok) return plan;
  const progress = planProgressOf(plan.value, derived);
  const request: ExitRequest = {
    ...restRequest(progress, derived),
    ...(seconds === undefined ? {} : { seconds }),
  };
  const common = commonOf(progress, request, derived);
  if (request.goals?.length === 0) return ok({ ...common, ...nothingLeft(progress) });
  const planned = await plannedExit(derived, request, context);
  if (!planned.ok) return planned;
  const saved = savedRest(progress, planned.value, derived);
  return ok({ ...common, ...answerOf(planned.value, saved, derived) });
};

type Common = Pick<Answer, 'plan' | 'request' | 'left'>;

function commonOf(progress: PlanProgress, request: ExitRequest, derived: Derived): Common {
  return {
    plan: savedPlanText(progress.plan, derived),
    request,
    left: leftOf(progress).map(({ asset, sell, buy }) => ({ asset, sell: toText(sell), buy: toText(buy) })),
  };
}

function nothingLeft({ steps }: PlanProgress): Omit<Answer, keyof Common> {
  const hedges = steps.filter(
    (one) => one.step.hedge !== null && one.step.roll === null && !isDone(one),
  ).length;
  return {
    schedule: null,
    status: 'nothing-left',
    cost: null,
    costOfSavedRest: null,
    changes: [],
    sentence:
      hedges === 0
        ? 'Nothing is left to plan: everything is done.'
        : `No coins are left to sell or buy; ${hedges === 1 ? 'one step' : `${hedges} steps`} with futures ${hedges === 1 ? 'is' : 'are'} on the close-out sheet still.`,
    issues: [],
  };
}

interface SavedRest {
  readonly schedule: ExitSchedule;
  /** null where it breaks a limit of today. */
  readonly cost: Money | null;
}

function savedRest(progress: PlanProgress, { setup }: PlannedExit, derived: Derived): SavedRest | null {
  const schedule = restOf(progress, setup, derived);
  if (schedule === null) return null;
  const isPossible = feasibility(setup, schedule).length === 0;
  return { schedule, cost: isPossible ? priceSchedule(setup, schedule).cost : null };
}

function answerOf(
  { setup, plan: { plan, status } }: PlannedExit,
  saved: SavedRest | null,
  derived: Derived,
): Omit<Answer, keyof Common> {
  const { schedule, cost } = plan;
  const changes = saved === null ? [] : scheduleChanges(schedule, saved.schedule, setup);
  return {
    schedule: scheduleText(schedule),
    status,
    cost: toText(cost),
    costOfSavedRest: saved?.cost === null || saved === null ? null : toText(saved.cost),
    changes: [...changes],
    sentence: sentenceOf(cost, saved, changes.length, setup.currency),
    issues: issueTexts(setup.setupIssues, derived),
  };
}

function sentenceOf(cost: Money, saved: SavedRest | null, changes: number, currency: string): string {
  const now = `Planned from today, what is left costs ${moneyText(cost, currency)}`;
  if (saved === null)
    return `${now}. The rest of the saved plan is not possible any more: lots or positions of it are gone.`;
  if (saved.cost === null) return `${now}. The rest of the saved plan breaks a limit as things stand today.`;
  const difference = subtract(saved.cost, cost);
  if (changes === 0 || isZero(difference)) return `${now}, as the rest of the saved plan does.`;
  const way = difference > subtract(cost, cost) ? 'less' : 'more';
  return `${now}, ${moneyText(absolute(difference), currency)} ${way} than the rest of the saved plan.`;
}
