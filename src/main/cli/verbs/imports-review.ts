import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/errors/failure.ts';
import { countText, quantityText } from '../numbers.ts';
import {
  reportOf,
  textOption,
  textOptions,
  wrongUsage,
  type Report,
  type Verb,
  type VerbContext,
} from '../verb.ts';

type Answer = CallAnswer<'imports.review'>;
type Row = Answer['rows'][number];

export const importsReview: Verb = {
  summary: 'rows that count although nobody knows what they mean; say of one what it is',
  usage:
    '[EVENT --as KIND [--reason REASON] [--with OTHER] [--for "AMOUNT CURRENCY"]] [--limit N] [--offset N]',
  example: 'imports review    # then: imports review EVENT --as income --reason airdrop',
  options: {
    as: { type: 'string', help: 'what the row is: a kind that the list names for it' },
    reason: { type: 'string', help: 'of income: its reason, as the list names it' },
    with: {
      type: 'string',
      multiple: true,
      help: 'of --as trade: a row that is of the same trade; once for each. The trade is of the time of EVENT',
    },
    for: { type: 'string', help: 'of --as buy or sell: what was paid or received outside, such as "92 EUR"' },
    limit: { type: 'string', help: 'how many rows (default: 100, at most 1000)' },
    offset: { type: 'string', help: 'how many rows to leave out first' },
  },
  async run(context) {
    const [event, more] = context.positionals;
    if (more !== undefined)
      return wrongUsage('EVENT', 'one row at a time; rows of the same trade go behind --with');
    if (event !== undefined) return await classify(event, context);
    if (textOption(context, 'as') !== undefined)
      return wrongUsage('EVENT', 'say which row: `hedgerow imports review` lists them');
    const limit = textOption(context, 'limit') ?? '100';
    const offset = textOption(context, 'offset') ?? '0';
    if (!/^\d{1,4}$/u.test(limit)) return wrongUsage('limit', 'expected a number from 1 to 1000');
    if (!/^\d{1,9}$/u.test(offset)) return wrongUsage('offset', 'expected a number');
    const page = { limit: Number(limit), offset: Number(offset) };
    return await reportOf(await context.openLedger(), 'imports.review', page, reviewText);
  },
};

async function classify(event: string, context: VerbContext): Promise<Result<Report>> {
  const kind = textOption(context, 'as');
  if (kind === undefined) return wrongUsage('as', 'say what the row is');
  const reason = textOption(context, 'reason');
  const others = textOptions(context, 'with');
  const money = moneyOf(textOption(context, 'for'));
  if (!money.ok) return money;
  const said = {
    event,
    kind,
    ...(reason !== undefined && { reason }),
    ...(others.length > 0 && { others: [...others] }),
    ...(money.value !== null && { money: money.value }),
  };
  return await reportOf(
    await context.openLedger(),
    'imports.classify',
    said,
    ({ batch, words }) =>
      `${words}. ${others.length > 0 ? 'The rows count' : 'The row counts'} as that from now on.\nTo take it back: hedgerow imports undo ${batch}`,
  );
}

/** "92.50 EUR". */
function moneyOf(
  text: string | undefined,
): Result<{ readonly quantity: string; readonly asset: string } | null> {
  if (text === undefined) return ok(null);
  const [, quantity = '', asset = ''] = /^(\d+(?:\.\d+)?)\s+([A-Za-z]{2,10})$/u.exec(text.trim()) ?? [];
  return quantity === ''
    ? wrongUsage('for', 'write an amount and a currency, such as "92.50 EUR"')
    : ok({ quantity, asset });
}

function reviewText({ total, rows }: Answer): string {
  if (total === 0) return 'Nothing is left to review: what every row means is known.';
  return [...rows.map(rowText), `${countText(rows.length)} of ${countText(total)}`].join('\n\n');
}

function rowText(row: Row): string {
  const effect = row.effect.map(({ asset, quantity }) => `${quantityText(quantity)} ${asset}`).join(', ');
  const choices = row.choices.map(
    ({ kind, reason, asks }) => `${kind}${reason === null ? '' : ` --reason ${reason}`}${asked[asks]}`,
  );
  return [
    `${row.localDate}  ${row.accountName}  ${effect}${row.operation === null ? '' : `  "${row.operation}"`}`,
    `  ${row.whyWords}`,
    `  ${row.file}, line ${row.line}: ${row.raw}`,
    `  id ${row.event}`,
    `  --as ${choices.join(' | ')}`,
    ...partnersText(row),
  ].join('\n');
}

const asked: Readonly<Record<Row['choices'][number]['asks'], string>> = {
  nothing: '',
  others: ' --with OTHER',
  money: ' --for "92 EUR"',
};

/** Where a row is a half of something the rows that may be its rest; else nobody asks for them. */
function partnersText({ why, partners }: Row): readonly string[] {
  if (why !== 'half' || partners.length === 0) return [];
  return [
    '  May be one trade with:',
    ...partners.map(
      ({ event, localDate, words, line }) => `    ${event}  ${localDate}  ${words}  (line ${line})`,
    ),
  ];
}
