import { instantText } from '../numbers.ts';
import { table } from '../table.ts';
import { reportOf, type Verb } from '../verb.ts';

export const importsDecisions: Verb = {
  summary: 'rows that you forced in or out',
  usage: '',
  example: 'imports decisions',
  options: {},
  run: async (context) =>
    await reportOf(await context.openLedger(), 'imports.decisions', {}, ({ decisions }) =>
      table(
        decisions,
        [
          { title: 'Row', cell: (one) => one.event },
          { title: 'Counts', cell: (one) => (one.choice === 'out' ? 'no' : `${one.copies}×`) },
          { title: 'Since', cell: (one) => instantText(one.decidedAt) },
          { title: 'File', cell: (one) => (one.row === null ? 'not in the ledger now' : one.row.file) },
          { title: 'Line', cell: (one) => String(one.row?.line ?? '-'), right: true },
          { title: 'Why', cell: (one) => one.why },
        ],
        'No row was forced in or out.',
      ),
    ),
};
