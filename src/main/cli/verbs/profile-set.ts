import { contract, type CallInput } from '../../../shared/contract/contract.ts';
import { jsonSchemaOf } from '../../../shared/contract/json-schema.ts';
import { ok } from '../../../shared/errors/failure.ts';
import { jsonInput, jsonReport } from '../json-input.ts';
import { reportOf, type Verb } from '../verb.ts';

export const profileSet: Verb = {
  summary: 'stores the taxpayer: filing status, income, lot method, by year; a JSON file',
  usage: 'FILE | --schema',
  example: 'profile set profile.json',
  options: { schema: { type: 'boolean', help: 'print the JSON Schema of the file' } },
  run: async (context) => {
    if (context.options['schema'] === true)
      return ok(jsonReport(jsonSchemaOf(contract['plan.saveProfile']).input));
    const profile = await jsonInput(context, 'FILE');
    if (!profile.ok) return profile;
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
