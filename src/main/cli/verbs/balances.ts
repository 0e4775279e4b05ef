import type { CallAnswer } from '../../../shared/contract/contract.ts';
import type { ErrorCode } from '../../../shared/errors/errors.ts';
import { ok, type Result } from '../../../shared/errors/failure.ts';
import { issuesText } from '../issues.ts';
import { quantityText } from '../numbers.ts';
import { table } from '../table.ts';
import type { Report, Verb } from '../verb.ts';

type Holdings = CallAnswer<'holdings.read'>;

export const balances: Verb = {
  summary: 'what each account holds by the imported rows; compare it with what the exchange shows',
  usage: '[--check]',
  example: 'balances --check',
  options: {
    check: { type: 'boolean', help: 'end with 1 where more left an account than the rows show arriving' },
  },
  async run(context) {
    const calls = await context.openLedger();
    if (!calls.ok) return calls;
    const answer = await calls.value.call('holdings.read', {});
    if (!answer.ok) return answer;
    const fault = context.options['check'] === true ? faultIn(answer.value) : null;
    return fault ?? ok({ document: answer.value, text: () => balancesText(answer.value) });
  },
};

/** What says that balances cannot be right; a price that is missing is no fault of theirs. */
const FAULTS: ReadonlySet<string> = new Set<ErrorCode>(['lots/insufficient', 'balances/below-zero']);

/** The first thing that does not add up, as the refusal it is. */
function faultIn({ issues }: Holdings): Result<Report> | null {
  const issue = issues.find(({ code }) => FAULTS.has(code));
  if (issue === undefined) return null;
  const { code, message, fix, event } = issue;
  return {
    ok: false,
    failure: { code: code as ErrorCode, message, fix, where: event === null ? {} : { event } },
  };
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
