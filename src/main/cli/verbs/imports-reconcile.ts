import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { countOf, countText, quantityText } from '../numbers.ts';
import { table, type Column } from '../table.ts';
import { reportOf, type Verb } from '../verb.ts';

type Pair = CallAnswer<'imports.reconcile'>['pairs'][number];
type Difference = Pair['differences'][number];

export const importsReconcile: Verb = {
  summary: 'what files of one exchange state differently of the same things: both figures and the lines',
  usage: '',
  example: 'imports reconcile',
  options: {},
  run: async (context) =>
    await reportOf(await context.openLedger(), 'imports.reconcile', {}, ({ pairs }) =>
      pairs.length === 0
        ? 'No two formats of one exchange tell of the same things.'
        : pairs.map(pairText).join('\n\n'),
    ),
};

function pairText(pair: Pair): string {
  const { accountName, subjectWords, counts, compared, from, to, leftOut, agreed, alone, filled } = pair;
  return [
    `${accountName}, ${subjectWords}, ${from} to ${to}`,
    `  ${counts.formatName} counts; ${compared.formatName} is compared with it.`,
    `  ${countText(agreed)} equal in both; ${countOf(leftOut, 'row')} of the compared file left out; ${countText(alone)} counted, because only it has them.`,
    ...(filled === 0 ? [] : [`  ${countOf(filled, 'row')} took a contract or an id from the compared file.`]),
    pair.differences.length === 0 ? '  No differences.' : differencesText(pair.differences),
  ].join('\n');
}

function differencesText(differences: readonly Difference[]): string {
  const columns: readonly Column<Difference>[] = [
    { title: 'Day', cell: (row) => row.date },
    { title: 'What', cell: (row) => `${row.asset} ${row.roleWords}${onContract(row)}` },
    { title: 'Counted', cell: (row) => quantityText(row.counted), right: true },
    { title: 'Compared', cell: (row) => quantityText(row.stated), right: true },
    { title: 'Difference', cell: (row) => quantityText(row.difference), right: true },
    { title: 'Counted rows', cell: (row) => rowsText(row.countedRows) },
    { title: 'Compared rows', cell: (row) => rowsText(row.statedRows) },
  ];
  return table(differences, columns, '');
}

function onContract({ contract, asset }: Difference): string {
  return contract === null || contract === asset ? '' : ` (${contract})`;
}

/** The first lines, and how many more there are. */
function rowsText({ first, count }: Difference['countedRows']): string {
  if (count === 0) return 'none';
  const shown = first.slice(0, 3).map(({ file, line }) => `${file}:${line}`);
  return `${shown.join(', ')}${count > shown.length ? ` and ${count - shown.length} more` : ''}`;
}
