import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { linesText } from '../lines-text.ts';
import { countText, instantText } from '../numbers.ts';
import { table } from '../table.ts';
import { reportOf, type Verb } from '../verb.ts';
import { zoneText } from '../zone-text.ts';

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
            { title: 'Account', cell: (row) => row.accountName },
            { title: 'Events', cell: (row) => countText(row.events), right: true },
            { title: 'Prices', cell: (row) => countText(row.prices), right: true },
            { title: 'Market', cell: (row) => countText(row.observations), right: true },
            { title: 'Skipped', cell: (row) => countText(row.skippedRows), right: true },
            { title: 'From', cell: (row) => row.first?.slice(0, 10) ?? '-' },
            { title: 'To', cell: (row) => row.last?.slice(0, 10) ?? '-' },
          ],
          'Nothing has been imported yet.',
        ),
        ...batches.map(detailsOf),
      ].join('\n\n'),
    ),
};

/** What does not fit into a line of the table. */
function detailsOf({
  id,
  account,
  accounts,
  timeZone,
  timeZoneFrom,
  lines,
}: CallAnswer<'imports.list'>['batches'][number]): string {
  const others = accounts.filter((one) => one.id !== account).map(({ name }) => name);
  const zone = zoneText(timeZone, timeZoneFrom);
  return [
    `Import ${id}${lines === null ? '' : `, ${linesText(lines)}`}`,
    ...(zone === null ? [] : [`  Time zone: ${zone}`]),
    ...(others.length === 0 ? [] : [`  Also rows of: ${others.join(', ')}`]),
  ].join('\n');
}
