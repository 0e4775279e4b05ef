import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { countText, quantityText } from '../numbers.ts';
import { reportOf, textOption, wrongUsage, type Verb } from '../verb.ts';

type Answer = CallAnswer<'imports.review'>;
type Row = Answer['rows'][number];

export const importsReview: Verb = {
  summary: 'rows that count although nobody knows what they mean; say of one what it is',
  usage: '[EVENT --as KIND [--reason REASON]] [--limit N] [--offset N]',
  example: 'imports review    # then: imports review EVENT --as income --reason airdrop',
  options: {
    as: { type: 'string', help: 'what the row is: a kind that the list names for it' },
    reason: { type: 'string', help: 'of income: its reason, as the list names it' },
    limit: { type: 'string', help: 'how many rows (default: 100, at most 1000)' },
    offset: { type: 'string', help: 'how many rows to leave out first' },
  },
  async run(context) {
    const [event] = context.positionals;
    const kind = textOption(context, 'as');
    const reason = textOption(context, 'reason');
    if (event !== undefined && kind === undefined) return wrongUsage('as', 'say what the row is');
    if (event === undefined && kind !== undefined)
      return wrongUsage('EVENT', 'say which row: `hedgerow imports review` lists them');
    const calls = await context.openLedger();
    if (event !== undefined && kind !== undefined) {
      const said = { event, kind, ...(reason !== undefined && { reason }) };
      return await reportOf(
        calls,
        'imports.classify',
        said,
        ({ batch, words }) =>
          `${words}. The row counts as that from now on.\nTo take it back: hedgerow imports undo ${batch}`,
      );
    }
    const limit = textOption(context, 'limit') ?? '100';
    const offset = textOption(context, 'offset') ?? '0';
    if (!/^\d{1,4}$/u.test(limit)) return wrongUsage('limit', 'expected a number from 1 to 1000');
    if (!/^\d{1,9}$/u.test(offset)) return wrongUsage('offset', 'expected a number');
    const page = { limit: Number(limit), offset: Number(offset) };
    return await reportOf(calls, 'imports.review', page, reviewText);
  },
};

function reviewText({ total, rows }: Answer): string {
  if (total === 0) return 'Nothing is left to review: what every row means is known.';
  return [...rows.map(rowText), `${countText(rows.length)} of ${countText(total)}`].join('\n\n');
}

function rowText(row: Row): string {
  const effect = row.effect.map(({ asset, quantity }) => `${quantityText(quantity)} ${asset}`).join(', ');
  const choices = row.choices.map(({ kind, reason }) =>
    reason === null ? kind : `${kind} --reason ${reason}`,
  );
  return [
    `${row.localDate}  ${row.accountName}  ${effect}${row.operation === null ? '' : `  "${row.operation}"`}`,
    `  ${row.whyWords}`,
    `  ${row.file}, line ${row.line}: ${row.raw}`,
    `  id ${row.event}`,
    choices.length === 0
      ? '  What it is takes a row in a Hedgerow CSV with this id under Replaces (docs/formats/hedgerow-csv.md).'
      : `  --as ${choices.join(' | ')}`,
  ].join('\n');
}
