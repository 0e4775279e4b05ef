import type { StressScenarioText } from '../../../../shared/contract/stress-scenario.ts';
import { fail } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { canonicalJson } from '../../../ledger/repositories/canonical-json.ts';
import type { CallContext, Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { listScenarios } from './list-scenarios.ts';
import { isNamed } from './run-scenarios.ts';
import { ownScenarios, scenariosOf, SCENARIOS_KEY } from './scenario-text.ts';

/**
 * Keeps a scenario of the user's own; it takes the place of an earlier one of the same name.
 * Errors: `stress/name-taken`, `ledger/locked` and those of writing.
 */
export const saveScenario: Handler<'stress.saveScenario'> = async (scenario, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const shipped = scenariosOf(derived.value).some(
    (one) => !one.own && (isNamed(one, scenario.name) || one.id === scenario.name),
  );
  if (shipped) return fail('stress/name-taken', { name: scenario.name }, { field: 'name' });
  const others = ownScenarios(derived.value.facts.settings).filter((one) => !isNamed(one, scenario.name));
  const stored = await store([...others, scenario], context);
  return stored.ok ? await listScenarios({}, context) : stored;
};

/** Forgets one of the user's own. Errors: `stress/no-such-scenario`, `ledger/locked` and those of writing. */
export const removeScenario: Handler<'stress.removeScenario'> = async ({ name }, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const own = ownScenarios(derived.value.facts.settings);
  const kept = own.filter((one) => !isNamed(one, name) && `own:${one.name}` !== name);
  if (kept.length === own.length) return fail('stress/no-such-scenario', { name }, { field: 'name' });
  const stored = await store(kept, context);
  return stored.ok ? await listScenarios({}, context) : stored;
};

async function store(
  scenarios: readonly StressScenarioText[],
  { session, clock }: CallContext,
): Promise<Result<void>> {
  if (session.ledger === null) return fail('ledger/locked', {});
  const document = scenarios.length === 0 ? null : canonicalJson(scenarios as never);
  return await session.ledger.write.saveSetting(SCENARIOS_KEY, document, clock);
}
