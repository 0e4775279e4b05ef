import { reportOf, wrongUsage, type Verb } from '../verb.ts';

export const formatsExport: Verb = {
  summary: 'prints a mapping as JSON, to hand on: write it to a file with >',
  usage: 'NAME',
  example: 'formats export Zorb',
  options: {},
  run: async (context) => {
    const name = context.positionals.join(' ');
    if (name === '') return wrongUsage('NAME', 'say which mapping; `formats profiles` lists them');
    return await reportOf(await context.openLedger(), 'mapping.export', { name }, ({ text }) =>
      text.trimEnd(),
    );
  },
};
