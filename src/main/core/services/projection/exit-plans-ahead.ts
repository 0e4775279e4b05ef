/** What is left of the saved exit plans, as steps of the projection. */
import { exitRequest } from '../../../../shared/contract/exit-request.ts';
import type { SavedExitPlan } from '../../../../shared/domain/exit-plan.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { scheduleFlows } from '../../../engine/exit/schedule-actions.ts';
import type { ScheduleFlows } from '../../../engine/exit/schedule-flows.ts';
import type { PlannedAction } from '../../../engine/tax/jurisdictions/us/actions/planned-action.ts';
import type { ExitAhead } from '../../../engine/tax/projection/exit-ahead.ts';
import type { PlannedStep, StepKind } from '../../../engine/tax/projection/planned-step.ts';
import type { CallContext } from '../../call-context.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { openExitPlans } from '../close-out/exit-plans-of.ts';
import { isDone, planProgressOf } from '../close-out/plan-progress.ts';
import { restOf } from '../close-out/rest-of.ts';
import { restRequest } from '../close-out/rest-request.ts';
import { exitCaseOf } from '../exit/exit-case-of.ts';
import { tradeWords } from '../exit/exit-day-text.ts';
import { exitMarketOf } from '../exit/exit-market.ts';
import type { ExitSetup } from '../exit/exit-setup.ts';

export interface ExitPlansAhead {
  readonly counted: readonly ExitAhead[];
  /** Those whose rest cannot be carried out as it was saved. */
  readonly apart: readonly { readonly plan: string; readonly name: string; readonly why: string }[];
}

const made = keptFor((_: Derived) => new Map<'all', Promise<ExitPlansAhead>>());

/** Made once for each state of the ledger and day. Plans of which nothing is left are in the ledger already. */
export async function exitPlansAhead(
  derived: Derived,
  context: Pick<CallContext, 'session'>,
): Promise<ExitPlansAhead> {
  const known = made(derived);
  let found = known.get('all');
  if (found === undefined) known.set('all', (found = aheadOf(derived, context)));
  return await found;
}

async function aheadOf(derived: Derived, context: Pick<CallContext, 'session'>): Promise<ExitPlansAhead> {
  const counted: ExitAhead[] = [];
  const apart: { plan: string; name: string; why: string }[] = [];
  for (const plan of openExitPlans(derived.facts.settings)) {
    const { id, name } = plan;
    const ahead = await restAhead(plan, derived, context);
    if (typeof ahead === 'string') apart.push({ plan: id, name, why: ahead });
    else if (ahead !== null) counted.push(ahead);
  }
  return { counted, apart };
}

/** null where nothing is left; words where the rest cannot be carried out. */
async function restAhead(
  plan: SavedExitPlan,
  derived: Derived,
  context: Pick<CallContext, 'session'>,
): Promise<ExitAhead | string | null> {
  const progress = planProgressOf(plan, derived);
  if (progress.steps.every(isDone)) return null;
  const request = exitRequest.parse(restRequest(progress, derived));
  const given = exitCaseOf(derived, request, await exitMarketOf(derived, request, context));
  if (!given.ok) return given.failure.message;
  const rest = restOf(progress, given.value, derived);
  if (rest === null)
    return 'The rest of the plan cannot be carried out any more as it was planned. Plan what is left again.';
  return exitAhead(plan, given.value, scheduleFlows(given.value, rest));
}

/** One step a day; what is only paid on other days goes with the step before it. */
function exitAhead({ id, name }: SavedExitPlan, given: ExitSetup, flows: ScheduleFlows): ExitAhead {
  const steps: PlannedStep[] = [];
  let waiting: PlannedAction[] = [];
  for (const [date, actions] of Map.groupBy(flows.actions, (action) => action.date)) {
    const kind = kindOf(actions);
    const last = steps.at(-1);
    if (kind !== null) {
      const text = `Exit plan “${name}”: ${tradeWords(given, flows, date).join(' ')}`;
      steps.push({
        id: `${id}:${dateText(date)}`,
        plan: id,
        stands: true,
        date,
        kind,
        text,
        actions: [...waiting, ...actions],
      });
      waiting = [];
    } else if (last === undefined) waiting.push(...actions);
    else steps.splice(-1, 1, { ...last, actions: [...last.actions, ...actions] });
  }
  const own = given.futures.filter(({ isOpen, part }) => isOpen && part === null);
  return { plan: id, name, steps, positions: new Set(own.map(({ position }) => position)) };
}

const kinds = ['sell', 'buy', 'close', 'open'] as const satisfies readonly StepKind[];

/** What a day is about. null: of a day on which nothing is traded. */
function kindOf(actions: readonly PlannedAction[]): StepKind | null {
  return kinds.find((kind) => actions.some((action) => action.kind === kind)) ?? null;
}
