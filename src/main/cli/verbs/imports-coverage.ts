import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { countText } from '../numbers.ts';
import { table } from '../table.ts';
import { reportOf, type Verb } from '../verb.ts';

type Account = CallAnswer<'imports.coverage'>['accounts'][number];
type Month = Account['subjects'][number]['months'][number];

interface Stretch {
  readonly accountName: string;
  readonly subjectWords: string;
  readonly from: string;
  to: string;
  readonly state: Month['state'];
  events: number;
  readonly files: string;
}

export const importsCoverage: Verb = {
  summary: 'which months of each account your files cover, and where a gap is',
  usage: '',
  example: 'imports coverage',
  options: {},
  run: async (context) =>
    await reportOf(await context.openLedger(), 'imports.coverage', {}, ({ accounts }) =>
      table(
        accounts.flatMap(stretchesOf),
        [
          { title: 'Account', cell: (row) => row.accountName },
          { title: 'What', cell: (row) => row.subjectWords },
          { title: 'Months', cell: (row) => (row.from === row.to ? row.from : `${row.from} to ${row.to}`) },
          { title: '', cell: (row) => (row.state === 'gap' ? 'GAP' : '') },
          { title: 'Counted', cell: (row) => countText(row.events), right: true },
          { title: 'Files', cell: (row) => row.files },
        ],
        'Nothing has been imported yet.',
      ),
    ),
};

/** Months that follow each other and are covered by the same files, in one line. */
function stretchesOf({ accountName, subjects }: Account): readonly Stretch[] {
  return subjects.flatMap(({ subjectWords, months }) => {
    const stretches: Stretch[] = [];
    for (const { month, state, events, files } of months) {
      const names = files.map(fileWords).join(', ');
      const last = stretches.at(-1);
      if (last?.files === names) {
        last.to = month;
        last.events += events;
      } else
        stretches.push({ accountName, subjectWords, from: month, to: month, state, events, files: names });
    }
    return stretches;
  });
}

/** Files of one name are told apart by their import. */
function fileWords({ file, batch, counts }: Month['files'][number]): string {
  return `${file} (${counts ? '' : 'compared, '}import ${batch})`;
}
