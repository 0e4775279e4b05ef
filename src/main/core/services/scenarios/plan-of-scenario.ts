import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import type { CallContext } from '../../call-context.ts';
import type { Derived } from '../../derived.ts';
import { exitPlanText } from '../exit/exit-plan-text.ts';
import { plannedExit } from '../exit/planned-exit.ts';
import type { PlannedExit } from '../exit/planned-exit.ts';
import type { KeptScenario } from './kept-scenarios.ts';
import { scenarioDerived } from './scenario-derived.ts';
import { scenarioRequest } from './scenario-request.ts';

export interface ScenarioPlan {
  readonly planned: PlannedExit;
  readonly text: CallAnswer<'exit.plan'>;
}

/** The exit plan of a scenario. Errors: those of the projection's what-if and of `plannedExit`. */
export async function planOfScenario(
  scenario: Pick<KeptScenario, 'exit' | 'tax'>,
  derived: Derived,
  seconds: number | undefined,
  context: CallContext,
): Promise<Result<ScenarioPlan>> {
  const assumed = scenarioDerived(derived, scenario.tax);
  if (!assumed.ok) return assumed;
  const planned = await plannedExit(assumed.value, scenarioRequest(scenario, seconds), context);
  if (!planned.ok) return planned;
  return ok({ planned: planned.value, text: exitPlanText(planned.value, assumed.value) });
}
