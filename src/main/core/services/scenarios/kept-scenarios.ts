/** The user's scenarios as the ledger's settings keep them: one document, which is part of the ledger's hash. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { keptScenarios } from '../../../../shared/contract/exit-scenarios-calls.ts';
import type { z } from 'zod';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { canonicalJson } from '../../../ledger/repositories/canonical-json.ts';
import type { CallContext } from '../../call-context.ts';
import { scenarioWords } from './scenario-words.ts';

const SCENARIOS_KEY = 'exit:scenarios';
/** More than anyone compares, and few enough to be read at once. */
const MOST_SCENARIOS = 50;

export type KeptScenario = z.output<typeof keptScenarios>[number];
type Listed = CallAnswer<'scenarios.list'>['scenarios'][number];

/** In the order in which they were made. */
export function scenariosIn(settings: ReadonlyMap<string, string>): readonly KeptScenario[] {
  const document = settings.get(SCENARIOS_KEY);
  if (document === undefined) return [];
  const parsed = keptScenarios.safeParse(JSON.parse(document));
  return parsed.success ? parsed.data : [];
}

/** Errors: `exit/no-such-scenario`. */
export function scenarioNamed(
  scenarios: readonly KeptScenario[],
  id: string,
  field: string,
): Result<KeptScenario> {
  const found = scenarios.find((one) => one.id === id);
  return found === undefined ? fail('exit/no-such-scenario', { scenario: id }, { field }) : ok(found);
}

/** Errors: `exit/scenario-name-taken`, `exit/too-many-scenarios` and those of writing. */
export async function storeScenarios(
  scenarios: readonly KeptScenario[],
  { session, clock }: CallContext,
): Promise<Result<void>> {
  if (session.ledger === null) return fail('ledger/locked', {});
  // The ledger as it is goes by this name.
  const names = new Set(['today']);
  for (const { name } of scenarios) {
    const key = name.toLowerCase();
    if (names.has(key)) return fail('exit/scenario-name-taken', { name }, { field: 'name' });
    names.add(key);
  }
  if (scenarios.length > MOST_SCENARIOS)
    return fail('exit/too-many-scenarios', { most: String(MOST_SCENARIOS) });
  const document = scenarios.length === 0 ? null : canonicalJson(scenarios as never);
  return await session.ledger.write.saveSetting(SCENARIOS_KEY, document, clock);
}

/** "scenario-4": a number that none of them has, and higher than all. */
export function newScenarioId(scenarios: readonly KeptScenario[]): string {
  const numbers = scenarios.map(({ id }) => Number(id.replace('scenario-', '')) || 0);
  return `scenario-${Math.max(0, ...numbers) + 1}`;
}

export function listedText(scenario: KeptScenario): Listed {
  return { ...scenario, note: scenario.note ?? '', words: [...scenarioWords(scenario)] };
}
