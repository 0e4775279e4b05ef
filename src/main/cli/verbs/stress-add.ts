import { contract, type CallInput } from '../../../shared/contract/contract.ts';
import { jsonSchemaOf } from '../../../shared/contract/json-schema.ts';
import { ok } from '../../../shared/errors/failure.ts';
import { jsonInput, jsonReport } from '../json-input.ts';
import { reportOf, type Verb } from '../verb.ts';
import { listedText } from './stress.ts';

export const stressAdd: Verb = {
  summary: 'keeps a stress scenario of your own; a JSON file',
  usage: 'FILE | --schema',
  example:
    'stress add crash.json    # { "name": "BTC crash", "steps": [{ "hours": 6, "coins": { "BTC": "-0.4", "*": "-0.6" } }] }',
  options: { schema: { type: 'boolean', help: 'print the JSON Schema of the file' } },
  run: async (context) => {
    if (context.options['schema'] === true)
      return ok(jsonReport(jsonSchemaOf(contract['stress.saveScenario']).input));
    const scenario = await jsonInput(context, 'FILE');
    if (!scenario.ok) return scenario;
    // The core checks the shape and names the field that is wrong.
    const input = scenario.value as CallInput<'stress.saveScenario'>;
    return await reportOf(await context.openLedger(), 'stress.saveScenario', input, ({ scenarios }) =>
      listedText({ scenarios: scenarios.filter(({ own }) => own) }),
    );
  },
};
