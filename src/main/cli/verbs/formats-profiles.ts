import { profilesText } from '../mapping-text.ts';
import { reportOf, type Verb } from '../verb.ts';

export const formatsProfiles: Verb = {
  summary: 'the mappings of your own that files are known by',
  usage: '',
  example: 'formats profiles',
  options: {},
  run: async (context) => await reportOf(await context.openLedger(), 'mapping.list', {}, profilesText),
};
