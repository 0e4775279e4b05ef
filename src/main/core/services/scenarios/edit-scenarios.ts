import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import type { CallContext, Handler } from '../../call-context.ts';
import { factsOf } from '../../facts.ts';
import type { Facts } from '../../facts.ts';
import { contractNameIn } from './contract-name.ts';
import { listedText, newScenarioId, scenarioNamed, scenariosIn, storeScenarios } from './kept-scenarios.ts';
import type { KeptScenario } from './kept-scenarios.ts';
import { scenarioProblems } from './scenario-problems.ts';

/** The scenarios in the order in which they were made. Errors: `ledger/locked`. */
export const listScenarios: Handler<'scenarios.list'> = async (_, context) => {
  const facts = await factsOf(context.session);
  return facts.ok ? ok(listOf(scenariosIn(facts.value.settings), facts.value)) : facts;
};

/**
 * Keeps a scenario, new or in the place of the one with its id. It never changes the ledger's events.
 * Errors: `exit/scenario-empty`, `exit/scenario-impossible`, `exit/no-such-scenario` and those of `storeScenarios`.
 */
export const saveScenario: Handler<'scenarios.save'> = async ({ id, ...given }, context) =>
  await edited(context, (kept, settings) => {
    const assumed = { ...given.exit, ...given.tax };
    if (Object.keys(assumed).length === 0) return fail('exit/scenario-empty', {});
    const problems = scenarioProblems(given, context.now);
    if (problems.length > 0)
      return fail('exit/scenario-impossible', { name: given.name, problems: problems.join('; ') });
    const changedAt = toIso(context.clock);
    if (id === undefined)
      return ok([...kept, { ...given, id: newScenarioId(settings), createdAt: changedAt, changedAt }]);
    const before = scenarioNamed(kept, id, 'id');
    if (!before.ok) return before;
    const { createdAt } = before.value;
    return ok(kept.map((one) => (one.id === id ? { ...given, id, createdAt, changedAt } : one)));
  });

/** Another name; the note stays where none is given. Errors: `exit/no-such-scenario` and those of `storeScenarios`. */
export const renameScenario: Handler<'scenarios.rename'> = async ({ id, name, note }, context) =>
  await edited(context, (kept) => {
    const before = scenarioNamed(kept, id, 'id');
    if (!before.ok) return before;
    const changed = { ...before.value, name, ...(note === undefined ? {} : { note }) };
    const changedAt = toIso(context.clock);
    return ok(kept.map((one) => (one.id === id ? { ...changed, changedAt } : one)));
  });

/** Errors: `exit/no-such-scenario` and those of writing. */
export const removeScenario: Handler<'scenarios.remove'> = async ({ id }, context) =>
  await edited(context, (kept) => {
    const before = scenarioNamed(kept, id, 'id');
    return before.ok ? ok(kept.filter((one) => one.id !== id)) : before;
  });

async function edited(
  context: CallContext,
  edit: (
    kept: readonly KeptScenario[],
    settings: ReadonlyMap<string, string>,
  ) => Result<readonly KeptScenario[]>,
): Promise<Result<CallAnswer<'scenarios.list'>>> {
  const facts = await factsOf(context.session);
  if (!facts.ok) return facts;
  const { settings } = facts.value;
  const changed = edit(scenariosIn(settings), settings);
  if (!changed.ok) return changed;
  const stored = await storeScenarios(changed.value, settings, context);
  return stored.ok ? ok(listOf(changed.value, facts.value)) : stored;
}

function listOf(scenarios: readonly KeptScenario[], facts: Facts): CallAnswer<'scenarios.list'> {
  const nameOf = contractNameIn(facts);
  return { scenarios: scenarios.map((scenario) => listedText(scenario, nameOf)) };
}
