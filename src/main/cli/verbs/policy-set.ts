import { contract, type CallInput } from '../../../shared/contract/contract.ts';
import { jsonSchemaOf } from '../../../shared/contract/json-schema.ts';
import { ok } from '../../../shared/errors/failure.ts';
import { jsonInput, jsonReport } from '../json-input.ts';
import { reportOf, type Verb } from '../verb.ts';

export const policySet: Verb = {
  summary: 'stores the targets and when to act; a JSON file',
  usage: 'FILE | --schema',
  example:
    'policy set policy.json    # { "targets": [{ "asset": "BTC", "weight": "0.5" }, …], "absoluteBand": "0.05", "relativeBand": null }',
  options: { schema: { type: 'boolean', help: 'print the JSON Schema of the file' } },
  run: async (context) => {
    if (context.options['schema'] === true)
      return ok(jsonReport(jsonSchemaOf(contract['targets.savePolicy']).input));
    const policy = await jsonInput(context, 'FILE');
    if (!policy.ok) return policy;
    // The core checks the shape and names the field that is wrong.
    const input = policy.value as CallInput<'targets.savePolicy'>;
    return await reportOf(await context.openLedger(), 'targets.savePolicy', input, ({ words }) => words);
  },
};
