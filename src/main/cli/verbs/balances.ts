import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { issuesText } from '../issues.ts';
import { quantityText } from '../numbers.ts';
import { table } from '../table.ts';
import { reportOf, type Verb } from '../verb.ts';

export const balances: Verb = {
  summary: 'what each account holds by the imported rows; compare it with what the exchange shows',
  usage: '',
  example: 'balances',
  options: {},
  run: async (context) => reportOf(await context.openLedger(), 'holdings.read', {}, balancesText),
};

function balancesText({ asOf, holdings, issues }: CallAnswer<'holdings.read'>): string {
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
