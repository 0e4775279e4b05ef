import { fail, ok } from '../../../../shared/errors/failure.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { issueTexts } from '../issue-text.ts';
import { chosenPlan } from './chosen-plan.ts';
import {
  dropDocument,
  exitDropKey,
  exitPlansOf,
  exitTicksKey,
  openExitPlans,
  ticksDocument,
  unreadExitPlans,
} from './exit-plans-of.ts';
import { savedPlanText } from './plan-text.ts';
import { planProgressOf } from './plan-progress.ts';
import { stepText } from './step-text.ts';

/** Saved exit plans that stand, oldest first; with `dropped` every one there ever was. */
export const listExitPlans: Handler<'exit.list'> = async ({ dropped }, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const { settings } = derived.value.facts;
  const plans = dropped === true ? exitPlansOf(settings) : openExitPlans(settings);
  const unread = unreadExitPlans(settings).map(({ id, name }) =>
    issueOf('exit/plan-unreadable', 'warning', { plan: id, name }),
  );
  return ok({
    plans: plans.map((plan) => savedPlanText(plan, derived.value)),
    issues: issueTexts(unread, derived.value),
  });
};

/** Errors: those of `chosenPlan`, `ledger/locked` and of writing. */
export const dropExitPlan: Handler<'exit.drop'> = async ({ plan: id, reason }, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const plan = chosenPlan(id, derived.value);
  if (!plan.ok) return plan;
  const { ledger } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const document = dropDocument(context.clock, reason ?? '');
  const stored = await ledger.write.saveSetting(exitDropKey(plan.value.id), document, context.clock);
  if (!stored.ok) return stored;
  return ok(
    savedPlanText({ ...plan.value, dropped: { at: context.clock, reason: reason ?? '' } }, derived.value),
  );
};

/** Errors: those of `chosenPlan`, `exit/no-such-step`, `ledger/locked` and of writing. */
export const tickStep: Handler<'exit.tick'> = async ({ plan: id, step, done, note }, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const plan = chosenPlan(id, derived.value);
  if (!plan.ok) return plan;
  const { ledger } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const others = plan.value.ticks.filter((tick) => tick.step !== step);
  const ticks = done ? [...others, { step, at: context.clock, note: note ?? '' }] : others;
  const progress = planProgressOf({ ...plan.value, ticks }, derived.value);
  const found = progress.steps.find((one) => one.step.id === step);
  if (found === undefined) return fail('exit/no-such-step', { plan: id, step }, { field: 'step' });
  const stored = await ledger.write.saveSetting(
    exitTicksKey(plan.value.id),
    ticksDocument(ticks),
    context.clock,
  );
  return stored.ok ? ok({ step: stepText(found, derived.value) }) : stored;
};
