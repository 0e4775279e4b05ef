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

/** In the order in which they were made; those that this version cannot read are left out. */
export function scenariosIn(settings: ReadonlyMap<string, string>): readonly KeptScenario[] {
  return readOf(settings).read;
}

interface Read {
  readonly read: readonly KeptScenario[];
  /** As they were written, by another version: they are kept as they are. */
  readonly unread: readonly unknown[];
}

function readOf(settings: ReadonlyMap<string, string>): Read {
  const document = settings.get(SCENARIOS_KEY);
  const items: unknown = document === undefined ? [] : JSON.parse(document);
  const read: KeptScenario[] = [];
  const unread: unknown[] = [];
  for (const item of Array.isArray(items) ? items : [items]) {
    const parsed = keptScenarios.element.safeParse(item);
    if (parsed.success) read.push(parsed.data);
    else unread.push(item);
  }
  return { read, unread };
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
  settings: ReadonlyMap<string, string>,
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
  const all = [...scenarios, ...readOf(settings).unread];
  const document = all.length === 0 ? null : canonicalJson(all as never);
  return await session.ledger.write.saveSetting(SCENARIOS_KEY, document, clock);
}

/** "scenario-4": a number that none of them has, and higher than all. */
export function newScenarioId(settings: ReadonlyMap<string, string>): string {
  const { read, unread } = readOf(settings);
  const ids = [...read, ...unread].map((one) => String((one as { readonly id?: unknown } | null)?.id));
  const numbers = ids.map((id) => Number(id.replace('scenario-', '')) || 0);
  return `scenario-${Math.max(0, ...numbers) + 1}`;
}

/** In: how a contract is called, by its id. */
export function listedText(scenario: KeptScenario, nameOf: (contract: string) => string): Listed {
  return { ...scenario, note: scenario.note ?? '', words: [...scenarioWords(scenario, nameOf)] };
}
