import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { ok, wordsOf, type Result } from '../../../shared/errors/failure.ts';
import { issuesText } from '../issues.ts';
import { countOf, countText, quantityText } from '../numbers.ts';
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
  return ok({
    document: answer.value,
    text: () => checkText(answer.value),
    isFine: answer.value.holds,
  });
}

interface Fault {
  readonly time: string;
  readonly words: ReturnType<typeof wordsOf>;
}

/** The first wrong line of each account and asset, the earliest first. */
function faultsIn(all: readonly Balance[]): readonly Fault['words'][] {
  const faults = all.flatMap((one) => [...differing(one), ...belowZero(one)]);
  faults.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  return faults.map(({ words }) => words);
}

function differing({ differs, asset, accountName: account }: Balance): readonly Fault[] {
  if (differs === null) return [];
  const { time, file, line, stated, computed } = differs;
  const values = { line, file, asset, account, stated, computed };
  return [{ time, words: wordsOf('balances/differs', values) }];
}

function belowZero({ belowZero: fault, asset, accountName: account }: Balance): readonly Fault[] {
  if (fault === null) return [];
  const { time, file, line, balance } = fault;
  return [{ time, words: wordsOf('balances/went-below-zero', { line, file, asset, account, balance }) }];
}

function checkText({ asOf, balances: all }: Checked): string {
  const faults = faultsIn(all);
  return [
    faults.length === 0
      ? `Balances on ${asOf}: ${fineText(all)}`
      : `Balances on ${asOf}: ${countOf(all.filter(isWrong).length, 'balance')} of ${countText(all.length)} cannot be right. The first line of each that does not fit:`,
    ...(faults.length === 0
      ? []
      : [
          faults.map(({ message }) => `  ${message}`).join('\n'),
          [...new Set(faults.map(({ fix }) => fix))].join('\n'),
        ]),
    table(
      all,
      [
        { title: 'Account', cell: (row) => row.accountName },
        { title: 'Asset', cell: (row) => row.asset },
        { title: 'Computed', cell: (row) => quantityText(row.computed), right: true },
        { title: 'Last stated', cell: (row) => quantityText(row.stated?.balance ?? null), right: true },
        { title: 'In', cell: (row) => (row.stated === null ? '-' : `${row.stated.file}:${row.stated.line}`) },
        { title: 'What it is', cell: stateText },
      ],
      'Nothing was ever held.',
    ),
    ...(all.some((one) => one.paidFromOutside !== null) ? [outsideText] : []),
  ].join('\n\n');
}

const outsideText =
  'Paid from outside: what is bought by bank or card is in the exports, the money that comes for it is not. That is no fault; where such an account did receive money, its file is missing.';

function fineText(all: readonly Balance[]): string {
  const compared = all.reduce((sum, one) => sum + one.compared, 0);
  return `none ever went below zero, and ${compared === 0 ? 'no file states one that can be compared' : `all ${countOf(compared, 'balance')} that files state are the computed ones`}.`;
}

function isWrong({ differs, belowZero: below }: Balance): boolean {
  return differs !== null || below !== null;
}

/** In: of one account and asset. The worst that is to be said of it. */
function stateText({ belowZero: below, differs, stated, paidFromOutside }: Balance): string {
  if (below !== null) return 'below zero';
  if (differs !== null) return 'differs';
  if (paidFromOutside !== null) return 'paid from outside';
  return stated === null ? 'nothing to compare with' : 'as stated';
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
