import type { CallAnswer, CallInput } from '../../../shared/contract/contract.ts';
import { EVENT_KINDS } from '../../../shared/domain/event.ts';
import { ok, type Result } from '../../../shared/errors/failure.ts';
import { countText, instantText } from '../numbers.ts';
import { table, type Column } from '../table.ts';
import { reportOf, textOption, wrongUsage, type Verb, type VerbContext } from '../verb.ts';

type Wanted = CallInput<'holdings.transactions'>;
type Answer = CallAnswer<'holdings.transactions'>;
type Row = Answer['rows'][number];

export const transactions: Verb = {
  summary: 'what happened, row by row, latest first as the app shows it',
  usage:
    '[--asset ASSET] [--account ACCOUNT] [--kind KIND] [--from DATE] [--to DATE] [--search TEXT] [--not-counted] [--ids] [--limit N] [--offset N]',
  example: 'transactions --asset SOL --limit 20',
  options: {
    asset: { type: 'string', help: 'only rows that moved this asset' },
    account: { type: 'string', help: 'only rows that touched this account, by its id' },
    from: { type: 'string', help: 'only rows of this local day and later' },
    to: { type: 'string', help: 'only rows up to this local day' },
    'not-counted': { type: 'boolean', help: 'only rows that repeat another or were replaced' },
    kind: { type: 'string', help: 'only this kind, such as buy, transfer or funding' },
    search: { type: 'string', help: 'only rows with this in their words, file or account' },
    ids: { type: 'boolean', help: 'each row’s id, for `explain` and for corrections, in place of its words' },
    limit: { type: 'string', help: 'how many rows (default: 100, at most 1000)' },
    offset: { type: 'string', help: 'how many rows to leave out first' },
  },
  run: async (context) => {
    const wanted = wantedOf(context);
    if (!wanted.ok) return wanted;
    return await reportOf(await context.openLedger(), 'holdings.transactions', wanted.value, (answer) =>
      transactionsText(answer, context.options['ids'] === true),
    );
  },
};

function transactionsText({ total, rows }: Answer, withIds: boolean): string {
  const shown = table(rows, withIds ? idColumns : columns, 'No such rows.');
  return `${shown}\n\n${countText(rows.length)} of ${countText(total)}`;
}

const columns: readonly Column<Row>[] = [
  { title: 'Day', cell: (row) => row.localDate },
  { title: 'What', cell: (row) => `${row.words}${row.counted ? '' : ' (repeated or replaced)'}` },
  { title: 'From', cell: (row) => `${row.file}:${row.line}` },
];

const idColumns: readonly Column<Row>[] = [
  { title: 'When', cell: (row) => instantText(row.time) },
  { title: 'Kind', cell: (row) => row.kind },
  { title: 'Id', cell: (row) => row.event },
  { title: 'From', cell: (row) => `${row.file}:${row.line}` },
];

function wantedOf(context: VerbContext): Result<Wanted> {
  const limit = textOption(context, 'limit') ?? '100';
  const offset = textOption(context, 'offset') ?? '0';
  if (!/^\d{1,6}$/u.test(limit)) return wrongUsage('limit', 'expected a number from 1 to 1000');
  if (!/^\d{1,9}$/u.test(offset)) return wrongUsage('offset', 'expected a number');
  const asset = textOption(context, 'asset')?.toUpperCase();
  const kind = textOption(context, 'kind');
  if (kind !== undefined && !EVENT_KINDS.some((one) => one === kind))
    return wrongUsage('kind', `expected one of: ${EVENT_KINDS.join(', ')}`);
  const search = textOption(context, 'search');
  const account = textOption(context, 'account');
  const from = textOption(context, 'from');
  const to = textOption(context, 'to');
  return ok({
    offset: Number(offset),
    limit: Number(limit),
    ...(asset === undefined ? {} : { asset }),
    ...(kind === undefined ? {} : { kind }),
    ...(search === undefined ? {} : { search }),
    ...(account === undefined ? {} : { account }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(context.options['not-counted'] === true ? { notCounted: true } : {}),
  });
}
