import { contract, type CallInput } from '../../../shared/contract/contract.ts';
import { jsonSchemaOf } from '../../../shared/contract/json-schema.ts';
import { ok } from '../../../shared/errors/failure.ts';
import { jsonInput, jsonReport } from '../json-input.ts';
import { reportOf, wrongUsage, type Verb } from '../verb.ts';

export const profileSet: Verb = {
  summary:
    'stores the taxpayer: filing status, income and state rate by year, what earlier years left; a JSON file',
  usage: 'FILE | --schema',
  example: 'profile set profile.json',
  options: { schema: { type: 'boolean', help: 'print the JSON Schema of the file' } },
  run: async (context) => {
    if (context.options['schema'] === true)
      return ok(jsonReport(jsonSchemaOf(contract['plan.saveProfile']).input));
    const profile = await jsonInput(context, 'FILE');
    if (!profile.ok) return profile;
    if (typeof profile.value === 'object' && profile.value !== null && 'lotMethod' in profile.value)
      return wrongUsage('lotMethod', methodMoved);
    // The core checks the shape and names the field that is wrong.
    const input = profile.value as CallInput<'plan.saveProfile'>;
    return await reportOf(
      await context.openLedger(),
      'plan.saveProfile',
      input,
      () => 'The profile is stored.',
    );
  },
};

const methodMoved =
  'it is a standing order now, which holds from a moment on; take it out of the file and run `hedgerow lots order METHOD`';
