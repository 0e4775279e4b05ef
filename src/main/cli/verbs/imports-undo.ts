import { countOf } from '../numbers.ts';
import { reportOf, wrongUsage, type Verb } from '../verb.ts';

export const importsUndo: Verb = {
  summary: 'takes one import back, exactly',
  usage: 'ID',
  example: 'imports undo 3    # `hedgerow imports` shows the ids',
  options: {},
  run: async (context) => {
    const [batch] = context.positionals;
    if (batch === undefined) return wrongUsage('ID', 'say which import: `hedgerow imports` lists them');
    return await reportOf(await context.openLedger(), 'imports.undo', { batch }, ({ removed }) =>
      [
        `Took the import back: ${countOf(removed, 'row')} removed.`,
        'Rows that another import states, too, stay with that one.',
      ].join('\n'),
    );
  },
};
