import type { Issue } from '../../../../shared/domain/issue.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { runStress } from '../../../engine/futures/stress/run-stress.ts';
import { ALL } from '../../../engine/futures/stress/scenario.ts';
import type { StressScenario } from '../../../engine/futures/stress/scenario.ts';
import type { StressPortfolio } from '../../../engine/futures/stress/stress-portfolio.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import { listText } from '../../../engine/words.ts';
import type { Handler } from '../../call-context.ts';
import { resultText } from './result-text.ts';
import { scenarioOf, scenariosOf } from './scenario-text.ts';
import { aboutText, testedPortfolio } from './tested-portfolio.ts';

/**
 * What scenarios do to the ledger as of the call's day.
 * Errors: `stress/no-such-scenario`, those of `testedPortfolio`. Issues: `stress/names-nothing`.
 */
export const runScenarios: Handler<'stress.run'> = async (request, context) => {
  const tested = await testedPortfolio(request, context);
  if (!tested.ok) return tested;
  const { derived, portfolio } = tested.value;
  const chosen = chosenOf(scenariosOf(derived), request.scenarios);
  if (!chosen.ok) return chosen;
  const scenarios = [...chosen.value, ...(request.typed === undefined ? [] : [scenarioOf(request.typed)])];
  const issues = scenarios.flatMap((scenario) => namesNothing(scenario, portfolio));
  return ok({
    ...aboutText(tested.value, issues),
    results: scenarios.map((scenario) => resultText(runStress(portfolio, scenario))),
  });
};

/** By id or name; all where nothing is asked for. Errors: `stress/no-such-scenario`. */
export function chosenOf(
  all: readonly StressScenario[],
  asked: readonly string[] | undefined,
): Result<readonly StressScenario[]> {
  if (asked === undefined) return ok(all);
  const chosen: StressScenario[] = [];
  for (const name of asked) {
    const found = all.find((one) => one.id === name) ?? all.find((one) => isNamed(one, name));
    if (found === undefined) return fail('stress/no-such-scenario', { name }, { field: 'scenarios' });
    chosen.push(found);
  }
  return ok(chosen);
}

export function isNamed({ name }: Pick<StressScenario, 'name'>, asked: string): boolean {
  return name.toLowerCase() === asked.trim().toLowerCase();
}

/** Venues and positions that a user's own scenario names and that are not there. */
function namesNothing({ own, name, steps }: StressScenario, portfolio: StressPortfolio): readonly Issue[] {
  if (!own) return [];
  const { holdings, pools } = portfolio;
  const known = new Set<string>([
    ALL,
    ...holdings.map(({ venue }) => venue),
    ...pools.flatMap(({ venue, legs }) => [venue, ...legs.map(({ id }) => id)]),
  ]);
  const named = steps.flatMap(({ lost, closed }) => [
    ...lost,
    ...(closed === null || typeof closed === 'string' ? [] : closed),
  ]);
  const missing = [...new Set(named.filter((one) => !known.has(one)))];
  if (missing.length === 0) return [];
  return [issueOf('stress/names-nothing', 'warning', { scenario: name, what: listText(missing) })];
}
