import { contract, type CallInput } from '../../../shared/contract/contract.ts';
import { jsonSchemaOf } from '../../../shared/contract/json-schema.ts';
import { ok } from '../../../shared/errors/failure.ts';
import { contractDetailsText } from '../contract-details-text.ts';
import { jsonInput, jsonReport } from '../json-input.ts';
import { reportOf, wrongUsage, type Verb } from '../verb.ts';

export const contractsAdd: Verb = {
  summary: 'adds a contract of your own; a JSON file with its terms, each as `contracts set` takes it',
  usage: 'FILE|- [--replace] | --schema',
  example: 'contracts add my-contract.json',
  options: {
    replace: { type: 'boolean', help: 'in place of the one with this id that you added before' },
    schema: { type: 'boolean', help: 'print the JSON Schema of the file' },
  },
  run: async (context) => {
    if (context.options['schema'] === true) return ok(jsonReport(termsSchema()));
    const terms = await jsonInput(context, 'FILE');
    if (!terms.ok) return terms;
    if (typeof terms.value !== 'object' || terms.value === null)
      return wrongUsage('FILE', 'expected a JSON object with the terms');
    // The core checks the shape and names the field that is wrong.
    const input = {
      terms: terms.value as CallInput<'contracts.add'>['terms'],
      replace: context.options['replace'] === true,
    };
    return await reportOf(await context.openLedger(), 'contracts.add', input, contractDetailsText);
  },
};

/** Of the file, which is the terms alone. */
function termsSchema(): unknown {
  const { input } = jsonSchemaOf(contract['contracts.add']);
  const { properties } = input as { readonly properties?: Readonly<Record<string, unknown>> };
  return properties?.['terms'] ?? input;
}
