import type { CallInput } from '../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../shared/errors/failure.ts';
import { countText, instantText, quantityText } from '../numbers.ts';
import { table } from '../table.ts';
import { reportOf, textOption, wrongUsage, type Verb, type VerbContext } from '../verb.ts';

type Wanted = CallInput<'holdings.transactions'>;

export const transactions: Verb = {
  summary: 'what happened, row by row, latest first as the app shows it',
  usage: '[--asset ASSET] [--kind KIND] [--search TEXT] [--limit N] [--offset N]',
  example: 'transactions --asset SOL --limit 20',
  options: {
    asset: { type: 'string', help: 'only rows that moved this asset' },
    kind: { type: 'string', help: 'only this kind, such as buy, transfer or funding' },
    search: { type: 'string', help: 'only rows with this in their words, file or account' },
    limit: { type: 'string', help: 'how many rows (default: 100, at most 1000)' },
    offset: { type: 'string', help: 'how many rows to leave out first' },
  },
  run: async (context) => {
    const wanted = wantedOf(context);
    if (!wanted.ok) return wanted;
    return await reportOf(
      await context.openLedger(),
      'holdings.transactions',
      wanted.value,
      ({ total, rows }) => {
        const shown = table(
          rows,
          [
            { title: 'When', cell: (row) => instantText(row.time) },
            { title: 'Kind', cell: (row) => row.kind },
            { title: 'What', cell: (row) => row.words },
            {
              title: 'Moved',
              cell: (row) => row.legs.map((leg) => `${quantityText(leg.quantity)} ${leg.asset}`).join(', '),
            },
            { title: '', cell: (row) => (row.counted ? '' : 'repeated or replaced') },
            { title: 'From', cell: (row) => `${row.file}:${row.line}` },
            { title: 'Id', cell: (row) => row.event },
          ],
          'No such rows.',
        );
        return `${shown}\n\n${countText(rows.length)} of ${countText(total)}`;
      },
    );
  },
};

function wantedOf(context: VerbContext): Result<Wanted> {
  const limit = textOption(context, 'limit') ?? '100';
  const offset = textOption(context, 'offset') ?? '0';
  if (!/^\d{1,6}$/u.test(limit)) return wrongUsage('limit', 'expected a number from 1 to 1000');
  if (!/^\d{1,9}$/u.test(offset)) return wrongUsage('offset', 'expected a number');
  const asset = textOption(context, 'asset')?.toUpperCase();
  const kind = textOption(context, 'kind');
  const search = textOption(context, 'search');
  return ok({
    offset: Number(offset),
    limit: Number(limit),
    ...(asset === undefined ? {} : { asset }),
    ...(kind === undefined ? {} : { kind }),
    ...(search === undefined ? {} : { search }),
  });
}
