import type { CallAnswer } from '../../shared/contract/contract.ts';
import { issuesText } from './issues.ts';
import { gainText, moneyText } from './numbers.ts';
import { paragraph } from './paragraph.ts';
import { table } from './table.ts';
import { marked, soldNote } from './unknown-cost.ts';

type Methods = CallAnswer<'holdings.methods'>;
type Row = Methods['rows'][number];

const POSSIBLE: Readonly<Record<Row['possible'], string>> = {
  recorded: 'counts',
  'from-now': 'for sales to come',
  no: 'no',
};

/** The methods of a year side by side, with what can still be done about each. */
export function methodsText({ year, currency, rows, unknownCost, issues }: Methods): string {
  return [
    `What each method would have given for ${year}, in ${currency}`,
    table(
      rows,
      [
        { title: 'Method', cell: (row) => row.words },
        { title: 'Short-term', cell: (row) => gainText(row.shortTermGain), right: true },
        { title: 'Long-term', cell: (row) => gainText(row.longTermGain), right: true },
        { title: 'Gain', cell: (row) => marked(gainText(row.gain), row.basisUnknown), right: true },
        { title: 'Difference', cell: (row) => gainText(row.difference), right: true },
        { title: 'Tax', cell: (row) => moneyText(row.tax), right: true },
        { title: 'Possible', cell: (row) => POSSIBLE[row.possible] },
      ],
      'No methods.',
    ),
    reasonsOf(rows),
    ...soldNote(
      rows.some(({ basisUnknown }) => basisUnknown),
      unknownCost,
    ),
    ...issuesText(issues),
  ].join('\n\n');
}

/** Each reason once, with the methods that it is about. */
function reasonsOf(rows: readonly Row[]): string {
  const groups = Map.groupBy(rows, ({ why, law }) => `${why} (${law})`);
  return [...groups]
    .map(([reason, about]) => paragraph(`${about.map(({ words }) => words).join('; ')}: ${reason}`))
    .join('\n');
}
