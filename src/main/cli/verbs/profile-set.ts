import type { CallInput } from '../../../shared/contract/contract.ts';
import { jsonInput } from '../json-input.ts';
import { reportOf, type Verb } from '../verb.ts';

export const profileSet: Verb = {
  summary: 'stores the taxpayer: filing status, income, lot method, by year; a JSON file',
  usage: 'FILE',
  example: 'profile set profile.json    # `hedgerow profile --json` shows the shape, under "profile"',
  options: {},
  run: async (context) => {
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
