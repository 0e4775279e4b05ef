import { linesText } from '../lines-text.ts';
import { countText, instantText } from '../numbers.ts';
import { table } from '../table.ts';
import { reportOf, type Verb } from '../verb.ts';

export const imports: Verb = {
  summary: 'what was imported, and when',
  usage: '',
  example: 'imports',
  options: {},
  run: async (context) =>
    await reportOf(await context.openLedger(), 'imports.list', {}, ({ batches }) =>
      [
        table(
          batches,
          [
            { title: 'Import', cell: (row) => row.id },
            { title: 'When', cell: (row) => instantText(row.importedAt) },
            { title: 'File', cell: (row) => row.file },
            { title: 'Format', cell: (row) => row.format },
            { title: 'Account', cell: (row) => row.account },
            { title: 'Events', cell: (row) => countText(row.events), right: true },
            { title: 'Prices', cell: (row) => countText(row.prices), right: true },
            { title: 'Market', cell: (row) => countText(row.observations), right: true },
            { title: 'Skipped', cell: (row) => countText(row.skippedRows), right: true },
            { title: 'From', cell: (row) => row.first?.slice(0, 10) ?? '-' },
            { title: 'To', cell: (row) => row.last?.slice(0, 10) ?? '-' },
          ],
          'Nothing has been imported yet.',
        ),
        ...batches.flatMap(({ id, lines }) => (lines === null ? [] : [`Import ${id}, ${linesText(lines)}`])),
      ].join('\n\n'),
    ),
};
