import type { CallAnswer, CallRequest } from '../../../../shared/contract/contract.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { compare, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money } from '../../../../shared/num/parse.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { listText, moneyText } from '../../../engine/words.ts';
import type { CallContext, Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { traceText } from '../trace-text.ts';
import { comparedRows } from './compared-rows.ts';
import type { ComparedPlan } from './compared-rows.ts';
import { contractNameIn } from './contract-name.ts';
import { scenarioNamed, scenariosIn } from './kept-scenarios.ts';
import type { KeptScenario } from './kept-scenarios.ts';
import { costText } from './cost-text.ts';
import { planOfScenario } from './plan-of-scenario.ts';
import { scenarioWords } from './scenario-words.ts';
import { wealthAtEnd } from './wealth-at-end.ts';

type Plan = ComparedPlan;
type Column = CallAnswer<'scenarios.compare'>['columns'][number];

interface Compared {
  readonly column: Column;
  readonly plan: Plan | null;
}

/** The ledger as it is: what a scenario that assumes nothing is. */
const TODAY = { name: 'Today’s ledger', note: '' };

/**
 * A plan for each scenario, side by side. One that no plan can be made of has its reason in its column. It never writes.
 * Errors: `exit/no-such-scenario`, `exit/same-scenario-twice`.
 */
export const compareScenarios: Handler<'scenarios.compare'> = async (
  { columns, ledger, seconds },
  context,
) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const chosen = chosenOf(columns, derived.value);
  if (!chosen.ok) return chosen;
  const compared: Compared[] = [];
  for (const [place, scenario] of chosen.value.entries())
    compared.push(
      await columnOf(
        scenario,
        ledger === undefined ? {} : { exit: ledger },
        derived.value,
        seconds,
        nested(context, place, chosen.value),
      ),
    );
  const { currency } = derived.value.facts;
  const rows = comparedRows(
    compared.map(({ plan }) => plan),
    currency,
  );
  const shown = new Set(rows.map(({ id }) => id));
  return ok({
    asOf: dateText(derived.value.asOf),
    currency,
    title: 'Scenarios: what would be if. Nothing of this is in your ledger.',
    columns: compared.map(({ column }) => ({
      ...column,
      traces: column.traces.filter(({ row }) => shown.has(row)),
    })),
    rows,
    words: wordsOf(compared, currency),
  });
};

/** null: the ledger as it is. */
function chosenOf(
  columns: CallRequest<'scenarios.compare'>['columns'],
  { facts }: Derived,
): Result<readonly (KeptScenario | null)[]> {
  const kept = scenariosIn(facts.settings);
  const chosen: (KeptScenario | null)[] = [];
  for (const [place, id] of columns.entries()) {
    const field = `columns.${place}`;
    if (columns.indexOf(id) < place) return fail('exit/same-scenario-twice', { scenario: id }, { field });
    if (id === 'today') {
      chosen.push(null);
      continue;
    }
    const found = scenarioNamed(kept, id, field);
    if (!found.ok) return found;
    chosen.push(found.value);
  }
  return ok(chosen);
}

/** Progress says of which scenario it is. */
function nested(context: CallContext, place: number, all: readonly (KeptScenario | null)[]): CallContext {
  const name = all[place]?.name ?? TODAY.name;
  const where = `${place + 1} of ${all.length}, ${name}`;
  return {
    ...context,
    progress: (phase, done, total) => context.progress(`${where}: ${phase}`, done, total),
  };
}

async function columnOf(
  scenario: KeptScenario | null,
  asItIs: Pick<KeptScenario, 'exit'>,
  derived: Derived,
  seconds: number | undefined,
  context: CallContext,
): Promise<Compared> {
  const found = await planOfScenario(scenario ?? asItIs, derived, seconds, context);
  const { name, note = '' } = scenario ?? TODAY;
  const about = {
    id: scenario?.id ?? 'today',
    name,
    note,
    isLedger: scenario === null,
    words: scenario === null ? [] : [...scenarioWords(scenario, contractNameIn(derived.facts))],
  };
  if (!found.ok) {
    const { code, message, fix } = found.failure;
    const none = {
      sentence: null,
      status: null,
      stoppedBy: null,
      schedule: null,
      issues: [],
      traces: [],
    };
    return { column: { ...about, ...none, failure: { code, message, fix } }, plan: null };
  }
  const { text, planned } = found.value;
  const { sentence, status, stoppedBy, schedule, issues } = text;
  const wealth = wealthAtEnd(planned);
  const traces = [
    { row: 'cost', trace: text.trace },
    ...text.taxByYear.flatMap(({ year }, place) => {
      const trace = text.taxTraces[place];
      return trace === undefined ? [] : [{ row: `added:${year}`, trace }];
    }),
    ...(wealth === null ? [] : [{ row: 'wealth', trace: traceText(wealth.trace) }]),
  ];
  return {
    column: { ...about, sentence, status, stoppedBy, schedule, failure: null, issues, traces },
    plan: { ...text, wealth: wealth === null ? null : toText(wealth.wealth) },
  };
}

function wordsOf(compared: readonly Compared[], currency: string): string[] {
  const made = compared.flatMap(({ column, plan }) =>
    plan === null ? [] : [{ name: column.name, plan, cost: money(plan.cost) }],
  );
  const [least, ...others] = made.toSorted((a, b) => compare(a.cost, b.cost));
  const missing = compared.filter(({ plan }) => plan === null).map(({ column }) => `“${column.name}”`);
  const goals = new Set(made.map(({ plan }) => JSON.stringify(plan.goals)));
  return [
    ...(least === undefined || others.length === 0
      ? []
      : [
          `The plan of “${least.name}” is the cheapest in today’s money (${costText(least.cost, currency)}): ${listText(
            others.map(
              ({ name, cost }) => `${moneyText(subtract(cost, least.cost), currency)} less than “${name}”`,
            ),
          )}.`,
          'Another price, income or law is nothing that you choose: compare what the plans do, not only what they cost.',
        ]),
    ...(goals.size > 1
      ? ['These plans do not sell and buy the same amounts, so that their costs are not of the same thing.']
      : []),
    ...(missing.length === 0 ? [] : [`No plan could be made of ${listText(missing)}: its column says why.`]),
    'Nothing is stored, and no event of the ledger changes; applying a scenario makes an exit plan with dated steps.',
  ];
}
