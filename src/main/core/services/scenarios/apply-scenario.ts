import { money } from '../../../../shared/num/parse.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { exitStepsOf } from '../close-out/exit-steps-of.ts';
import { saveExitPlan } from '../close-out/save-plan.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { costText } from './cost-text.ts';
import { scenarioNamed, scenariosIn } from './kept-scenarios.ts';
import { scenarioRequest } from './scenario-request.ts';

/**
 * Saves a schedule that was found for the scenario as an exit plan of today's ledger: dated steps, and no event. What the scenario assumes
 * about taxes is left out: the plan is checked and priced on the ledger as it is.
 * Errors: `exit/no-such-scenario`, those of `exit.save`.
 */
export const applyScenario: Handler<'scenarios.apply'> = async (request, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const found = scenarioNamed(scenariosIn(derived.value.facts.settings), request.id, 'id');
  if (!found.ok) return found;
  const scenario = found.value;
  const { schedule } = request;
  const name = request.name ?? scenario.name;
  const reason = `From the scenario “${scenario.name}” (${scenario.id}).`;
  const asked = { name, reason, request: scenarioRequest(scenario, undefined), schedule };
  const saved = await saveExitPlan(asked, context);
  if (!saved.ok) return saved;
  const { id, cost, sentence, currency } = saved.value;
  const after = await derivedOf(context);
  if (!after.ok) return after;
  const steps = exitStepsOf(after.value).filter((step) => step.plan === id);
  return ok({
    plan: id,
    name,
    steps: steps.map(({ date, words }) => ({ date: dateText(date), words })),
    cost,
    words: [
      `Saved as exit plan ${id}: ${sentence}`,
      `On the ledger as it is, ${costText(money(cost), currency)} in today’s money. Incomes, choices and sales that the scenario assumes are not in that; its prices and costs are.`,
      'No event of the ledger was changed: the steps wait in the calendar and on the close-out sheet.',
    ],
  });
};
