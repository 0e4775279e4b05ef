import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { plain } from '../table.ts';
import { reportOf, wrongUsage, type Verb } from '../verb.ts';

type Explanation = CallAnswer<'holdings.explain'>;

export const explain: Verb = {
  summary: 'why a number is what it is, down to the rows it came from',
  usage: 'ID',
  example: 'explain holding:BTC',
  options: {},
  run: async (context) => {
    const [id] = context.positionals;
    if (id === undefined)
      return wrongUsage('ID', 'say which figure: the tables and `--json` show ids such as holding:BTC');
    return await reportOf(await context.openLedger(), 'holdings.explain', { id }, explanationText);
  },
};

function explanationText({ title, trace, rows }: Explanation): string {
  const files = rows.map(({ file, line, raw }) => `  ${plain(file)}:${line}  ${plain(raw)}`);
  return [
    plain(title),
    traceLines(trace, 0).join('\n'),
    ...(files.length === 0 ? [] : [`From\n${files.join('\n')}`]),
  ].join('\n\n');
}

function traceLines({ label, value, unit, how, rule, parts }: Explanation['trace'], depth: number): string[] {
  const law = rule === null ? '' : `  [${rule.law}]`;
  const line = `${'  '.repeat(depth)}${plain(label)}: ${plain(value)} ${plain(unit)}`.trimEnd();
  return [
    `${line}${how === '' ? '' : `  = ${plain(how)}`}${law}`,
    ...parts.flatMap((part) => traceLines(part, depth + 1)),
  ];
}
