import { ok } from '../../../shared/errors/failure.ts';
import { table } from '../table.ts';
import { reportOf, type Verb } from '../verb.ts';

export const formats: Verb = {
  summary: 'the export formats that `import` knows',
  usage: '',
  example: 'formats --json',
  options: {},
  run: async (context) =>
    await reportOf(ok(context.core()), 'imports.formats', {}, ({ formats: rows }) =>
      table(
        rows,
        [
          { title: 'Format', cell: (row) => row.id },
          { title: 'From', cell: (row) => row.exchange },
          { title: 'What it is', cell: (row) => row.name },
          { title: 'Where to get it', cell: (row) => row.help },
        ],
        'None.',
      ),
    ),
};
