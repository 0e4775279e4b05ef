import { contract, type CallAnswer, type CallInput } from '../../../shared/contract/contract.ts';
import { jsonSchemaOf } from '../../../shared/contract/json-schema.ts';
import { ok, type Result } from '../../../shared/errors/failure.ts';
import { jsonInput, jsonReport } from '../json-input.ts';
import { comparedText, scenarioText, scenariosText } from '../scenarios-text.ts';
import { textOption, wrongUsage, type Calls, type Report, type Verb, type VerbContext } from '../verb.ts';

const actions = ['list', 'add', 'show', 'compare', 'apply', 'rename', 'remove'] as const;
type Action = (typeof actions)[number];

export const exitScenarios: Verb = {
  summary: 'named assumptions beside the ledger: kept, compared side by side, made into an exit plan',
  usage:
    '[list | add FILE | show SCENARIO | compare SCENARIO SCENARIO… | apply SCENARIO | rename SCENARIO NAME | remove SCENARIO]',
  example:
    'exit scenarios compare today scenario-1    # add FILE first: { "name": "No income", "tax": { "income": [{ "year": 2027, "ordinaryIncome": "0" }] } }',
  options: {
    schema: { type: 'boolean', help: 'print the JSON Schema of the file that “add” takes' },
    replace: { type: 'string', help: 'add: take the place of this scenario' },
    name: { type: 'string', help: 'apply: the name of the exit plan (default: the scenario’s)' },
    seconds: { type: 'string', help: 'compare, apply: search so long at most for each' },
  },
  run: async (context) => {
    if (context.options['schema'] === true)
      return ok(jsonReport(jsonSchemaOf(contract['scenarios.save']).input));
    const [word = 'list', ...rest] = context.positionals;
    const action = actions.find((one) => one === word);
    if (action === undefined)
      return wrongUsage('action', `“${word}” is none: expected ${actions.join(', ')}`);
    const seconds = textOption(context, 'seconds');
    if (seconds !== undefined && !(Number(seconds) >= 0.1 && Number(seconds) <= 600))
      return wrongUsage('seconds', 'expected a number from 0.1 to 600');
    return await run[action](rest, context);
  },
};

type Run = (words: readonly string[], context: VerbContext) => Promise<Result<Report>>;

const run: Readonly<Record<Action, Run>> = {
  list: async (_, context) => {
    const calls = await context.openLedger();
    return calls.ok ? listReport(await calls.value.call('scenarios.list', {})) : calls;
  },
  add: async (words, context) => {
    const scenario = await jsonInput({ ...context, positionals: words }, 'FILE');
    if (!scenario.ok) return scenario;
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const replaced = textOption(context, 'replace');
    const id = replaced === undefined ? ok(undefined) : await idOf(replaced, calls.value);
    if (!id.ok) return id;
    // The core checks the shape and names the field that is wrong.
    const input = {
      ...(scenario.value as CallInput<'scenarios.save'>),
      ...(id.value === undefined ? {} : { id: id.value }),
    };
    return listReport(await calls.value.call('scenarios.save', input));
  },
  show: async ([word], context) =>
    await withScenario(word, context, async (id, calls) => {
      const answer = await calls.call('scenarios.list', {});
      const found = answer.ok ? answer.value.scenarios.find((one) => one.id === id) : undefined;
      if (!answer.ok) return answer;
      return found === undefined
        ? wrongUsage('scenario', `there is no “${id}”`)
        : ok({ document: found, text: () => scenarioText(found) });
    }),
  compare: async (words, context) => {
    if (words.length < 2 || words.length > 4)
      return wrongUsage('scenario', 'name two to four; “today” is the ledger as it is');
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const columns: string[] = [];
    for (const word of words) {
      const id = await idOf(word, calls.value);
      if (!id.ok) return id;
      columns.push(id.value);
    }
    const answer = await calls.value.call('scenarios.compare', { columns, ...secondsOf(context) });
    return answer.ok ? ok({ document: answer.value, text: () => comparedText(answer.value) }) : answer;
  },
  apply: async ([word], context) =>
    await withScenario(word, context, async (id, calls) => {
      const name = textOption(context, 'name');
      // Searched first, beside everything else: what is stored is the schedule that was found.
      const compared = await calls.call('scenarios.compare', { columns: [id], ...secondsOf(context) });
      if (!compared.ok) return compared;
      const [column] = compared.value.columns;
      if (column === undefined || column.schedule === null) return notPlanned(column, id);
      const input = { id, schedule: column.schedule, ...(name === undefined ? {} : { name }) };
      const answer = await calls.call('scenarios.apply', input);
      const { stoppedBy } = column;
      return answer.ok
        ? ok({ document: answer.value, text: () => appliedText(answer.value, stoppedBy !== null) })
        : answer;
    }),
  rename: async ([word, ...name], context) =>
    await withScenario(word, context, async (id, calls) =>
      name.length === 0
        ? wrongUsage('name', 'say the new name')
        : listReport(await calls.call('scenarios.rename', { id, name: name.join(' ') })),
    ),
  remove: async ([word], context) =>
    await withScenario(word, context, async (id, calls) =>
      listReport(await calls.call('scenarios.remove', { id })),
    ),
};

async function withScenario(
  word: string | undefined,
  context: VerbContext,
  act: (id: string, calls: Calls) => Promise<Result<Report>>,
): Promise<Result<Report>> {
  if (word === undefined) return wrongUsage('scenario', 'name one: its id or its name');
  const calls = await context.openLedger();
  if (!calls.ok) return calls;
  const id = await idOf(word, calls.value);
  return id.ok ? await act(id.value, calls.value) : id;
}

/** A scenario by its id or its name; one that is not known goes on to the core, which says so. */
async function idOf(word: string, calls: Calls): Promise<Result<string>> {
  const answer = await calls.call('scenarios.list', {});
  if (!answer.ok) return answer;
  const { scenarios } = answer.value;
  const found =
    scenarios.find(({ id }) => id === word) ??
    scenarios.find(({ name }) => name.toLowerCase() === word.toLowerCase());
  return ok(found?.id ?? word);
}

function secondsOf(context: VerbContext): { readonly seconds?: number } {
  const seconds = textOption(context, 'seconds');
  return seconds === undefined ? {} : { seconds: Number(seconds) };
}

function listReport(answer: Result<CallAnswer<'scenarios.list'>>): Result<Report> {
  return answer.ok ? ok({ document: answer.value, text: () => scenariosText(answer.value) }) : answer;
}

type Column = CallAnswer<'scenarios.compare'>['columns'][number];

/** What stands in the way of a plan, as the comparison says it. */
function notPlanned(column: Column | undefined, id: string): Result<Report> {
  const failure = column?.failure ?? null;
  return wrongUsage(
    'scenario',
    failure === null ? `no plan was found for “${id}”` : `${failure.message} ${failure.fix}`,
  );
}

function appliedText({ plan, name, steps, words }: CallAnswer<'scenarios.apply'>, stopped: boolean): string {
  return [
    `Saved as exit plan ${plan}, “${name}”:`,
    ...steps.map(({ date, words: text }) => `  ${date}  ${text}`),
    ...words,
    ...(stopped
      ? [
          'The time limit ended the search for this plan: it may be another one than a comparison showed before. “--seconds” gives it longer.',
        ]
      : []),
  ].join('\n');
}
