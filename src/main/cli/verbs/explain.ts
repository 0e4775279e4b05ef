import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { plain } from '../table.ts';
import { traceTree } from '../trace-tree.ts';
import { reportOf, wrongUsage, type Verb } from '../verb.ts';

type Explanation = CallAnswer<'holdings.explain'>;

const width = 100;
/** As many rows as a person looks through in a terminal. */
const MOST_ROWS = 40;

export const explain: Verb = {
  summary: 'why a number is what it is, down to the rows it came from',
  usage: 'ID    (as `--json` shows it; or of a lot or row, as `lots --ids` and `transactions --ids` show it)',
  example: 'explain holding:BTC/costBasis',
  options: {},
  run: async (context) => {
    const [id] = context.positionals;
    if (id === undefined)
      return wrongUsage(
        'ID',
        'say which figure, such as holding:BTC: `--json` shows all ids, `lots --ids` and `transactions --ids` those of lots and rows',
      );
    return await reportOf(await context.openLedger(), 'holdings.explain', { id }, explanationText);
  },
};

/** The tree with each figure under the last, then the rows as they stand in their files. */
function explanationText({ id, trace, rows }: Explanation): string {
  const places = new Map(rows.map(({ event, file, line }) => [event, `${plain(file)}:${line}`]));
  const raw = rows
    .slice(0, MOST_ROWS)
    .map(({ file, line, raw: text }) => [`  ${plain(file)}:${line}`, cut(`    ${plain(text)}`)]);
  return [
    `${plain(id)}`,
    traceTree(trace, places).join('\n'),
    ...(raw.length === 0 ? [] : [['Rows it rests on', ...raw.flat(), ...moreRows(rows)].join('\n')]),
  ].join('\n\n');
}

function moreRows({ length }: Explanation['rows']): string[] {
  return length > MOST_ROWS ? [`  and ${length - MOST_ROWS} more: --json has them all`] : [];
}

/** A row of a file may be very long: the whole of it is in `--json`. */
function cut(line: string): string {
  return line.length <= width ? line : `${line.slice(0, width - 1)}…`;
}
