import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../../shared/errors/failure.ts';
import { issuesText } from '../issues.ts';
import { countOf, quantityText } from '../numbers.ts';
import { table } from '../table.ts';
import type { Calls, Report, Verb } from '../verb.ts';

type Holdings = CallAnswer<'holdings.read'>;
type Checked = CallAnswer<'holdings.balanceCheck'>;
type Balance = Checked['balances'][number];

export const balances: Verb = {
  summary: 'what each account holds by the imported rows, and whether that is what files state',
  usage: '[--check]',
  example: 'balances --check',
  options: {
    check: {
      type: 'boolean',
      help: 'compare with the balances that files state, and with zero; end with 1 where something differs',
    },
  },
  async run(context) {
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    if (context.options['check'] === true) return await check(calls.value);
    const answer = await calls.value.call('holdings.read', {});
    return answer.ok ? ok({ document: answer.value, text: () => balancesText(answer.value) }) : answer;
  },
};

async function check(calls: Calls): Promise<Result<Report>> {
  const answer = await calls.call('holdings.balanceCheck', {});
  if (!answer.ok) return answer;
  return faultIn(answer.value) ?? ok({ document: answer.value, text: () => checkText(answer.value) });
}

/** The earliest thing that does not add up, as the refusal it is. */
function faultIn({ balances: all }: Checked): Result<Report> | null {
  const faults = all.flatMap((one) => [...differing(one), ...belowZero(one)]);
  const [first] = faults.toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  return first?.refusal ?? null;
}

interface Fault {
  readonly time: string;
  readonly refusal: Result<never>;
}

function differing({ differs, asset, accountName: account }: Balance): readonly Fault[] {
  if (differs === null) return [];
  const { time, file, line, stated, computed, event } = differs;
  const values = { line, file, asset, account, stated, computed };
  return [{ time, refusal: fail('balances/differs', values, { file, row: line, event }) }];
}

function belowZero({ belowZero: fault, asset, accountName: account }: Balance): readonly Fault[] {
  if (fault === null) return [];
  const { time, file, line, balance, event } = fault;
  const values = { line, file, asset, account, balance };
  return [{ time, refusal: fail('balances/went-below-zero', values, { file, row: line, event }) }];
}

function checkText({ asOf, balances: all }: Checked): string {
  const compared = all.reduce((sum, one) => sum + one.compared, 0);
  return [
    `Balances on ${asOf}: none ever went below zero, and ${compared === 0 ? 'no file states any' : `all ${countOf(compared, 'balance')} that files state are the computed ones`}.`,
    table(
      all,
      [
        { title: 'Account', cell: (row) => row.accountName },
        { title: 'Asset', cell: (row) => row.asset },
        { title: 'Computed', cell: (row) => quantityText(row.computed), right: true },
        { title: 'Last stated', cell: (row) => quantityText(row.stated?.balance ?? null), right: true },
        { title: 'In', cell: (row) => (row.stated === null ? '-' : `${row.stated.file}:${row.stated.line}`) },
      ],
      'Nothing was ever held.',
    ),
  ].join('\n\n');
}

function balancesText({ asOf, holdings, issues }: Holdings): string {
  const rows = holdings.flatMap(({ asset, byAccount }) => byAccount.map((place) => ({ asset, ...place })));
  rows.sort(
    (a, b) => a.accountName.localeCompare(b.accountName, 'en') || a.asset.localeCompare(b.asset, 'en'),
  );
  return [
    `Computed balances on ${asOf}`,
    table(
      rows,
      [
        { title: 'Account', cell: (row) => row.accountName },
        { title: 'Asset', cell: (row) => row.asset },
        { title: 'Quantity', cell: (row) => quantityText(row.quantity), right: true },
      ],
      'Nothing is held yet.',
    ),
    ...issuesText(issues),
  ].join('\n\n');
}
