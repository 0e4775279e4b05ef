import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import type { CallContext } from '../../call-context.ts';
import type { Derived } from '../../derived.ts';
import { planExit } from '../exit/plan-exit.ts';
import type { KeptScenario } from './kept-scenarios.ts';
import { scenarioDerived } from './scenario-derived.ts';
import { scenarioRequest } from './scenario-request.ts';

/** The exit plan of a scenario. Errors: those of the projection's what-if and of an exit plan. */
export async function planOfScenario(
  scenario: Pick<KeptScenario, 'exit' | 'tax'>,
  derived: Derived,
  seconds: number | undefined,
  context: CallContext,
): Promise<Result<CallAnswer<'exit.plan'>>> {
  const assumed = scenarioDerived(derived, scenario.tax);
  if (!assumed.ok) return assumed;
  return await planExit(scenarioRequest(scenario, seconds), context);
}
