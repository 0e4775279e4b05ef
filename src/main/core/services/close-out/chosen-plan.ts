import type { SavedExitPlan } from '../../../../shared/domain/exit-plan.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { listText } from '../../../engine/words.ts';
import type { Derived } from '../../derived.ts';
import { exitPlansOf, openExitPlans, replacedBy, unreadExitPlans } from './exit-plans-of.ts';

/** A saved plan by its id, dropped or not. Errors: `exit/no-such-plan`, `exit/plan-unreadable`. */
export function planNamed(id: string, { facts }: Derived): Result<SavedExitPlan> {
  const plan = exitPlansOf(facts.settings).find((one) => one.id === id);
  if (plan !== undefined) return ok(plan);
  const unread = unreadExitPlans(facts.settings).find((one) => one.id === id);
  return unread === undefined
    ? fail('exit/no-such-plan', { plan: id }, { field: 'plan' })
    : fail('exit/plan-unreadable', { plan: id, name: unread.name }, { field: 'plan' });
}

/** A plan that stands. Errors: `exit/no-such-plan`, `exit/plan-dropped`, `exit/plan-replaced`. */
export function standingPlan(id: string, derived: Derived): Result<SavedExitPlan> {
  const found = planNamed(id, derived);
  if (!found.ok) return found;
  const { dropped } = found.value;
  const { settings, timeZone } = derived.facts;
  if (dropped !== null) {
    const date = dateText(localDateOf(dropped.at, timeZone));
    return fail('exit/plan-dropped', { plan: id, date }, { field: 'plan' });
  }
  const next = replacedBy(found.value.id, settings);
  return next === null ? found : fail('exit/plan-replaced', { plan: id, next }, { field: 'plan' });
}

/** The plan that is named, or the only one that stands. Errors: those of `standingPlan`, `exit/no-plan`, `exit/which-plan`. */
export function chosenPlan(id: string | undefined, derived: Derived): Result<SavedExitPlan> {
  if (id !== undefined) return standingPlan(id, derived);
  const plans = openExitPlans(derived.facts.settings);
  const [only] = plans;
  if (only === undefined) return fail('exit/no-plan', {});
  if (plans.length === 1) return ok(only);
  const names = listText(plans.map((plan) => `${plan.id} (${plan.name})`));
  return fail('exit/which-plan', { plans: names }, { field: 'plan' });
}
