import { ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { deferralOfView, viewLike } from '../../../engine/tax/projection/projection-of.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { exitPlansAhead } from './exit-plans-ahead.ts';
import { YEARS_AHEAD, projectionBase } from './projection-base.ts';
import type { ProjectionBase } from './projection-base.ts';
import { projectionText } from './projection-text.ts';
import type { ScenarioView } from './projection-text.ts';
import { scenarioOf } from './scenario-of.ts';
import type { Scenario } from './scenario-profile.ts';

/**
 * Tax years from the first event to some years ahead, and a scenario beside them where one is given. It never writes.
 * Errors: those of `scenarioOf`.
 */
export const readProjection: Handler<'plan.projection'> = async (
  { yearsAhead, exitPlans = true, scenario },
  context,
) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const exits = await exitPlansAhead(derived.value, context);
  const base = projectionBase(derived.value, yearsAhead ?? YEARS_AHEAD, exitPlans ? exits.counted : []);
  if (scenario === undefined) return ok(projectionText(base, null, derived.value, exits));
  const view = scenarioView(scenario, base, derived.value);
  return view.ok ? ok(projectionText(base, view.value, derived.value, exits)) : view;
};

/** The years as the scenario has them: all that a what-if computes. */
export function scenarioView(
  scenario: Scenario,
  base: ProjectionBase,
  derived: Derived,
): Result<ScenarioView> {
  const given = scenarioOf(scenario, base, derived);
  if (!given.ok) return given;
  const view = viewLike(base.planned, base.input, given.value.input);
  const deferral = deferralOfView(view, given.value.input, given.value.rates);
  return ok({ given: given.value, view, deferral });
}
