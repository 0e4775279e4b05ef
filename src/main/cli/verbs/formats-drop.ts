import { profilesText } from '../mapping-text.ts';
import { reportOf, wrongUsage, type Verb } from '../verb.ts';

export const formatsDrop: Verb = {
  summary: 'forgets a mapping; what was imported with it stays',
  usage: 'NAME',
  example: 'formats drop Zorb',
  options: {},
  run: async (context) => {
    const name = context.positionals.join(' ');
    if (name === '') return wrongUsage('NAME', 'say which mapping; `formats profiles` lists them');
    return await reportOf(await context.openLedger(), 'mapping.drop', { name }, profilesText);
  },
};
